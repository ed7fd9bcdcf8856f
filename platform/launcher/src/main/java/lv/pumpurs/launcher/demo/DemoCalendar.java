package lv.pumpurs.launcher.demo;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lv.pumpurs.core.plan.PlanDays;
import lv.pumpurs.core.schoolyear.SchoolYears;
import lv.pumpurs.core.schoolyear.Semester;
import lv.pumpurs.core.schoolyear.SemesterDays;

/** The published semesters, read once. */
final class DemoCalendar {

    private final Map<Semester, SemesterDays> days;

    DemoCalendar(SchoolYears years) {
        this.days = years.semesters().stream().collect(Collectors.toMap(SemesterDays::semester, Function.identity()));
    }

    PlanDays days(Semester semester, int grade) {
        var found = of(semester);
        return new PlanDays(found.startsOn(), found.endsOn(grade));
    }

    LocalDate yearBegins(int firstYear) {
        return of(new Semester(firstYear, 1)).startsOn();
    }

    LocalDate yearEnds(int firstYear, int grade) {
        return of(new Semester(firstYear, 2)).endsOn(grade);
    }

    private SemesterDays of(Semester semester) {
        var found = days.get(semester);
        if (found == null) {
            throw new IllegalStateException("The semester " + semester + " is not in the catalogue");
        }
        return found;
    }
}
