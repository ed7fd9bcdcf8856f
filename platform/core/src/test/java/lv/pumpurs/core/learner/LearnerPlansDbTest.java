package lv.pumpurs.core.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.spi.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How PostgreSQL reads the list of learners of a big municipality, by the plan that it keeps for a prepared statement.
 * The rows lie in a transaction that is rolled back.
 */
class LearnerPlansDbTest {

    private static final UUID ME = UUID.fromString("00000000-0000-7000-8000-000000000001");

    private static Connection connection;
    private static Statement statement;

    @BeforeAll
    static void a_municipality_of_many_learners() throws SQLException {
        Town.publishCatalogues();
        connection = TwoTenants.database().superuser().getConnection();
        connection.setAutoCommit(false);
        statement = connection.createStatement();
        statement.execute("set local search_path = " + TwoTenants.ALFA.value());
        // no change log and no checks of references for rows that nobody keeps
        statement.execute("set local session_replication_role = replica");
        statement.execute("set local plan_cache_mode = force_generic_plan");
        statement.execute("""
                insert into school (id, name, kind)
                select md5('s' || i)::uuid, 'Skola ' || i, 'VIDUSSKOLA' from generate_series(0, 9) i""");
        statement.execute("""
                insert into learner (id, given_name, family_name, search_name, personal_code, personal_code_index,
                    latest_enrolment_id, version)
                select md5('l' || i)::uuid, 'Anna', 'Ozola' || i, 'anna ozola', decode(md5(i::text) || md5('' || -i), 'hex'),
                       sha256(i::text::bytea), md5('e' || i)::uuid, 1
                from generate_series(1, 5000) i""");
        statement.execute("""
                insert into enrolment (id, learner_id, school_id, school_year, class_name, grade, vocational, valid_from)
                select md5('e' || i)::uuid, md5('l' || i)::uuid, md5('s' || i % 10)::uuid,
                       (select max(code) from school_year), i / 10 % 12 + 1 || '.' || i / 120 % 3, i / 10 % 12 + 1, false, '2026-09-01'
                from generate_series(1, 5000) i""");
        statement.execute("""
                insert into staff_role (id, staff_id, role, school_id, class_name, valid_from)
                select md5('r' || i)::uuid, case i when 1 then '{me}' else md5('t' || i)::uuid end, 'CLASS_TEACHER',
                       md5('s' || i % 10)::uuid, i / 10 % 12 + 1 || '.' || i / 120 % 3, '2017-09-01'
                from generate_series(1, 360) i""".replace("{me}", ME.toString()));
        statement.execute("""
                insert into guardianship (id, guardian_id, learner_id, relation, valid_from)
                select md5('g' || i)::uuid, case i when 1 then '{me}' else md5('p' || i)::uuid end, md5('l' || i)::uuid,
                       'PARENT', '2017-09-01'
                from generate_series(1, 4000) i""".replace("{me}", ME.toString()));
        statement.execute("analyze learner, enrolment, staff_role, guardianship, school");
    }

    @AfterAll
    static void forget() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"CLASS_TEACHER", "GUARDIAN", "LEARNER"})
    void who_reaches_a_few_reads_them_by_index_and_never_scans_all(Role role) throws SQLException {
        LearnerQuery query = query(role);
        for (String plan : Set.of(plan(query.count()), plan(query.rows(LearnerSort.NAME)))) {
            assertThat(plan).doesNotContain("Seq Scan on learner", "Seq Scan on enrolment");
        }
    }

    @Test
    void who_reaches_all_is_asked_once_a_statement_and_reads_no_further_than_the_page() throws SQLException {
        LearnerQuery query = query(Role.TENANT_COORDINATOR);
        assertThat(plan(query.count())).contains("InitPlan", "Seq Scan on learner").doesNotContain("on enrolment");
        assertThat(plan(query.rows(LearnerSort.NAME))).contains("InitPlan", "Index Scan using learner_by_name")
            .doesNotContain("Sort Key: l.family_name", "Seq Scan on learner", "Seq Scan on enrolment");
    }

    @Test
    void the_plan_of_a_role_knows_nothing_of_the_others() throws SQLException {
        String plan = plan(query(Role.CLASS_TEACHER).rows(LearnerSort.NAME));
        assertThat(plan).contains("enrolment_of_class")
            .doesNotContain("planned_measure", "guardianship", "operator_entry", "TENANT_COORDINATOR");
    }

    private static LearnerQuery query(Role role) {
        return new LearnerQuery(LearnerFilter.none(), new Reader(ME, Set.of(role), Set.of(role)));
    }

    private static String plan(String sql) throws SQLException {
        statement.execute("prepare asked (uuid) as " + sql.replace("?1", "$1") + " limit 50");
        StringBuilder plan = new StringBuilder();
        try (ResultSet lines = statement.executeQuery("explain execute asked ('" + ME + "')")) {
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
        } finally {
            statement.execute("deallocate asked");
        }
        return plan.toString();
    }
}
