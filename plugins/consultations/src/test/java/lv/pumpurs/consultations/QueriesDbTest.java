package lv.pumpurs.consultations;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lv.pumpurs.consultations.Consultations.Reader;
import lv.pumpurs.core.fixture.Statements;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.tenancy.StandaloneEntityManagers;
import lv.pumpurs.spi.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * How PostgreSQL reads the consultations of a big municipality, by the plan that it keeps for a prepared statement. The
 * rows lie in a transaction that is rolled back; the statements are those that the collection sends.
 */
class QueriesDbTest {

    private static final UUID ME = UUID.fromString("00000000-0000-7000-8000-000000000001");

    private static Connection connection;
    private static Statement statement;

    @BeforeAll
    static void a_municipality_of_many_consultations() throws SQLException {
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
                select md5('s' || i)::uuid, 'Skola ' || i, 'VIDUSSKOLA' from generate_series(0, 9) i;
                insert into learner (id, given_name, family_name, search_name, latest_enrolment_id, version)
                select md5('l' || i)::uuid, 'Anna', 'Ozola' || i, 'anna ozola', md5('e' || i)::uuid, 1
                from generate_series(1, 2000) i;
                insert into enrolment (id, learner_id, school_id, school_year, class_name, grade, vocational, valid_from)
                select md5('e' || i)::uuid, md5('l' || i)::uuid, md5('s' || i % 10)::uuid,
                       (select max(code) from school_year), '7.a', 7, false, '2026-09-01' from generate_series(1, 2000) i;
                insert into support_plan (id, code, learner_id, school_id, semester, programme, author_id, state,
                  approved_on, active_from, active_to, version)
                select md5('p' || i)::uuid, 'Q-' || i, md5('l' || i)::uuid, md5('s' || i % 10)::uuid,
                       (select max(code) from semester), 'PUMPURS', '{me}', 'ACTIVE', '2026-09-01', '2026-09-01', '2027-01-15', 1
                from generate_series(1, 2000) i;
                insert into planned_measure (id, plan_id, kind, provider_id, subject, planned_quantity,
                  delivered_quantity, starts_on, ends_on)
                select md5('m' || i)::uuid, md5('p' || i)::uuid, 'CONS_SUBJECT_TEACHER',
                       case when i % 100 = 1 then '{me}' else md5('t' || i % 100)::uuid end, 'Matemātika', 20, 0,
                       '2026-09-01', '2027-01-15' from generate_series(1, 2000) i;
                insert into staff_role (id, staff_id, role, school_id, provider_role, valid_from)
                select md5('r' || i)::uuid, case when i < 3 then '{me}' else md5('t' || i)::uuid end,
                       case i when 1 then 'TENANT_COORDINATOR' else 'PROVIDER' end, case i when 1 then null
                       else md5('s' || i % 10)::uuid end, case when i > 1 then 'EDUCATOR' end, '2017-09-01'
                from generate_series(1, 100) i;
                insert into consultation (id, learner_id, provider_id, held_on, subject, minutes, school_id, plan_id,
                  measure_id, starts_at, quantity, state, confirm_by, confirmed_on, confirmed_by)
                select md5('c' || i)::uuid, md5('l' || 1 + i % 2000)::uuid,
                       case when i % 100 = 0 then '{me}' else md5('t' || (i + 1) % 100)::uuid end,
                       date '2026-09-01' + i % 80, 'Matemātika', 40, md5('s' || i % 10)::uuid,
                       md5('p' || 1 + i % 2000)::uuid, md5('m' || 1 + i % 2000)::uuid, time '08:00' + i / 2000 * interval '1 hour', 1,
                       case when i % 10 = 0 then 'HELD' else 'CONFIRMED' end, date '2026-09-08' + i % 80,
                       case when i % 10 > 0 then date '2026-09-02' + i % 80 end, case when i % 10 > 0 then 'CODE' end
                from generate_series(1, 20000) i;
                insert into consultation_sheet (id, provider_id, school_id, learner_id, plan_id, month, number,
                  lesson_minutes, stage, submitted_on)
                select md5('h' || c.provider_id || c.plan_id || date_trunc('month', c.held_on))::uuid, c.provider_id,
                  (array_agg(c.school_id))[1], (array_agg(c.learner_id))[1], c.plan_id, date_trunc('month', c.held_on), 1, 40,
                  'SUBMITTED', '2026-11-01'
                from consultation c where c.state = 'CONFIRMED' and c.held_on < '2026-11-01'
                group by c.provider_id, c.plan_id, date_trunc('month', c.held_on);
                update consultation set sheet_id = md5('h' || provider_id || plan_id || date_trunc('month', held_on))::uuid
                where state = 'CONFIRMED' and held_on < '2026-11-01';
                analyze school, learner, enrolment, support_plan, planned_measure, staff_role, consultation,
                  consultation_sheet"""
            .replace("{me}", ME.toString()));
    }

    @AfterAll
    static void forget() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void a_coordinator_reads_no_further_than_the_page() throws SQLException {
        String plan = plan(rows -> rows.page(reader(Role.TENANT_COORDINATOR), none(), 1));
        assertThat(plan).contains("consultation_by_day").doesNotContain("Seq Scan on consultation");
    }

    @Test
    void a_page_of_a_provider_is_found_among_the_own() throws SQLException {
        String plan = plan(rows -> rows.page(reader(Role.PROVIDER), none(), 1));
        assertThat(plan).contains("consultation_of_provider").doesNotContain("Seq Scan on consultation");
    }

    @Test
    void a_provider_reads_the_own_by_index() throws SQLException {
        String plan = plan(rows -> rows.takenOfProvider(ME, LocalDate.of(2026, 10, 1), null));
        assertThat(plan).contains("consultation_of_provider").doesNotContain("Seq Scan on consultation");
    }

    @Test
    void the_month_of_one_learner_is_read_by_index() throws SQLException {
        String plan = plan(rows -> rows.page(reader(Role.TENANT_COORDINATOR),
                new ConsultationFilter(YearMonth.of(2026, 10), null, UUID.nameUUIDFromBytes(new byte[]{1})), 1));
        assertThat(plan).contains("consultation_of_learner").doesNotContain("Seq Scan on consultation");
    }

    @Test
    void what_was_given_of_measures_is_read_by_index() throws SQLException {
        String plan = plan(rows -> rows.held(List.of(ME)));
        assertThat(plan).contains("consultation_of_measure").doesNotContain("Seq Scan on consultation");
    }

    @Test
    void a_providers_month_is_read_by_index() throws SQLException {
        String plan = planOfSheets(sheets -> sheets.ofMonth(ME, YearMonth.of(2026, 10)));
        assertThat(plan).contains("consultation_of_provider").doesNotContain("Seq Scan on consultation");
        assertThat(planOfSheets(sheets -> sheets.forgotten(ME, LocalDate.of(2026, 11, 1))))
            .doesNotContain("Seq Scan on consultation");
        assertThat(planOfSheets(sheets -> sheets.worked(ME, YearMonth.of(2026, 10))))
            .contains("consultation_of_sheet")
            .doesNotContain("Seq Scan on consultation");
    }

    @Test
    void what_is_on_sheets_is_read_by_index() throws SQLException {
        assertThat(planOfSheets(sheets -> sheets.on(ME))).contains("consultation_of_sheet")
            .doesNotContain("Seq Scan on consultation");
        assertThat(planOfSheets(sheets -> sheets.sums(List.of(ME, ME)))).contains("consultation_of_sheet")
            .doesNotContain("Seq Scan on consultation");
        assertThat(planOfSheets(sheets -> sheets.handedIn(ME, YearMonth.of(2026, 10))))
            .doesNotContain("Seq Scan on consultation");
    }

    private static Reader reader(Role role) {
        return new Reader(ME, Set.of(role), LocalDate.of(2026, 11, 25));
    }

    private static ConsultationFilter none() {
        return new ConsultationFilter(null, null, null);
    }

    /** The plan of the last statement that a reading sends. */
    private static String plan(Consumer<Consultations> reading) throws SQLException {
        return planOf(em -> reading.accept(new Consultations(em)));
    }

    private static String planOfSheets(Consumer<ConsultationSheets> reading) throws SQLException {
        return planOf(em -> reading.accept(new ConsultationSheets(em)));
    }

    private static String planOf(Consumer<EntityManager> reading) throws SQLException {
        String sql = sent(reading);
        AtomicInteger number = new AtomicInteger();
        Matcher parameters = Pattern.compile("\\?").matcher(sql);
        String numbered = parameters.replaceAll(one -> "\\$" + number.incrementAndGet());
        statement.execute("prepare asked as " + numbered);
        StringBuilder plan = new StringBuilder();
        try (ResultSet lines = statement.executeQuery("explain execute asked ("
                + String.join(", ", Collections.nCopies(number.get(), "null")) + ")")) {
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
        } finally {
            statement.execute("deallocate asked");
        }
        return plan.toString();
    }

    private static String sent(Consumer<EntityManager> reading) {
        Statements heard = new Statements();
        List<String> all = new ArrayList<>();
        try (var listening = new StandaloneEntityManagers(heard.on(TwoTenants.database().app()))) {
            listening.inTransaction(TwoTenants.ALFA, null, em -> {
                reading.accept(em);
                heard.taken().stream().filter(one -> one.contains("consultation")).forEach(all::add);
                return true;
            });
        }
        return all.getLast();
    }
}
