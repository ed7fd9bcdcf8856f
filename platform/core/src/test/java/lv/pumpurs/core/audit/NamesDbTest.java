package lv.pumpurs.core.audit;

import static lv.pumpurs.core.fixture.TwoTenants.ALFA;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.fixture.Somebody;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.learner.Guardian;
import lv.pumpurs.core.staff.RolePlace;
import lv.pumpurs.core.staff.Staff;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Role;
import org.junit.jupiter.api.Test;

/** Whose names a reader of the log is told. */
class NamesDbTest {

    @Test
    void a_guardians_name_is_for_those_who_may_read_learners_and_staff_who_are_parents_are_staff() {
        Town.in(ALFA, town -> {
            UUID parent = Ids.next();
            town.entities().persist(new Guardian(parent, parent + "@alfa.test", "Vita", "Vecāka"));
            Staff both = town.staff(Ids.next() + "@alfa.test", RolePlace.inTenant(Role.TENANT_ADMIN));
            town.entities().persist(new Guardian(both.id(), both.id() + "@alfa.test", "Cits", "Vārds"));
            var names = new Names(town.entities()).of(Set.of(parent.toString(), both.id().toString()), Set.of());
            LogReader administrator = new LogReader(Somebody.with(Role.TENANT_ADMIN));
            LogReader coordinator = new LogReader(Somebody.with(Role.TENANT_COORDINATOR));
            assertThat(administrator.name(names.get(parent.toString()))).isNull();
            assertThat(coordinator.name(names.get(parent.toString()))).isEqualTo("Vita Vecāka");
            assertThat(administrator.name(names.get(both.id().toString()))).isEqualTo(both.givenName() + " "
                    + both.familyName());
        });
    }
}
