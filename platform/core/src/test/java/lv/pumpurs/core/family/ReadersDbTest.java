package lv.pumpurs.core.family;

import static lv.pumpurs.core.fixture.TwoTenants.ALFA;
import static lv.pumpurs.core.fixture.TwoTenants.BETA;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import lv.pumpurs.core.family.ReadersView.Visit;
import lv.pumpurs.core.fixture.Somebody;
import lv.pumpurs.core.fixture.Statements;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.tenancy.Acting;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.core.tenancy.StandaloneEntityManagers;
import lv.pumpurs.core.web.ListQuery;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who opened a file, as each reader is told. */
class ReadersDbTest {

    private static final UUID TEACHER = Ids.next();
    private static final UUID OPERATOR = Ids.next();
    private static final UUID MOTHER = Ids.next();
    private static final UUID FATHER = Ids.next();
    private static final Instant MORNING = Instant.parse("2026-11-25T07:00:00Z");
    private static final ListQuery FIRST = new ListQuery(1, 25, "at", false);
    private static final Somebody COORDINATOR = Somebody.with(Role.SCHOOL_COORDINATOR);

    @BeforeAll
    static void people_of_alfa() throws SQLException {
        sql("insert into t_alfa.staff values ('%s', '%s@x.test', 'Ilze', 'Rakstītāja')".formatted(TEACHER, TEACHER),
                "insert into t_alfa.guardian values ('%s', '%s@x.test', 'Māra', 'Māte'), ('%s', '%s@x.test', 'Tālis', 'Tēvs')"
                    .formatted(MOTHER, MOTHER, FATHER, FATHER),
                "insert into t_alfa.operator_entry (id, person_name, operator_subject, role, reason, entered_at, expires_at) values ('%s', 'Oskars Operators', 'readers', 'OPERATOR_ADMIN', 'Palīdzība importā', now(), now() + interval '1 hour')"
                    .formatted(OPERATOR));
    }

    @AfterAll
    static void the_people_go_and_the_log_stays() throws SQLException {
        sql("delete from t_alfa.staff where id = '" + TEACHER + "'",
                "delete from t_alfa.guardian where id in ('" + MOTHER + "', '" + FATHER + "')",
                "delete from t_alfa.operator_entry where id = '" + OPERATOR + "'");
    }

    @Test
    void pages_without_a_break_of_more_than_half_an_hour_are_one_visit() throws SQLException {
        UUID learner = Ids.next();
        Duration half = Duration.ofMinutes(Readers.BREAK_MINUTES);
        for (int page = 0; page < 10; page++) {
            read(learner, TEACHER, "PLAN_AUTHOR", page == 3 ? "plan:read" : "learner:read",
                    MORNING.plusSeconds(page));
        }
        Instant still = MORNING.plusSeconds(9).plus(half);
        read(learner, TEACHER, "CLASS_TEACHER", "learner:read", still);
        read(learner, MOTHER, "GUARDIAN", "learner:read", still);
        read(learner, TEACHER, "CLASS_TEACHER", "learner:read", still.plus(half).plusMillis(1));

        List<Visit> visits = visits(ALFA, learner, COORDINATOR);
        assertThat(visits).extracting(Visit::pages).containsExactly(1, 1, 11);
        Visit morning = visits.getLast();
        assertThat(morning.from()).isEqualTo(MORNING);
        assertThat(morning.until()).isEqualTo(still);
        assertThat(morning.read()).containsExactly("learner:read", "plan:read");
        assertThat(morning.reader().roles()).containsExactly("CLASS_TEACHER", "PLAN_AUTHOR");
        assertThat(visits.getFirst().from()).isEqualTo(still.plus(half).plusMillis(1));
    }

    @Test
    void staff_and_operators_are_named_and_an_operator_with_the_reason() throws SQLException {
        UUID learner = Ids.next();
        read(learner, TEACHER, "PROVIDER", "learner:read", MORNING);
        read(learner, OPERATOR, "OPERATOR_ADMIN", "learner:read", MORNING.plusSeconds(1));
        read(learner, Ids.next(), "PROVIDER", "learner:read", MORNING.plusSeconds(2));

        for (Somebody reader : List.of(COORDINATOR, guardian(MOTHER))) {
            List<Visit> visits = visits(ALFA, learner, reader);
            assertThat(visits).extracting(visit -> visit.reader().name())
                .containsExactly(null, "Oskars Operators", "Ilze Rakstītāja");
            assertThat(visits).extracting(visit -> visit.reader().reason())
                .containsExactly(null, "Palīdzība importā", null);
            assertThat(visits).extracting(visit -> visit.reader().known()).containsExactly(false, true, true);
        }
    }

    @Test
    void a_parent_is_named_to_oneself_and_to_the_coordinator_and_not_to_the_other_parent() throws SQLException {
        UUID learner = Ids.next();
        read(learner, MOTHER, "GUARDIAN", "learner:read", MORNING);
        read(learner, FATHER, "GUARDIAN", "learner:read", MORNING.plusSeconds(1));

        assertThat(visits(ALFA, learner, guardian(MOTHER))).extracting(visit -> visit.reader().name())
            .containsExactly(null, "Māra Māte");
        assertThat(visits(ALFA, learner, guardian(MOTHER))).extracting(visit -> visit.reader().self())
            .containsExactly(false, true);
        assertThat(visits(ALFA, learner, COORDINATOR)).extracting(visit -> visit.reader().name())
            .containsExactly("Tālis Tēvs", "Māra Māte");
    }

    /** As a parent, a teacher is a parent: the other one is not told. */
    @Test
    void a_teacher_who_reads_as_a_parent_is_told_as_a_parent() throws SQLException {
        UUID learner = Ids.next();
        read(learner, TEACHER, "GUARDIAN", "learner:read", MORNING);
        assertThat(visits(ALFA, learner, guardian(MOTHER)).getFirst().reader().name()).isNull();
        assertThat(visits(ALFA, learner, COORDINATOR).getFirst().reader().name()).isEqualTo("Ilze Rakstītāja");
    }

    @Test
    void nobody_is_told_of_another_learner_another_tenant_or_under_another_permission() throws SQLException {
        UUID learner = Ids.next();
        read(learner, TEACHER, "PROVIDER", "learner:read", MORNING);
        assertThat(visits(ALFA, learner, COORDINATOR)).hasSize(1);
        assertThat(visits(ALFA, Ids.next(), COORDINATOR)).isEmpty();
        assertThat(visits(BETA, learner, COORDINATOR)).isEmpty();
        List<Visit> otherwise = in(ALFA,
                new Acting(COORDINATOR.personId(), COORDINATOR.roles(), Permissions.LEARNER_READ),
                em -> new Readers(em).page(learner, FIRST, COORDINATOR));
        assertThat(otherwise).isEmpty();
    }

    @Test
    void a_page_and_a_file_take_one_statement_each_however_much_there_is() throws SQLException {
        UUID learner = Ids.next();
        for (int day = 0; day < 60; day++) {
            read(learner, day % 2 == 0 ? TEACHER : MOTHER, "PROVIDER", "learner:read",
                    MORNING.plus(Duration.ofDays(day)));
        }
        Statements statements = new Statements();
        try (var heard = new StandaloneEntityManagers(statements.on(TwoTenants.database().app()))) {
            for (int size : List.of(1, 100)) {
                List<Visit> page = heard.inTransaction(ALFA, acting(COORDINATOR),
                        em -> new Readers(em).page(learner, new ListQuery(1, size, "at", false), COORDINATOR));
                assertThat(page).hasSize(Math.min(size, 60));
                assertThat(statements.taken()).as("bound, rows").hasSize(2);
            }
            List<Visit> all = new ArrayList<>();
            long count = heard.inTransaction(ALFA, acting(COORDINATOR), em -> {
                new Readers(em).each(learner, COORDINATOR, all::add);
                return new Readers(em).count(learner);
            });
            assertThat(count).isEqualTo(60).isEqualTo(all.size());
            assertThat(statements.taken()).as("bound, rows, count").hasSize(3);
            assertThat(all.getFirst().from()).isEqualTo(MORNING.plus(Duration.ofDays(59)));
        }
        List<Visit> last = in(ALFA, acting(COORDINATOR),
                em -> new Readers(em).page(learner, new ListQuery(3, 25, "at", false), COORDINATOR));
        assertThat(last).hasSize(10);
    }

    private static Somebody guardian(UUID person) {
        return new Somebody(person, "", Set.of(Role.GUARDIAN));
    }

    private static List<Visit> visits(SchemaName tenant, UUID learner, Somebody reader) {
        return in(tenant, acting(reader), em -> new Readers(em).page(learner, FIRST, reader));
    }

    private static Acting acting(Somebody reader) {
        return new Acting(reader.personId(), reader.roles(), Permissions.READERS_READ);
    }

    private static <T> T in(SchemaName tenant, Acting acting, Function<EntityManager, T> work) {
        return TwoTenants.database().entityManagers().inTransaction(tenant, acting, work);
    }

    private static void read(UUID learner, UUID person, String role, String permission, Instant at)
            throws SQLException {
        try (Connection connection = TwoTenants.database().superuser().getConnection();
                PreparedStatement row = connection.prepareStatement("""
                        insert into t_alfa.read_log (at, person, roles, permission, purposes, learner_id)
                        values (?, ?, array[?], ?, '{SUPPORT}', ?)""")) {
            row.setObject(1, at.atOffset(ZoneOffset.UTC));
            row.setObject(2, person);
            row.setString(3, role);
            row.setString(4, permission);
            row.setObject(5, learner);
            row.executeUpdate();
        }
    }

    private static void sql(String... statements) throws SQLException {
        try (Connection connection = TwoTenants.database().superuser().getConnection();
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }
}
