package lv.pumpurs.consultations;

import static lv.pumpurs.consultations.Office.OCTOBER;
import static lv.pumpurs.consultations.Room.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.consultations.DirectorOrder.Paper;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.staff.RolePlace;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Role;
import org.junit.jupiter.api.Test;

/** Who meets a thing in which role: at the own school, at another one, as the family. */
class InWhichRoleDbTest {

    @Test
    void who_works_elsewhere_and_is_the_family_here_reads_a_sheet_as_the_family() {
        Town.in(TwoTenants.ALFA, town -> {
            UUID me = ConsultationsDbTest.provider(town);
            UUID anna = ConsultationsDbTest.supported(town, "Anna", me).id();
            SheetsDbTest.confirm(new Room(town.entities(), me).held("13:00", 40, anna));
            Office provider = new Office(town.entities(), me, Role.PROVIDER);
            provider.decisions.handIn(OCTOBER, false);
            UUID sheet = provider.read().getFirst().id();
            UUID school = town.staff("skola@mazpilseta.test",
                    RolePlace.inSchool(Role.SCHOOL_COORDINATOR, town.home().id()))
                .id();
            UUID both = town.staff("mamma@mazpilseta.test",
                    RolePlace.inSchool(Role.SCHOOL_COORDINATOR, town.school("Cita skola").id()))
                .id();
            guardian(town, both, anna);
            Office family = new Office(town.entities(), both, Role.SCHOOL_COORDINATOR, Role.GUARDIAN);
            assertThat(family.reading.sheet(sheet).acts()).isEmpty();
            assertThat(family.reading.sheet(sheet).timesheet()).isFalse();
            Office office = new Office(town.entities(), school, Role.SCHOOL_COORDINATOR);
            assertThat(office.reading.sheet(sheet).acts()).containsExactly("VERIFY", "RETURN");
            office.decisions.giveBack(office.decisions.toReturn(sheet), "Trūkst paraksta");
            assertThat(office.reading.sheet(sheet).course().returned()).isEqualTo("Trūkst paraksta");
            assertThat(provider.reading.sheet(sheet).course().returned()).isEqualTo("Trūkst paraksta");
            assertThat(family.reading.sheet(sheet).course().returned()).isNull();
        });
    }

    @Test
    void orders_of_a_school_without_the_plugin_are_not_there_and_none_is_written_down_for_it() {
        Town.in(TwoTenants.ALFA, town -> {
            UUID school = town.home().id();
            UUID director = town.staff("dir@mazpilseta.test", RolePlace.inSchool(Role.SCHOOL_DIRECTOR, school)).id();
            DirectorOrders orders = new DirectorOrders(town.entities());
            DirectorOrder order = new DirectorOrder(Ids.next(), school, new Paper("1", DAY, DAY, DAY), director);
            orders.add(order);
            Set<Role> roles = Set.of(Role.SCHOOL_DIRECTOR);
            assertThat(orders.of(director, roles, 10)).containsExactly(order);
            assertThat(orders.schools(director, roles)).hasSize(1);
            town.entities()
                .createNativeQuery("insert into plugin_school (id, plugin, school_id, enabled)"
                        + " values (uuidv7(), 'consultations', ?1, false)")
                .setParameter(1, school)
                .executeUpdate();
            assertThat(orders.of(director, roles, 10)).isEmpty();
            assertThat(orders.find(order.id(), director, roles)).isEmpty();
            assertThat(orders.schools(director, roles)).isEmpty();
        });
    }

    @Test
    void what_was_planned_is_not_held_on_a_day_on_which_the_plan_has_rested_since() {
        Town.in(TwoTenants.ALFA, town -> {
            UUID me = ConsultationsDbTest.provider(town);
            UUID anna = ConsultationsDbTest.supported(town, "Anna", me).id();
            Room room = new Room(town.entities(), me);
            List<Consultation> planned = room.write(Room.wish(DAY, "10:00", 40, false, false), anna);
            room.desk.requireAgreed(planned);
            town.entities()
                .createNativeQuery("insert into plan_suspension (id, plan_id, since, reason, person_id)"
                        + " values (uuidv7(), ?1, ?2, 'x', ?3)")
                .setParameter(1, planned.getFirst().planId())
                .setParameter(2, DAY)
                .setParameter(3, me)
                .executeUpdate();
            assertThatExceptionOfType(Refused.class).isThrownBy(() -> room.desk.requireAgreed(planned))
                .satisfies(no -> assertThat(no.type()).isEqualTo(ConsultationProblem.PLAN_NOT_ACTIVE));
        });
    }

    @Test
    void one_from_before_there_were_times_stays_as_it_is() {
        Town.in(TwoTenants.ALFA, town -> {
            UUID me = ConsultationsDbTest.provider(town);
            UUID anna = ConsultationsDbTest.supported(town, "Anna", me).id();
            Room room = new Room(town.entities(), me);
            Consultation old = room.held("13:00", 40, anna).getFirst();
            town.entities()
                .createNativeQuery(
                        "update consultation set starts_at = null, confirm_by = null, leads = false where id = ?1")
                .setParameter(1, old.id())
                .executeUpdate();
            town.entities().refresh(old);
            assertThatExceptionOfType(Refused.class).isThrownBy(() -> old.cancel("Kļūda"))
                .satisfies(no -> assertThat(no.type()).isEqualTo(ConsultationProblem.WRONG_STATE));
            room.consultations.write();
        });
    }

    private static void guardian(Town town, UUID person, UUID child) {
        town.entities()
            .createNativeQuery("insert into guardian (id, email, given_name, family_name)"
                    + " values (?1, 'mamma2@mazpilseta.test', 'Ilze', 'Ozola')")
            .setParameter(1, person)
            .executeUpdate();
        town.entities()
            .createNativeQuery("insert into guardianship (id, guardian_id, learner_id, relation, valid_from)"
                    + " values (uuidv7(), ?1, ?2, 'PARENT', '2020-01-01')")
            .setParameter(1, person)
            .setParameter(2, child)
            .executeUpdate();
    }
}
