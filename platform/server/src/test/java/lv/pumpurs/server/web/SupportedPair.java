package lv.pumpurs.server.web;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import lv.pumpurs.core.fixture.TwoTenants;

/**
 * Two learners of one school of alfa, each with a plan and one measure of the same provider. A school with the key that ends
 * in 1, its provider with 2, the author of plans with 3 and a guardian of the first learner with 7 are there already.
 */
final class SupportedPair {

    private SupportedPair() {}

    /**
     * Plants them.
     *
     * @param keys the first eight signs of all keys
     * @param code how the codes of the plans begin
     * @param families family names of Anna-Elizabete and of Juris
     * @param from first day of both plans; they last for five months
     */
    static void plant(String keys, String code, String[] families, LocalDate from) throws SQLException {
        String script = """
                set search_path = t_alfa, pg_catalog;
                begin;
                insert into learner (id, given_name, family_name, search_name, latest_enrolment_id, version) values
                 ('{k}10', 'Anna-Elizabete', '{f}', 'anna', '{k}12', 1),
                 ('{k}11', 'Juris', '{m}', 'juris', '{k}13', 1);
                insert into enrolment select e.id::uuid, e.learner::uuid, '{k}01', '2020/2021', '9.a', 9, false, null,
                  '2020-09-01', null
                 from (values ('{k}12', '{k}10'), ('{k}13', '{k}11')) e (id, learner);
                insert into support_plan (id, code, learner_id, school_id, semester, programme, author_id, state,
                  approved_on, active_from, active_to, version)
                 select gen_random_uuid(), '{c}-' || left(l.given_name, 1), l.id, '{k}01', '2020/2021-1', 'PUMPURS',
                  '{k}03', 'ACTIVE', '{d}', '{d}', '{d}'::date + 150, 1
                 from learner l where l.id in ('{k}10', '{k}11');
                insert into planned_measure select gen_random_uuid(), p.id, 'CONS_SUBJECT_TEACHER', '{k}02', 'Matemātika',
                  100, 0, p.active_from, p.active_to
                 from support_plan p where p.code like '{c}-%';
                insert into planned_measure_risk (planned_measure_id, risk) select m.id, 'STUDY_CONTENT_DIFFICULTY'
                 from planned_measure m join support_plan p on p.id = m.plan_id where p.code like '{c}-%';
                insert into plan_risk select gen_random_uuid(), p.id, 'STUDY_CONTENT_DIFFICULTY', 'HIGH'
                 from support_plan p where p.code like '{c}-%';
                insert into guardianship values (gen_random_uuid(), '{k}07', '{k}10', 'PARENT', '2020-01-01', null);
                commit""".replace("{k}", keys + "-0000-7000-8000-0000000000")
            .replace("{c}", code)
            .replace("{f}", families[0])
            .replace("{m}", families[1])
            .replace("{d}", from.toString());
        try (Connection connection = TwoTenants.database().superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(script);
        }
    }
}
