package lv.pumpurs.launcher.demo;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import lv.pumpurs.core.school.School;
import lv.pumpurs.core.staff.RolePlace;
import lv.pumpurs.core.staff.Staff;
import lv.pumpurs.core.staff.StaffMembers;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Role;

/** The staff of a tenant: the people of {@link DemoAccounts} at the first school, generated ones everywhere. */
final class DemoStaff {

    /** Professions of a school's providers; the more often named, the more people. */
    private static final List<String> PROFESSIONS = List.of("EDUCATOR", "SOCIAL_PEDAGOGUE", "PSYCHOLOGIST",
            "TEACHER_ASSISTANT", "EDUCATOR", "EDUCATOR", "EDUCATOR", "EDUCATOR", "EDUCATOR", "EDUCATOR", "EDUCATOR");
    private static final LocalDate SINCE = LocalDate.of(2017, 9, 1);

    private final String tenant;
    private final StaffMembers members;
    private final RandomGenerator random;
    private final Map<UUID, DemoSchool> schools = new LinkedHashMap<>();
    private int people;
    private final UUID coordinator;

    DemoStaff(String tenant, StaffMembers members, RandomGenerator random) {
        this.tenant = tenant;
        this.members = members;
        this.random = random;
        this.coordinator = account(Role.TENANT_COORDINATOR, RolePlace.inTenant(Role.TENANT_COORDINATOR)).id();
        account(Role.TENANT_ADMIN, RolePlace.inTenant(Role.TENANT_ADMIN));
    }

    /** Employs people at a school; the first one is where the demonstration's accounts work. */
    DemoSchool employ(School school, int providers) {
        boolean home = schools.isEmpty();
        var directs = RolePlace.inSchool(Role.SCHOOL_DIRECTOR, school.id());
        var writes = RolePlace.inSchool(Role.PLAN_AUTHOR, school.id());
        var coordinates = RolePlace.inSchool(Role.SCHOOL_COORDINATOR, school.id());
        var demo = home
                ? new DemoSchool(school, account(Role.SCHOOL_DIRECTOR, directs).id(),
                        account(Role.PLAN_AUTHOR, writes).id())
                : new DemoSchool(school, person(directs).id(), person(writes).id());
        if (home) {
            account(Role.SCHOOL_COORDINATOR, coordinates);
            account(Role.SCHOOL_ADMIN, RolePlace.inSchool(Role.SCHOOL_ADMIN, school.id()));
            audit(school);
        } else {
            person(coordinates);
        }
        for (int i = 0; i < providers; i++) {
            var profession = PROFESSIONS.get(i % PROFESSIONS.size());
            var place = RolePlace.provider(school.id(), profession);
            demo.employ((home && i == 0 ? account(Role.PROVIDER, place) : person(place)).id(), profession);
        }
        if (home && DemoAccounts.IN_TWO.tenants().contains(tenant)) {
            var place = RolePlace.provider(school.id(), "PSYCHOLOGIST");
            demo.employ(add(DemoAccounts.IN_TWO, place).id(), "PSYCHOLOGIST");
        }
        schools.put(school.id(), demo);
        return demo;
    }

    /** The class teacher of a class; of the first school's biggest class the one who can sign in. */
    void classTeacher(DemoSchool school, String className, boolean account) {
        var place = RolePlace.classTeacher(school.id(), className);
        if (account) {
            account(Role.CLASS_TEACHER, place);
        } else {
            person(place);
        }
    }

    UUID coordinator() {
        return coordinator;
    }

    private void audit(School school) {
        var account = DemoAccounts.of(tenant, Role.AUDITOR);
        var auditor = new Staff(Ids.next(), account.email(), account.givenName(), account.familyName());
        auditor.grant(RolePlace.inSchool(Role.AUDITOR, school.id()), LocalDate.of(2026, 9, 1))
            .endOn(LocalDate.of(2027, 6, 30));
        members.add(auditor);
    }

    private Staff account(Role role, RolePlace place) {
        return add(DemoAccounts.of(tenant, role), place);
    }

    private Staff add(DemoAccount account, RolePlace place) {
        var staff = new Staff(Ids.next(), account.email(), account.givenName(), account.familyName());
        staff.grant(place, SINCE);
        members.add(staff);
        return staff;
    }

    private Staff person(RolePlace place) {
        var name = DemoNames.next(random);
        people++;
        var staff = new Staff(Ids.next(), "persona%d.%s@demo.pumpurs.test".formatted(people, tenant), name.given(),
                name.family());
        staff.grant(place, SINCE);
        members.add(staff);
        return staff;
    }
}
