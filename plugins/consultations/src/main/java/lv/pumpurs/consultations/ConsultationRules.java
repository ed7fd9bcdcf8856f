package lv.pumpurs.consultations;

import java.time.LocalDate;
import java.util.Set;

/**
 * How a school gives consultations.
 *
 * @param lessonMinutes how many minutes a consultation hour has
 * @param usualMinutes how long one usually takes
 * @param confirmDays in how many days after it the learner's side confirms one held in person; 0: on the same day
 * @param codeHours how long a code to confirm can be used
 * @param warnings rules that only warn
 * @param daysOff the school's own days without teaching
 */
public record ConsultationRules(int lessonMinutes, int usualMinutes, int confirmDays, int codeHours, Set<Rule> warnings,
        Set<LocalDate> daysOff) {

    /** Keeps its own copies. */
    public ConsultationRules {
        warnings = Set.copyOf(warnings);
        daysOff = Set.copyOf(daysOff);
    }
}
