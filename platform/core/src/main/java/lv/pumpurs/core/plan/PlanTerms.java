package lv.pumpurs.core.plan;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import lv.pumpurs.core.programme.Programme;
import lv.pumpurs.core.programme.Programmes;
import lv.pumpurs.core.schoolyear.SchoolYears;
import lv.pumpurs.core.schoolyear.Semester;
import lv.pumpurs.core.schoolyear.SemesterDays;
import lv.pumpurs.spi.Refused;
import org.jspecify.annotations.Nullable;

/** For when, and under which programme, a plan can be written. */
@Dependent
public class PlanTerms {

    /** The semester under way and the next one: further ahead nobody knows what a learner will need. */
    private static final int OFFERED = 2;

    private final SchoolYears years;
    private final Programmes programmes;

    /**
     * On the bound tenant.
     *
     * @param years published semesters
     * @param programmes published programmes
     */
    @Inject
    public PlanTerms(SchoolYears years, Programmes programmes) {
        this.years = years;
        this.programmes = programmes;
    }

    /** The semesters that are not over, the nearest first. */
    List<String> semesters(LocalDate today) {
        return years.semesters()
            .stream()
            .filter(days -> !days.endsOn(0).isBefore(today))
            .sorted(Comparator.comparing(SemesterDays::semester))
            .limit(OFFERED)
            .map(days -> days.semester().code())
            .toList();
    }

    /** The programmes that run in one of these semesters, the latest first. */
    List<Programme> programmes(List<String> semesters) {
        List<SemesterDays> days = semesters.stream()
            .flatMap(
                    code -> years.semester(Semester.of(code)).stream())
            .toList();
        return programmes.all().stream().filter(one -> days.stream().anyMatch(of -> runs(one, of))).toList();
    }

    /** What a plan is about if somebody asks for it so; refused at the field that is wrong. */
    PlanSubject subject(LearnerPlace place, StartPlan asked, LocalDate today) {
        List<String> offered = semesters(today);
        String semester = chosen(asked.semester(), offered, "semester");
        List<String> running = programmes(List.of(semester)).stream().map(Programme::code).toList();
        return new PlanSubject(place.learnerId(), place.schoolId(), Semester.of(semester),
                chosen(asked.programme(), running, "programme"));
    }

    private static String chosen(@Nullable String asked, List<String> offered, String field) {
        String choice = asked == null || asked.isBlank() ? offered.stream().findFirst().orElse("") : asked;
        if (!offered.contains(choice)) {
            throw new Refused(PlanProblem.NO_SUCH_TERM,
                    Map.of(field, "problem." + PlanProblem.NO_SUCH_TERM.code() + ".detail"));
        }
        return choice;
    }

    private static boolean runs(Programme programme, SemesterDays days) {
        return programme.runsOn(days.startsOn()) || programme.runsOn(days.endsOn(0));
    }
}
