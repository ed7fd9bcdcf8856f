package lv.pumpurs.server.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lv.pumpurs.core.fixture.StatementCount;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.server.ServersOfTheTests;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a page costs the database does not grow with what is in it. */
@ExtendWith(ArquillianExtension.class)
class StatementsIT {

    /**
     * Roles, what is switched on, tenant and page together, and what a plugin delivered of a plan; a page that needs more
     * should be looked at before this is raised.
     */
    private static final long MOST = 18;
    private static final int MORE = 60;
    private static final int AGAIN = 5;
    private static final List<String> READERS = List.of("TENANT_COORDINATOR", "CLASS_TEACHER", "PROVIDER", "operator");

    @Deployment(testable = false)
    static WebArchive war() {
        return ServersOfTheTests.war();
    }

    @AfterAll
    static void as_it_was() throws SQLException {
        sql("""
                delete from consultation where subject = 'Daudz';
                delete from consultation_sheet where plan_id in
                 (select id from support_plan where code like 'DAUDZ-%');
                delete from contact_addition where words = 'Daudz';
                delete from guardian_contact where topic = 'Daudz';
                delete from planned_measure_risk where planned_measure_id in
                 (select id from planned_measure where subject = 'Daudz');
                delete from planned_measure where subject = 'Daudz';
                delete from plan_risk where plan_id in (select id from support_plan where code like 'DAUDZ-%');
                delete from support_plan where code like 'DAUDZ-%';
                delete from enrolment where learner_id in (select id from learner where given_name = 'Daudz');
                delete from learner where given_name = 'Daudz'""");
    }

    @Test
    void a_page_sends_as_many_statements_for_many_rows_as_for_few() throws Exception {
        // this class may be the first of its run
        Ground.planted();
        PlantingSql.renewStays();
        Map<String, Step> pages = pages();
        Map<String, Long> few = counts(pages);
        plantMore();
        Map<String, Long> many = counts(pages);
        // a request that finds the registry's memory of a tenant too old asks for that once more: what grew is asked again
        pages.forEach((page, step) -> {
            for (int i = 0; i < AGAIN && more(many, few, page); i++) {
                many.merge(page, count(step), Math::min);
            }
        });

        assertThat(few).hasSizeGreaterThan(20).allSatisfy((page, count) -> assertThat(count).as(page).isPositive());
        assertThat(many).allSatisfy((page, count) -> assertThat(count).as(page)
            .isLessThanOrEqualTo(few.get(page))
            .isLessThanOrEqualTo(MOST));
    }

    private static Map<String, Long> counts(Map<String, Step> pages) {
        Map<String, Long> counts = new TreeMap<>();
        for (var page : pages.entrySet()) {
            counts.put(page.getKey(), count(page.getValue()));
        }
        return counts;
    }

    private static boolean more(Map<String, Long> many, Map<String, Long> few, String page) {
        return many.getOrDefault(page, 0L) > few.getOrDefault(page, 0L);
    }

    private static long count(Step step) {
        try {
            return StatementCount.of(() -> Walker.send(step.request()));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Step> pages() throws SQLException {
        Map<String, Step> pages = new TreeMap<>();
        for (Actor actor : Actors.of(Side.ALFA)) {
            if (!READERS.contains(actor.name())) {
                continue;
            }
            for (Step step : Ground.planted().steps().of(actor)) {
                // a file of a log asks for names once every so many rows
                if (step.way().isSafe() && step.isAllowed() && step.way().requires() != null && !step.isAllowedAbroad()
                        && !step.path().contains("log/export/") && !step.path().contains("log/reads/export/")) {
                    pages.put(step.toString(), step);
                }
            }
        }
        return pages;
    }

    /** Many classmates, each with as much as the others, and much of everything for the learner that all reach. */
    private static void plantMore() throws SQLException {
        Pupil own = Side.ALFA.pupil(Side.OWN);
        sql("""
                insert into learner (id, given_name, family_name, search_name, latest_enrolment_id, version)
                 select uuidv7(), 'Daudz', 'Daudz' || n, 'daudz', '%1$s', 1 from generate_series(1, %3$d) n;
                insert into enrolment select uuidv7(), l.id, e.school_id, e.school_year, e.class_name, e.grade,
                  e.vocational, null, e.valid_from, null
                 from learner l, enrolment e where l.given_name = 'Daudz' and e.id = '%1$s';
                update learner l set latest_enrolment_id = e.id from enrolment e
                 where e.learner_id = l.id and l.given_name = 'Daudz';
                insert into support_plan (id, code, learner_id, school_id, semester, programme, author_id, state,
                  approved_on, active_from, active_to, version)
                 select uuidv7(), 'DAUDZ-' || row_number() over (), l.id, p.school_id, p.semester, p.programme,
                  p.author_id, p.state, p.approved_on, p.active_from, p.active_to, 1
                 from learner l, support_plan p where l.given_name = 'Daudz' and p.learner_id = '%2$s';
                insert into support_plan (id, code, learner_id, school_id, semester, programme, author_id, state,
                  approved_on, active_from, active_to, version)
                 select uuidv7(), 'DAUDZ-OWN-' || s.code, p.learner_id, p.school_id, s.code, p.programme, p.author_id, p.state,
                  p.approved_on, p.active_from, p.active_to, 1
                 from support_plan p, (select code from semester order by code limit 10) s
                 where p.learner_id = '%2$s' and p.code not like 'DAUDZ%%' and s.code <> p.semester;
                insert into plan_risk (id, plan_id, risk, severity) select uuidv7(), id, r.code, 'HIGH'
                 from support_plan, (select code from risk order by code limit 5) r where support_plan.code like 'DAUDZ-%%';
                insert into planned_measure select uuidv7(), p.id, m.kind, m.provider_id, 'Daudz', 10, 0, m.starts_on,
                  m.ends_on
                 from support_plan p, planned_measure m join support_plan o on o.id = m.plan_id
                 where p.code like 'DAUDZ-%%' and o.learner_id = '%2$s' and o.code not like 'DAUDZ-%%';
                insert into planned_measure_risk (planned_measure_id, risk)
                 select m.id, r.code from planned_measure m, (select code from risk order by code limit 3) r
                 where m.subject = 'Daudz';
                insert into consultation select uuidv7(), l.id, c.provider_id, c.held_on, 'Daudz', 40
                 from learner l, consultation c where l.given_name = 'Daudz' and c.learner_id = '%2$s';
                insert into consultation_sheet select uuidv7(), s.provider_id, s.school_id, p.learner_id, p.id, s.month, 1,
                  s.lesson_minutes, s.stage, s.submitted_on, s.verified_by, s.verified_on, s.accepted_by, s.accepted_on,
                  s.paid_by, s.paid_on
                 from consultation_sheet s, support_plan p where s.learner_id = '%2$s' and p.code like 'DAUDZ%%';
                insert into consultation (id, learner_id, provider_id, held_on, subject, minutes, school_id, plan_id,
                  measure_id, starts_at, quantity, state, confirm_by, confirmed_on, confirmed_by, sheet_id)
                 select uuidv7(), s.learner_id, s.provider_id, s.submitted_on, 'Daudz', 40, s.school_id, s.plan_id,
                  uuidv7(), '09:00', 1, 'CONFIRMED', s.submitted_on, s.submitted_on, 'CODE', s.id
                 from consultation_sheet s join support_plan p on p.id = s.plan_id where p.code like 'DAUDZ-%%'
                  and p.learner_id <> '%2$s';
                insert into guardian_contact (id, learner_id, author_id, held_on, way, other_person, topic,
                  recorded_at, version)
                 select uuidv7(), c.learner_id, c.author_id, c.held_on, c.way, c.other_person, 'Daudz', c.recorded_at, 1
                 from guardian_contact c, generate_series(1, %3$d) where c.learner_id = '%2$s'
                  and c.topic like 'Zvqwext%%';
                insert into contact_addition select uuidv7(), c.id, c.author_id, 'Daudz', c.recorded_at
                 from guardian_contact c where c.topic = 'Daudz'"""
            .formatted(own.enrolmentId(), own.id(), MORE));
    }

    private static void sql(String statements) throws SQLException {
        try (Connection connection = TwoTenants.database().superuser().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local search_path = t_alfa, pg_catalog");
            statement.execute(statements);
            connection.commit();
        }
    }
}
