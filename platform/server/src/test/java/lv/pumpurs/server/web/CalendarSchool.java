package lv.pumpurs.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.identity.Person;
import lv.pumpurs.server.PluginsOn;
import lv.pumpurs.spi.BusinessTime;

/** One school with a provider, a director and a mother, and a week of consultations. */
final class CalendarSchool {

    static final String HERE = "/t/alfa/consultations";
    static final String ANNA = "01900064-0000-7000-8000-000000000010";
    static final String JURIS = "01900064-0000-7000-8000-000000000011";
    static final String SCHOOL = "01900064-0000-7000-8000-000000000001";
    static final String SESSION = "01900064-0000-7000-8000-000000000031";
    static final Person TEACHER = person("kalendars", "Pēteris Pedagogs");
    static final Person DIRECTOR = person("direktore", "Dace Direktore");
    static final Person MOTHER = person("mamma", "Māra Mamma");
    /** The Wednesday of this week: whatever day it is, it is in the week that is shown. */
    static final LocalDate DAY = BusinessTime.today(InstantSource.system())
        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
        .plusDays(2);

    private CalendarSchool() {}

    /** Once: what is there already stays. */
    static void people() throws Exception {
        if (!value("select count(*) from t_alfa.school where id = '" + SCHOOL + "'").equals("0")) {
            return;
        }
        Town.publishCatalogues();
        for (String tenant : List.of("alfa", "beta")) {
            run("""
                    insert into nation.tenant (id, slug, schema_name, name, kind, locale, state, file_digest) values
                     (gen_random_uuid(), '%1$s', 't_%1$s', '%1$s novads', 'MUNICIPALITY', 'lv', 'ACTIVE', '-')
                     on conflict do nothing""".formatted(tenant));
        }
        PluginsOn.everywhere();
        run("""
                set search_path = t_alfa, pg_catalog;
                insert into school values ('%3$s', null, 'Kalendāra skola', 'VIDUSSKOLA', null);
                insert into staff values
                 ('01900064-0000-7000-8000-000000000002', 'kalendars@kal.lv', 'Pēteris', 'Pedagogs'),
                 ('01900064-0000-7000-8000-000000000003', 'direktore@kal.lv', 'Dace', 'Direktore');
                insert into staff_role (id, staff_id, role, school_id, provider_role, valid_from) values
                 ('01900064-0000-7000-8000-000000000004', '01900064-0000-7000-8000-000000000002', 'PROVIDER', '%3$s',
                  'EDUCATOR', '2020-01-01'),
                 (gen_random_uuid(), '01900064-0000-7000-8000-000000000003', 'SCHOOL_DIRECTOR', '%3$s', null,
                  '2020-01-01');
                begin;
                insert into learner (id, given_name, family_name, search_name, latest_enrolment_id, version) values
                 ('%1$s', 'Anna-Elizabete', 'Kalendāre', 'anna', '01900064-0000-7000-8000-000000000012', 1),
                 ('%2$s', 'Juris', 'Kalendārs', 'juris', '01900064-0000-7000-8000-000000000013', 1);
                insert into enrolment select e.id::uuid, e.learner::uuid, '%3$s', '2020/2021', '9.a', 9, false, null,
                  '2020-09-01', null
                 from (values ('01900064-0000-7000-8000-000000000012', '%1$s'),
                              ('01900064-0000-7000-8000-000000000013', '%2$s')) e (id, learner);
                insert into support_plan (id, code, learner_id, school_id, semester, programme, author_id, state,
                  approved_on, active_from, active_to, version)
                 select gen_random_uuid(), 'KAL-' || left(l.given_name, 1), l.id, '%3$s', '2020/2021-1', 'PUMPURS',
                  '01900064-0000-7000-8000-000000000003', 'ACTIVE', '%4$s'::date - 60, '%4$s'::date - 60,
                  '%4$s'::date + 60, 1
                 from learner l where l.id in ('%1$s', '%2$s');
                insert into planned_measure select gen_random_uuid(), p.id, 'CONS_SUBJECT_TEACHER',
                  '01900064-0000-7000-8000-000000000002', 'Matemātika', 100, 0, p.active_from, p.active_to
                 from support_plan p where p.code like 'KAL-%%';
                insert into planned_measure_risk (planned_measure_id, risk) select m.id, 'STUDY_CONTENT_DIFFICULTY'
                 from planned_measure m join support_plan p on p.id = m.plan_id where p.code like 'KAL-%%';
                insert into plan_risk select gen_random_uuid(), p.id, 'STUDY_CONTENT_DIFFICULTY', 'HIGH'
                 from support_plan p where p.code like 'KAL-%%';
                insert into guardian values ('01900064-0000-7000-8000-000000000007', 'mamma@kal.lv', 'Māra', 'Mamma');
                insert into guardianship values (gen_random_uuid(), '01900064-0000-7000-8000-000000000007', '%1$s',
                 'PARENT', '2020-01-01', null);
                commit""".formatted(ANNA, JURIS, SCHOOL, DAY));
    }

    /** A group on the day at ten, and at one Anna alone, who did not come. */
    static void a_week() throws SQLException {
        run("delete from t_alfa.consultation_feed where person_id::text like '01900064%';"
                + "update t_alfa.staff_role set valid_to = null where id = '01900064-0000-7000-8000-000000000004';"
                + "delete from t_alfa.consultation where learner_id in ('" + ANNA + "', '" + JURIS + "')");
        plant(ANNA, "10:00", "PLANNED", SESSION);
        plant(JURIS, "10:00", "PLANNED", SESSION);
        plant(ANNA, "13:00", "NO_SHOW", "01900064-0000-7000-8000-000000000032");
    }

    private static void plant(String learner, String at, String state, String session) throws SQLException {
        run("""
                insert into t_alfa.consultation (id, session_id, leads, learner_id, provider_id, school_id, plan_id, measure_id,
                  held_on, starts_at, minutes, quantity, subject, state, version)
                select gen_random_uuid(), '%4$s', not exists (select 1 from t_alfa.consultation c where c.session_id = '%4$s'),
                  p.learner_id, m.provider_id, p.school_id, p.id, m.id, '%5$s', '%2$s', 40, 1, 'Matemātika', '%3$s', 0
                from t_alfa.support_plan p join t_alfa.planned_measure m on m.plan_id = p.id
                where p.learner_id = '%1$s'""".formatted(learner, at, state, session, DAY));
    }

    static String value(String query) throws SQLException {
        try (Connection connection = TwoTenants.database().superuser().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertThat(rows.next()).as(query).isTrue();
            return rows.getString(1);
        }
    }

    static void run(String script) throws SQLException {
        try (Connection connection = TwoTenants.database().superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(script);
        }
    }

    private static Person person(String name, String shown) {
        return new Person("kal-" + name, name + "@kal.lv", shown, Set.of("alfa"));
    }
}
