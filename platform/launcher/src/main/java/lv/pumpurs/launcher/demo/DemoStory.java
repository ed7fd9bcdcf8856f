package lv.pumpurs.launcher.demo;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import lv.pumpurs.core.learner.FoldedName;
import lv.pumpurs.core.learner.Guardian;
import lv.pumpurs.core.learner.Learners;
import lv.pumpurs.core.learner.Relation;
import lv.pumpurs.core.personalcode.PersonalCodeVault;
import lv.pumpurs.core.plan.PlanCode;
import lv.pumpurs.core.plan.SupportPlan;
import lv.pumpurs.core.plan.SupportPlans;
import lv.pumpurs.core.programme.Programmes;
import lv.pumpurs.core.school.School;
import lv.pumpurs.core.school.Schools;
import lv.pumpurs.core.schoolyear.SchoolYears;
import lv.pumpurs.core.schoolyear.Semester;
import lv.pumpurs.core.staff.StaffMembers;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.launcher.demo.DemoPlans.Fate;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Role;

/** One tenant from its first plan to the current semester. */
final class DemoStory {

    private static final Semester NOW = Semester.of("2026/2027-1");
    private static final Semester UNDATED = Semester.of("2019/2020-1");
    /** Learners in the end, enough for lists of several pages. */
    private static final Map<String, Integer> SIZE = Map.of("lubana", 120, "rezekne", 400, "livani", 250);
    private static final Map<String, Integer> EDUCATORS = Map.of("lubana", 10, "rezekne", 76, "livani", 26);
    private static final List<Fate> PRESENT = List.of(Fate.ACTIVE, Fate.STEP_1, Fate.ACTIVE, Fate.DRAFT, Fate.STEP_2,
            Fate.ACTIVE, Fate.STEP_3, Fate.ACTIVE, Fate.RETURNED, Fate.ACTIVE);

    private final String tenant;
    private final EntityManager entities;
    private final RandomGenerator random;
    private final DemoCalendar calendar;
    private final DemoStaff staff;
    private final DemoPupils pupils;
    private final Programmes programmes;
    private final SupportPlans plans;
    private final Learners learners;
    private final Map<String, DemoSchool> schools = new LinkedHashMap<>();
    private int present;

    DemoStory(String tenant, EntityManager entities, PersonalCodeVault vault, RandomGenerator random) {
        this.tenant = tenant;
        this.entities = entities;
        this.random = random;
        this.calendar = new DemoCalendar(new SchoolYears(entities));
        this.staff = new DemoStaff(tenant, new StaffMembers(entities), random);
        this.learners = new Learners(entities);
        this.pupils = new DemoPupils(learners, calendar, vault, SchemaName.ofTenant(tenant), random);
        this.programmes = new Programmes(entities);
        this.plans = new SupportPlans(entities);
    }

    void tell() {
        var chapters = Chapter.of(tenant, UNDATED);
        employ(chapters);
        var past = writing("PUMPURS");
        chapters.forEach(chapter -> tell(chapter, past));
        pupils.all().forEach(pupil -> pupil.goOnTo(NOW.firstYear()));
        enrolPresent();
        var planned = planPresent(writing("SKOLA_KOPIENA"));
        guardians(planned);
        classTeachers();
        entities.flush();
    }

    private DemoPlans writing(String programme) {
        return new DemoPlans(programme, programmes.approvalChain(programme), calendar, staff.coordinator(), random);
    }

    /** The school of the first chapter comes first: the accounts of the demonstration work there. */
    private void employ(List<Chapter> chapters) {
        var found = new Schools(entities).all()
            .stream()
            .collect(Collectors.toMap(school -> key(school.name()), school -> school));
        var names = chapters.stream().map(chapter -> key(chapter.school())).distinct().toList();
        int educators = EDUCATORS.getOrDefault(tenant, 10);
        for (int i = 0; i < names.size(); i++) {
            School school = found.get(names.get(i));
            if (school == null) {
                throw new IllegalStateException("The tenant " + tenant + " has no school " + names.get(i));
            }
            int share = educators * (i + 1) / names.size() - educators * i / names.size();
            schools.put(names.get(i), staff.employ(school, share));
        }
    }

    private void tell(Chapter chapter, DemoPlans writing) {
        var school = schoolOf(chapter);
        int year = chapter.semester().firstYear();
        List<DemoPupil> supported = new ArrayList<>(pupils.formerly(school, year));
        Collections.shuffle(supported, Random.from(random));
        if (supported.size() < chapter.again()) {
            throw new IllegalStateException("Too few learners to go on with at " + chapter.school());
        }
        supported.subList(chapter.again(), supported.size()).clear();
        supported.forEach(pupil -> pupil.goOnTo(year));
        int grades = chapter.highestGrade() - chapter.lowestGrade() + 1;
        for (int i = 0; i < chapter.plans() - chapter.again(); i++) {
            supported.add(pupils.next(school, year, chapter.lowestGrade() + i % grades));
        }
        var codes = plans.nextCodes(PlanCode.prefix(school.name()), chapter.semester(), supported.size());
        List<SupportPlan> written = new ArrayList<>();
        for (int i = 0; i < supported.size(); i++) {
            written.add(writing.write(supported.get(i), chapter.semester(), codes.get(i), Fate.CLOSED));
        }
        plans.addAll(written);
    }

    private void enrolPresent() {
        int missing = SIZE.getOrDefault(tenant, 100) - pupils.all().size() - 1;
        var all = List.copyOf(schools.values());
        for (int i = 0; i < missing; i++) {
            var school = all.get(i % all.size());
            int grades = school.highestGrade() - school.lowestGrade() + 1;
            pupils.next(school, NOW.firstYear(), school.lowestGrade() + i / all.size() % grades);
        }
    }

    /** Two of five learners have a plan now, in every state that a plan can be in. */
    private List<DemoPupil> planPresent(DemoPlans writing) {
        List<DemoPupil> planned = new ArrayList<>();
        for (var school : schools.values()) {
            List<DemoPupil> here = new ArrayList<>(pupils.all()
                .stream()
                .filter(pupil -> !pupil.gone() && pupil.school() == school)
                .toList());
            Collections.shuffle(here, Random.from(random));
            var chosen = new ArrayList<>(here.subList(0, here.size() * 2 / 5));
            if (planned.isEmpty() && school.highestGrade() == 12) {
                chosen.add(0, adult(school));
            }
            var codes = plans.nextCodes(PlanCode.prefix(school.name()), NOW, chosen.size());
            List<SupportPlan> written = new ArrayList<>();
            for (int i = 0; i < chosen.size(); i++) {
                written.add(writing.write(chosen.get(i), NOW, codes.get(i), PRESENT.get(present++ % PRESENT.size())));
            }
            plans.addAll(written);
            planned.addAll(chosen);
            takePart(school);
        }
        return planned;
    }

    /** The adult learner who can sign in. */
    private DemoPupil adult(DemoSchool school) {
        var account = DemoAccounts.of(tenant, Role.LEARNER);
        var name = new DemoNames.Name(account.givenName(), account.familyName());
        var pupil = pupils.add(name, school, NOW.firstYear(), 12);
        pupil.learner().invite(account.email());
        return pupil;
    }

    /** Without this the present plans would be those of schools that take part in nothing. */
    private void takePart(DemoSchool school) {
        entities.createNativeQuery("""
                insert into school_participation (id, school_id, programme, from_semester, precision, announced, listed,
                    source) values (?1, ?2, 'SKOLA_KOPIENA', ?3, 'SEMESTER', false, false, 'Demonstrācijas dati')""")
            .setParameter(1, Ids.next())
            .setParameter(2, school.id())
            .setParameter(3, NOW.code())
            .executeUpdate();
    }

    /** Every learner with a plan has somebody who signed the application; one of them can sign in, with two children. */
    private void guardians(List<DemoPupil> planned) {
        var account = DemoAccounts.of(tenant, Role.GUARDIAN);
        var first = new Guardian(Ids.next(), account.email(), account.givenName(), account.familyName());
        for (int i = 0; i < planned.size(); i++) {
            var learner = planned.get(i).learner();
            var since = LocalDate.of(2018, 9, 1);
            if (i == 1 || i == 2) {
                first.represent(learner.id(), Relation.PARENT, since);
                continue;
            }
            var name = DemoNames.next(random);
            var guardian = new Guardian(Ids.next(), "vecaks%d.%s@demo.pumpurs.test".formatted(i, tenant), name.given(),
                    name.family());
            guardian.represent(learner.id(), Relation.PARENT, since);
            learners.add(guardian);
        }
        learners.add(first);
    }

    /** Every class of this year has a class teacher; the account's is the biggest class of the first school. */
    private void classTeachers() {
        boolean home = true;
        for (var school : schools.values()) {
            Map<String, Long> classes = pupils.all()
                .stream()
                .filter(pupil -> !pupil.gone() && pupil.school() == school)
                .collect(Collectors.groupingBy(DemoPupil::className, TreeMap::new, Collectors.counting()));
            var biggest = Collections.max(classes.entrySet(), Map.Entry.comparingByValue()).getKey();
            for (var className : classes.keySet()) {
                staff.classTeacher(school, className, home && className.equals(biggest));
            }
            home = false;
        }
    }

    private DemoSchool schoolOf(Chapter chapter) {
        var school = schools.get(key(chapter.school()));
        if (school == null) {
            throw new IllegalStateException("No school " + chapter.school());
        }
        return school;
    }

    /** Names of schools are written with and without a space after the number. */
    private static String key(String schoolName) {
        return FoldedName.fold(schoolName).replace(" ", "");
    }
}
