package lv.pumpurs.core.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.learner.Admission;
import lv.pumpurs.core.learner.ClassPlace;
import lv.pumpurs.core.learner.Guardian;
import lv.pumpurs.core.learner.Learner;
import lv.pumpurs.core.learner.LearnerFilter;
import lv.pumpurs.core.learner.LearnerSort;
import lv.pumpurs.core.learner.Learners;
import lv.pumpurs.core.learner.Outcome;
import lv.pumpurs.core.learner.Reader;
import lv.pumpurs.core.learner.Relation;
import lv.pumpurs.core.schoolyear.Semester;
import lv.pumpurs.core.staff.RolePlace;
import lv.pumpurs.core.staff.Staff;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.spi.BusinessTime;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;

/** A town with learners at every distance from the people whose scope is tried. */
final class Neighbourhood {

    /** Where each learner stands; the home school's class 5.a is the class teacher's. */
    enum Who {
        /** In class 5.a of the home school. */
        CLASSMATE,
        /** In another class of the home school. */
        OTHER_CLASS,
        /** Was in a class 5.a of the home school in an earlier year, and nowhere since. */
        FORMER,
        /** Was in class 5.a of the home school in this year until yesterday. */
        LEFT,
        /** Was in the home school, is in class 5.a of another one. */
        MOVED,
        /** Was in the home school and in another one, and came back. */
        BACK,
        /** In the home school until today, in another one from tomorrow. */
        GOES_TOMORROW,
        /** In another school until today, in class 5.a of the home school from tomorrow. */
        COMES_TOMORROW,
        /** In class 5.a of another school. */
        ELSEWHERE,
        /** In another school, with a measure of the provider. */
        MEASURED,
        /** In another school, the guardian's child. */
        CHILD,
        /** In another school, of age, with a login. */
        ADULT
    }

    private static final LocalDate TODAY = BusinessTime.today(InstantSource.system());
    private static final Semester ANY = Semester.of("2020/2021-1");

    private final Town town;
    private final Map<Who, Learner> learners = new EnumMap<>(Who.class);
    private final String thisYear;

    private Neighbourhood(Town town) {
        this.town = town;
        this.thisYear = schoolYear();
        UUID home = town.home().id();
        UUID other = town.school("Blakus skola").id();
        settle(Who.CLASSMATE, home, thisYear, 5);
        settle(Who.OTHER_CLASS, home, thisYear, 6);
        settle(Who.FORMER, home, "2017/2018", 5);
        settle(Who.LEFT, home, thisYear, 5).finish(TODAY.minusDays(1), Outcome.LEFT);
        settle(Who.MOVED, home, "2017/2018", 4)
            .enrol(new Admission(other, thisYear, ClassPlace.general(5, "a"), TODAY.minusDays(9)), Outcome.TRANSFERRED);
        settle(Who.BACK, home, "2017/2018", 4)
            .enrol(new Admission(other, thisYear, ClassPlace.general(6, "a"), TODAY.minusDays(9)), Outcome.TRANSFERRED);
        learner(Who.BACK)
            .enrol(new Admission(home, thisYear, ClassPlace.general(6, "a"), TODAY.minusDays(2)), Outcome.TRANSFERRED);
        settle(Who.GOES_TOMORROW, home, thisYear, 6)
            .enrol(new Admission(other, thisYear, ClassPlace.general(6, "a"), TODAY.plusDays(1)), Outcome.TRANSFERRED);
        settle(Who.COMES_TOMORROW, other, thisYear, 5)
            .enrol(new Admission(home, thisYear, ClassPlace.general(5, "a"), TODAY.plusDays(1)), Outcome.TRANSFERRED);
        for (Who who : List.of(Who.ELSEWHERE, Who.MEASURED, Who.CHILD, Who.ADULT)) {
            settle(who, other, thisYear, 5);
        }
        learner(Who.ADULT).invite("pieaudzis@mazpilseta.test");
    }

    /** Builds the town, uses it and forgets it. */
    static void in(SchemaName tenant, Consumer<Neighbourhood> test) {
        Town.in(tenant, town -> test.accept(new Neighbourhood(town)));
    }

    /** Whether a role is one of staff, with a first and a last day. */
    static boolean isStaff(Role role) {
        return !EnumSet.of(Role.OPERATOR_ADMIN, Role.OPERATOR_REVIEWER, Role.GUARDIAN, Role.LEARNER).contains(role);
    }

    private String schoolYear() {
        int begin = TODAY.getMonthValue() >= 9 ? TODAY.getYear() : TODAY.getYear() - 1;
        String code = begin + "/" + (begin + 1);
        // a day that no published year contains: the test must not depend on when it runs
        town.entities()
            .createNativeQuery("""
                insert into school_year (code, starts_on, ends_on, basis)
                select ?1, cast(?2 as date), cast(?3 as date), 'test' where not exists (
                    select 1 from school_year where current_date between starts_on and ends_on)
                on conflict (code) do update set starts_on = excluded.starts_on, ends_on = excluded.ends_on""")
            .setParameter(1, code)
            .setParameter(2, begin + "-09-01")
            .setParameter(3, (begin + 1) + "-08-31")
            .executeUpdate();
        return code;
    }

    private Learner settle(Who who, UUID school, String year, int grade) {
        Learner learner = new Learner(Ids.next(), "Anna", who.name(),
                new Admission(school, year, ClassPlace.general(grade, "a"), TODAY.minusYears(1)));
        town.entities().persist(learner);
        learners.put(who, learner);
        return learner;
    }

    private Learner learner(Who who) {
        return java.util.Objects.requireNonNull(learners.get(who));
    }

    /** Somebody who is nothing but this, today. */
    UUID holder(Role role) {
        return switch (role) {
            case GUARDIAN -> guardian(Ids.next(), TODAY, null);
            case LEARNER -> learner(Who.ADULT).id();
            case OPERATOR_ADMIN -> entry(Instant.now().minusSeconds(60), Duration.ofHours(1), false);
            case OPERATOR_REVIEWER -> Ids.next();
            default -> {
                UUID person = staff(place(role), TODAY, role == Role.AUDITOR ? TODAY : null);
                measure(person);
                yield person;
            }
        };
    }

    /** Where a role of staff is held here; an auditor's grant names the home school. */
    RolePlace place(Role role) {
        UUID home = town.home().id();
        return switch (role) {
            case CLASS_TEACHER -> RolePlace.classTeacher(home, "5.a");
            case PROVIDER -> RolePlace.provider(home, "EDUCATOR");
            case TENANT_COORDINATOR, TENANT_ADMIN -> RolePlace.inTenant(role);
            default -> RolePlace.inSchool(role, home);
        };
    }

    UUID staff(RolePlace place, LocalDate from, @Nullable LocalDate to) {
        Staff person = new Staff(Ids.next(), Ids.next() + "@mazpilseta.test", "Anna", "Šķēle");
        town.entities().persist(person);
        grant(person.id(), place, from, to);
        return person.id();
    }

    void grant(UUID person, RolePlace place, LocalDate from, @Nullable LocalDate to) {
        var role = town.entities().find(Staff.class, person).grant(place, from);
        if (to != null) {
            role.endOn(to);
        }
    }

    /** A measure in a live plan of one learner, given by the person, who may be no provider. */
    void measure(UUID person) {
        town.draft(learner(Who.MEASURED), ANY, person);
    }

    UUID guardian(UUID person, LocalDate from, @Nullable LocalDate to) {
        Guardian guardian = new Guardian(person, person + "@vecaki.test", "Vita", "Ozola");
        guardian.represent(learner(Who.CHILD).id(), Relation.PARENT, from);
        town.entities().persist(guardian);
        town.entities()
            .createNativeQuery("update guardianship set valid_to = cast(?1 as date) where guardian_id = ?2")
            .setParameter(1, to == null ? null : to.toString())
            .setParameter(2, person)
            .executeUpdate();
        return person;
    }

    UUID entry(Instant at, Duration length, boolean left) {
        OperatorEntry entry = OperatorEntry.begin(Ids.next(), new Person("s", "", "Olga", Set.of()),
                "Palīdzība ar importu", at, length);
        if (left) {
            entry.leave(at.plusSeconds(60));
        }
        town.entities().persist(entry);
        return entry.id();
    }

    /** Whom the list of learners shows. */
    Set<Who> reached(UUID person, Set<Role> roles) {
        var page = new Learners(town.entities()).page(LearnerFilter.none(), LearnerSort.NAME, 1, 200,
                new Reader(person, roles, roles));
        Set<Who> found = EnumSet.noneOf(Who.class);
        page.rows().forEach(row -> found.add(Who.valueOf(row.familyName())));
        if (found.size() != page.total() || page.rows().size() != found.size()) {
            throw new AssertionError("The list counts " + page.total() + " and shows " + page.rows());
        }
        return found;
    }

    /** Whom the view gives in a role, as a plugin's query asks it. */
    Set<Who> reachedByView(UUID person, Role role) {
        return town.entities()
            .createQuery("""
                select l.familyName from Learner l where exists (
                    select a.learnerId from LearnerAccess a
                    where a.learnerId = l.id and a.personId = :me and a.role in :roles)""", String.class)
            .setParameter("me", person)
            .setParameter("roles", List.of(role))
            .getResultStream()
            .map(Who::valueOf)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Who.class)));
    }
}
