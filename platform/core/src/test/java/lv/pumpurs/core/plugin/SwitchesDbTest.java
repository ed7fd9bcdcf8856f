package lv.pumpurs.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.learner.Learner;
import lv.pumpurs.core.plugin.Setting.Said;
import lv.pumpurs.core.school.School;
import lv.pumpurs.core.staff.RolePlace;
import lv.pumpurs.spi.EnabledSchool;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.PluginSettings.Values;
import lv.pumpurs.spi.Role;
import org.junit.jupiter.api.Test;

/** What a municipality and its schools have switched on, and for whom. */
class SwitchesDbTest {

    private static final String PLUGIN = "trial-plugin";
    private static final Set<String> OFFERED = Set.of(PLUGIN, "other-plugin");

    private static Switches allowed(Town town, boolean onByDefault) {
        Switches switches = new Switches(town.entities());
        switches.add(new PluginPermit(Ids.next(), PLUGIN, onByDefault));
        return new Switches(town.entities());
    }

    private static UUID person(Town town, RolePlace place) {
        return town.staff(Ids.next() + "@alfa.test", place).id();
    }

    @Test
    void a_plugin_is_on_where_the_municipality_allows_it_and_the_school_has_not_said_no() {
        Town.in(TwoTenants.ALFA, town -> {
            Switches switches = allowed(town, true);
            UUID home = town.home().id();
            assertThat(switches.schools(PLUGIN)).contains(home);
            switches.turn(PLUGIN, home, false);
            town.entities();
            assertThat(switches.schools(PLUGIN)).doesNotContain(home);
            switches.turn(PLUGIN, home, true);
            switches.permit(PLUGIN).orElseThrow().stop();
            town.entities();
            assertThat(switches.schools(PLUGIN)).as("the school's word holds as far as it is allowed").isEmpty();
        });
    }

    @Test
    void what_a_school_had_said_is_back_when_the_municipality_allows_the_plugin_again() {
        Town.in(TwoTenants.ALFA, town -> {
            Switches switches = allowed(town, false);
            UUID home = town.home().id();
            School other = town.school("Otrā vidusskola");
            switches.turn(PLUGIN, home, true);
            switches.permit(PLUGIN).orElseThrow().stop();
            town.entities();
            switches.permit(PLUGIN).orElseThrow().allow(false);
            town.entities();
            assertThat(switches.schools(PLUGIN)).contains(home).doesNotContain(other.id());
        });
    }

    @Test
    void a_person_has_the_plugins_of_the_own_schools_and_the_municipality_those_of_all() {
        Town.in(TwoTenants.ALFA, town -> {
            Switches switches = allowed(town, false);
            School other = town.school("Otrā vidusskola");
            switches.turn(PLUGIN, other.id(), true);
            UUID here = person(town, RolePlace.inSchool(Role.SCHOOL_DIRECTOR, town.home().id()));
            UUID there = person(town, RolePlace.inSchool(Role.PLAN_AUTHOR, other.id()));
            UUID all = person(town, RolePlace.inTenant(Role.TENANT_COORDINATOR));
            town.entities();
            assertThat(switches.reachedBy(here, Set.of(Role.SCHOOL_DIRECTOR), OFFERED)).isEmpty();
            assertThat(switches.reachedBy(there, Set.of(Role.PLAN_AUTHOR), OFFERED))
                .isEqualTo(Map.of(PLUGIN, Set.of(other.id())));
            assertThat(switches.reachedBy(all, Set.of(Role.TENANT_COORDINATOR), OFFERED))
                .isEqualTo(Map.of(PLUGIN, Set.of(other.id())));
            assertThat(switches.reachedBy(UUID.randomUUID(), Set.of(Role.OPERATOR_ADMIN), OFFERED))
                .containsKey(PLUGIN);
        });
    }

    @Test
    void what_is_not_offered_is_on_for_nobody() {
        Town.in(TwoTenants.ALFA, town -> {
            Switches switches = allowed(town, true);
            UUID all = person(town, RolePlace.inTenant(Role.TENANT_COORDINATOR));
            town.entities();
            assertThat(switches.reachedBy(all, Set.of(Role.TENANT_COORDINATOR), Set.of("other-plugin"))).isEmpty();
            assertThat(switches.reachedBy(all, Set.of(Role.TENANT_COORDINATOR), Set.of())).isEmpty();
        });
    }

    @Test
    void a_family_has_the_plugins_of_the_schools_of_its_children() {
        Town.in(TwoTenants.ALFA, town -> {
            Switches switches = allowed(town, false);
            Learner child = town.learner("Anna", "Ozola", "2020/2021", 5);
            child.invite("anna@alfa.test");
            town.entities();
            assertThat(switches.reachedBy(child.id(), Set.of(Role.LEARNER), OFFERED)).isEmpty();
            switches.turn(PLUGIN, town.home().id(), true);
            town.entities();
            assertThat(switches.reachedBy(child.id(), Set.of(Role.LEARNER), OFFERED))
                .isEqualTo(Map.of(PLUGIN, Set.of(town.home().id())));
            assertThat(switches.reachedBy(child.id(), Set.of(Role.GUARDIAN), OFFERED)).isEmpty();
        });
    }

    @Test
    void a_plugin_can_join_the_schools_where_it_is_on() {
        Town.in(TwoTenants.ALFA, town -> {
            allowed(town, true);
            assertThat(town.entities()
                .createQuery("select e from EnabledSchool e where e.plugin = :plugin and e.schoolId = :school",
                        EnabledSchool.class)
                .setParameter("plugin", PLUGIN)
                .setParameter("school", town.home().id())
                .getResultList()).hasSize(1);
        });
    }

    @Test
    void a_plugin_reads_the_schools_value_within_the_bounds_of_the_municipality() {
        Town.in(TwoTenants.ALFA, town -> {
            Switches switches = allowed(town, true);
            UUID home = town.home().id();
            School other = town.school("Otrā vidusskola");
            switches.say(PLUGIN, null, Map.of("unit", new Said("50", 45, 90, false), "strict",
                    new Said("false", null, null, true)));
            switches.say(PLUGIN, home, Map.of("unit", new Said("40", null, null, false), "strict",
                    new Said("true", null, null, false)));
            SettingsOfSchools settings = new SettingsOfSchools(town.entities(), name -> Optional.empty());
            Values here = settings.of(Trial.of(PLUGIN), home);
            Values there = settings.of(Trial.of(PLUGIN), other.id());
            assertThat(here.number("unit")).as("closer bounds hold at once").isEqualTo(45);
            assertThat(there.number("unit")).isEqualTo(50);
            assertThat(here.flag("strict")).isFalse();
            assertThat(here.text("mode")).isEqualTo("CAREFUL");
            switches.say(PLUGIN, null, Map.of("unit", Said.NOTHING, "strict", Said.NOTHING));
            town.entities();
            assertThat(settings.of(Trial.of(PLUGIN), home).number("unit")).isEqualTo(40);
            assertThat(settings.of(Trial.of(PLUGIN), home).flag("strict")).isTrue();
            assertThat(switches.said(PLUGIN)).isEmpty();
        });
    }

    /** The second one waits for the first, instead of writing a second row that the database refuses. */
    @Test
    void two_who_decide_first_for_one_school_at_once_are_both_heard() throws Exception {
        UUID school = Ids.next();
        look("insert into school values ('" + school + "', null, 'Divu vidusskola', 'VIDUSSKOLA', null) returning 1");
        look("insert into plugin_permit values ('" + school + "', '" + PLUGIN + "', true, false, 1) returning 1");
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<Boolean> second = committed(em -> {
                new Switches(em).turn(PLUGIN, school, true);
                em.flush();
                Future<Boolean> waiting = other.submit(() -> committed(later -> {
                    new Switches(later).turn(PLUGIN, school, false);
                    return true;
                }));
                while (look("select count(*) from pg_catalog.pg_locks l where not l.granted") == 0
                        && !waiting.isDone()) {
                    Thread.onSpinWait();
                }
                return waiting;
            });
            assertThat(second.get()).isTrue();
            assertThat(look("select count(*) from plugin_school where not enabled and school_id = '" + school + "'"))
                .isOne();
        } finally {
            look("with gone as (delete from plugin_school where school_id = '" + school + "') select 1");
            look("with gone as (delete from plugin_permit where id = '" + school + "') select 1");
            look("with gone as (delete from school where id = '" + school + "') select 1");
        }
    }

    private static <T> T committed(Function<EntityManager, T> work) {
        return TwoTenants.database().entityManagers().inTransaction(TwoTenants.ALFA, null, work);
    }

    private static long look(String sql) {
        try (Connection connection = TwoTenants.database().superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set search_path = " + TwoTenants.ALFA);
            try (ResultSet rows = statement.executeQuery(sql)) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
