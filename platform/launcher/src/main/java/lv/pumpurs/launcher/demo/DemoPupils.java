package lv.pumpurs.launcher.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import lv.pumpurs.core.learner.Admission;
import lv.pumpurs.core.learner.ClassPlace;
import lv.pumpurs.core.learner.Learner;
import lv.pumpurs.core.learner.Learners;
import lv.pumpurs.core.personalcode.PersonalCode;
import lv.pumpurs.core.personalcode.PersonalCodeVault;
import lv.pumpurs.core.schoolyear.Semester;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.spi.Ids;

/** Generates the learners of a tenant; personal codes come from the range that was never issued. */
final class DemoPupils {

    private final Learners learners;
    private final DemoCalendar calendar;
    private final PersonalCodeVault vault;
    private final SchemaName schema;
    private final RandomGenerator random;
    private final List<DemoPupil> all = new ArrayList<>();

    DemoPupils(Learners learners, DemoCalendar calendar, PersonalCodeVault vault, SchemaName schema,
            RandomGenerator random) {
        this.learners = learners;
        this.calendar = calendar;
        this.vault = vault;
        this.schema = schema;
        this.random = random;
    }

    DemoPupil next(DemoSchool school, int firstYear, int grade) {
        return add(DemoNames.next(random), school, firstYear, grade);
    }

    DemoPupil add(DemoNames.Name name, DemoSchool school, int firstYear, int grade) {
        var place = new DemoPupil.Place(firstYear, grade, random.nextInt(3) == 0 ? "b" : "a");
        var learner = new Learner(Ids.next(), name.given(), name.family(),
                new Admission(school.id(), new Semester(firstYear, 1).schoolYear(),
                        ClassPlace.general(grade, place.letter()), calendar.yearBegins(firstYear)));
        var birthday = LocalDate.of(firstYear - 6 - grade, 1, 1).plusDays(random.nextInt(365));
        learner.identify(PersonalCode.neverIssued(birthday, all.size() % 1000), vault, schema);
        learners.add(learner);
        var pupil = new DemoPupil(learner, school, calendar, place);
        all.add(pupil);
        return pupil;
    }

    /** Learners of a school who had a plan and are still there in a year. */
    List<DemoPupil> formerly(DemoSchool school, int year) {
        return all.stream()
            .filter(one -> one.school() == school && one.lastPlan() != null && one.staysUntil(year))
            .toList();
    }

    List<DemoPupil> all() {
        return List.copyOf(all);
    }
}
