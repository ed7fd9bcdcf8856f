package lv.pumpurs.praise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.learner.Guardian;
import lv.pumpurs.core.learner.Learner;
import lv.pumpurs.core.learner.Relation;
import lv.pumpurs.core.plugin.Switches;
import lv.pumpurs.core.staff.RolePlace;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.PluginSettings.Values;
import lv.pumpurs.spi.Role;
import org.junit.jupiter.api.Test;

/** On a real database with two tenants, both of which have the plugin. A town is forgotten after its test. */
class PraisesDbTest {

    private static final LocalDate DAY = LocalDate.of(2020, 10, 1);
    private static final Set<Role> COORDINATOR = Set.of(Role.TENANT_COORDINATOR);

    @Test
    void praise_is_read_by_whoever_reaches_the_learner_and_by_nobody_else() {
        Town.in(TwoTenants.ALFA, town -> {
            Learner anna = town.learner("Anna", "Ozola", "2020/2021", 5);
            praise(town, anna, "Palīdzēja klasesbiedram", true);
            UUID ofSchool = town.staff("koord@alfa.test",
                    RolePlace.inSchool(Role.SCHOOL_COORDINATOR, town.home().id()))
                .id();
            UUID elsewhere = town.staff("cita@alfa.test",
                    RolePlace.inSchool(Role.SCHOOL_COORDINATOR, town.school("Cita skola").id()))
                .id();
            assertThat(words(town, ofSchool, Set.of(Role.SCHOOL_COORDINATOR)))
                .containsExactly("Palīdzēja klasesbiedram");
            assertThat(words(town, elsewhere, Set.of(Role.SCHOOL_COORDINATOR))).isEmpty();
            assertThat(words(town, ofSchool, Set.of(Role.CLASS_TEACHER))).as("in a role that is not hers").isEmpty();
        });
    }

    @Test
    void a_family_reads_what_was_written_to_be_shown_to_it_in_the_list_and_on_the_timeline() {
        Town.in(TwoTenants.ALFA, town -> {
            Learner anna = town.learner("Anna", "Ozola", "2020/2021", 5);
            praise(town, anna, "Rādīta", true);
            praise(town, anna, "Skolas ziņā", false);
            UUID mother = guardian(town, anna);
            UUID coordinator = coordinator(town);
            Praises praises = new Praises(town.entities());
            Set<Role> family = Set.of(Role.GUARDIAN);
            assertThat(words(town, mother, family)).containsExactly("Rādīta");
            assertThat(praises.of(anna.id(), mother, family, 5)).extracting(PraiseLine::words)
                .containsExactly("Rādīta");
            assertThat(praises.count(anna.id(), mother, family)).isEqualTo(1);
            assertThat(praises.count(anna.id(), coordinator, COORDINATOR)).isEqualTo(2);
        });
    }

    @Test
    void of_a_school_that_has_the_plugin_off_nothing_is_shown_and_all_is_back_when_it_is_on_again() {
        Town.in(TwoTenants.ALFA, town -> {
            Learner anna = town.learner("Anna", "Ozola", "2020/2021", 5);
            praise(town, anna, "Malacis", true);
            UUID coordinator = coordinator(town);
            new Switches(town.entities()).turn(PraisePlugin.ID, town.home().id(), false);
            Praises praises = new Praises(town.entities());
            assertThat(words(town, coordinator, COORDINATOR)).isEmpty();
            assertThat(praises.count(anna.id(), coordinator, COORDINATOR)).isZero();
            assertThat(praises.learner(anna.id(), coordinator, COORDINATOR)).as("to be praised").isEmpty();
            new Switches(town.entities()).turn(PraisePlugin.ID, town.home().id(), true);
            assertThat(words(town, coordinator, COORDINATOR)).containsExactly("Malacis");
        });
    }

    @Test
    void a_tenant_reads_its_own_praise_and_the_neighbour_nothing_of_it() {
        UUID somebody = Ids.next();
        for (SchemaName tenant : List.of(TwoTenants.ALFA, TwoTenants.BETA)) {
            Town.in(tenant, town -> {
                Learner anna = town.learner("Anna", "Ozola", "2020/2021", 5);
                praise(town, anna, "No " + tenant.value(), true);
                assertThat(words(town, coordinator(town), COORDINATOR)).containsExactly("No " + tenant.value());
                assertThat(words(town, somebody, COORDINATOR)).isEmpty();
            });
        }
    }

    /** More than are read at a time, all of one day, and none twice. */
    @Test
    void a_file_holds_every_praise_once_in_the_order_of_the_page() {
        Town.in(TwoTenants.BETA, town -> {
            Learner anna = town.learner("Anna", "Ozola", "2020/2021", 5);
            for (int i = 0; i < 503; i++) {
                praise(town, anna, "Malacis", true);
            }
            UUID coordinator = coordinator(town);
            Praises praises = new Praises(town.entities());
            List<PraiseLine> all = new ArrayList<>();
            praises.each(coordinator, COORDINATOR, all::add);
            assertThat(all).hasSize(503).extracting(PraiseLine::id).doesNotHaveDuplicates();
            assertThat(all.subList(0, Praises.SHOWN)).isEqualTo(praises.latest(coordinator, COORDINATOR));
        });
    }

    private static void praise(Town town, Learner learner, String words, boolean family) {
        new Praises(town.entities())
            .add(Praise.given(learner.id(), town.author().id(), DAY, words, new SetTo(family)));
    }

    private static List<String> words(Town town, UUID me, Set<Role> roles) {
        return new Praises(town.entities()).latest(me, roles).stream().map(PraiseLine::words).toList();
    }

    private static UUID coordinator(Town town) {
        return town.staff(Ids.next() + "@mazpilseta.test", RolePlace.inTenant(Role.TENANT_COORDINATOR)).id();
    }

    private static UUID guardian(Town town, Learner child) {
        Guardian guardian = new Guardian(Ids.next(), Ids.next() + "@mazpilseta.test", "Māra", "Ozola");
        guardian.represent(child.id(), Relation.PARENT, LocalDate.of(2017, 9, 1));
        town.entities().persist(guardian);
        return guardian.id();
    }

    /** A school that lets a praise be as long as it may be. */
    private record SetTo(boolean family) implements Values {

        @Override
        public int number(String name) {
            return 500;
        }

        @Override
        public boolean flag(String name) {
            return family;
        }

        @Override
        public String text(String name) {
            throw new IllegalArgumentException(name);
        }
    }
}
