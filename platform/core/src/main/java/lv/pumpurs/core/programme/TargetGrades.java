package lv.pumpurs.core.programme;

import java.time.LocalDate;

/**
 * Whom a programme supports in a period: PuMPuRS began with grades 5 to 12 and took in grades 1 to 4 on
 * 1 September 2021.
 *
 * @param vocational whether the grades are years of vocational education
 * @param from lowest grade
 * @param to highest grade
 * @param validFrom first day
 * @param validTo last day
 */
public record TargetGrades(boolean vocational, int from, int to, LocalDate validFrom, LocalDate validTo) {

    /**
     * Whether a learner of this grade is in the target group on a day.
     *
     * @param inVocational whether the grade is a year of vocational education
     * @param grade the grade
     * @param day the day
     * @return true if so
     */
    public boolean include(boolean inVocational, int grade, LocalDate day) {
        return inVocational == vocational && grade >= from && grade <= to && !day.isBefore(validFrom)
                && !day.isAfter(validTo);
    }
}
