package lv.pumpurs.launcher.demo;

import static lv.pumpurs.launcher.demo.DemoLoaded.count;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.tenancy.SchemaName;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Consultations of the demonstration: what they add up to, and that they keep what every consultation keeps. */
class DemoConsultationsDbTest {

    static final List<String> TENANTS = DemoAccounts.TENANTS;

    private static final SchemaName REZEKNE = SchemaName.ofTenant("rezekne");

    @BeforeAll
    static void load() throws Exception {
        DemoLoaded.once();
    }

    @ParameterizedTest
    @FieldSource("TENANTS")
    void what_was_held_of_a_measure_is_what_its_evaluation_says(String tenant) {
        var schema = SchemaName.ofTenant(tenant);
        String measures = """
                from planned_measure m join support_plan p on p.id = m.plan_id
                where p.evaluated_on is not null and m.kind like 'CONS%'""";
        assertThat(count(schema, "select count(*) " + measures)).isGreaterThan(80);
        assertThat(count(schema, "select count(*) " + measures + """
                 and m.delivered_quantity <> (select coalesce(sum(c.quantity), 0) from consultation c
                    where c.measure_id = m.id and c.state in ('HELD', 'CONFIRMED') and c.held_on <= p.evaluated_on)"""))
            .isZero();
    }

    @ParameterizedTest
    @FieldSource("TENANTS")
    void none_is_outside_its_plan_or_over_its_quantity_or_by_somebody_else(String tenant) {
        var schema = SchemaName.ofTenant(tenant);
        assertThat(count(schema, """
                select count(*) from consultation c join planned_measure m on m.id = c.measure_id
                join support_plan p on p.id = c.plan_id
                where p.id <> m.plan_id or p.learner_id <> c.learner_id or p.school_id <> c.school_id
                  or m.provider_id <> c.provider_id or c.held_on not between p.active_from and p.active_to
                  or c.held_on not between m.starts_on and m.ends_on or c.known <> ''""")).isZero();
        assertThat(count(schema, """
                select count(*) from planned_measure m where m.planned_quantity <
                  (select sum(c.quantity) from consultation c
                   where c.measure_id = m.id and c.state in ('PLANNED', 'HELD', 'CONFIRMED'))""")).isZero();
        assertThat(count(schema, """
                select count(*) from planned_measure m join support_plan p on p.id = m.plan_id
                where p.state = 'ACTIVE' and m.planned_quantity <
                  (select 1 + sum(c.quantity) from consultation c
                   where c.measure_id = m.id and c.state in ('PLANNED', 'HELD', 'CONFIRMED'))""")).isZero();
        assertThat(count(schema, "select count(*) from consultation where measure_id is null or not leads and state in "
                + "('HELD', 'NO_SHOW') and not exists (select 1 from consultation o"
                + " where o.session_id = consultation.session_id and o.leads)"))
            .isZero();
    }

    @ParameterizedTest
    @FieldSource("TENANTS")
    void none_is_on_a_weekend_or_a_public_holiday_or_in_a_week_without_teaching(String tenant) {
        assertThat(count(SchemaName.ofTenant(tenant), """
                select count(*) from consultation where extract(isodow from held_on) > 5
                  or to_char(held_on, 'MM-DD') in ('11-18', '05-01', '05-04', '12-24', '12-25', '12-26', '12-31', '01-01')
                  or held_on in ('2018-03-30', '2018-04-02', '2019-04-19', '2019-04-22', '2020-04-10', '2020-04-13',
                                 '2021-04-02', '2021-04-05', '2018-11-19', '2019-05-06')
                  or held_on between '2018-10-22' and '2018-10-26' or held_on between '2019-03-11' and '2019-03-15'
                  or held_on between '2019-10-21' and '2019-10-25' or held_on between '2020-03-16' and '2020-03-20'
                  or held_on between '2026-10-19' and '2026-10-23'""")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lubana", "livani"})
    void those_of_spring_2020_are_remote_under_an_order_that_names_them_and_confirmed_on_the_same_day(String tenant) {
        var schema = SchemaName.ofTenant(tenant);
        String spring = "select count(*) from consultation c where held_on between '2020-03-13' and '2020-06-09'"
                + " and c.state in ('HELD', 'CONFIRMED')";
        assertThat(count(schema, spring)).isGreaterThan(100);
        assertThat(count(schema, spring + """
                 and not (c.mode = 'REMOTE' and c.confirmed_on = c.held_on and exists (
                   select 1 from consultation_order o
                   join consultation_order_provider x on x.order_id = o.id and x.provider_id = c.provider_id::text
                   join consultation_order_plan y on y.order_id = o.id
                   join support_plan p on p.id = c.plan_id and p.code = y.plan_code
                   where o.id = c.order_id and o.school_id = c.school_id
                     and c.held_on between o.valid_from and o.valid_to))""")).isZero();
        assertThat(count(schema, "select count(*) from consultation where mode = 'REMOTE'"
                + " and held_on not between '2020-03-13' and '2020-06-09'"))
            .isZero();
    }

    @Test
    void what_was_held_most_is_what_rezekne_published_also_by_risk() {
        assertThat(mostHeld("")).isEqualTo("CONS_SUBJECT_TEACHER");
        for (var risk : List.of("SCHOOL_PEER_CONFLICT", "SCHOOL_AGGRESSION", "STUDY_MOTIVATION")) {
            assertThat(mostHeld("and exists (select 1 from planned_measure_risk r where r.planned_measure_id = m.id"
                    + " and r.risk = '" + risk + "')"))
                .as(risk)
                .isEqualTo("CONS_SOCIAL_PEDAGOGUE");
        }
    }

    @Test
    void a_tenant_that_was_shown_the_plans_before_is_shown_the_consultations_once() throws Exception {
        var schema = SchemaName.ofTenant("lubana");
        long shown = count(schema, "select count(*) from consultation");
        long learners = count(schema, "select count(*) from learner");
        TwoTenants.database()
            .entityManagers()
            .inTransaction(schema, null, entities -> entities.createNativeQuery(
                    "delete from consultation")
                .executeUpdate()
                    + entities.createNativeQuery("delete from consultation_sheet").executeUpdate()
                    + entities.createNativeQuery("delete from consultation_order_plan").executeUpdate()
                    + entities.createNativeQuery("delete from consultation_order_provider").executeUpdate()
                    + entities.createNativeQuery("delete from consultation_order").executeUpdate());
        assertThat(DemoLoaded.once().load("lubana")).isTrue();
        assertThat(count(schema, "select count(*) from consultation")).isBetween(shown * 9 / 10, shown * 11 / 10);
        assertThat(DemoLoaded.once().load("lubana")).isFalse();
        assertThat(count(schema, "select count(*) from learner")).isEqualTo(learners);
    }

    @ParameterizedTest
    @FieldSource("TENANTS")
    void months_that_are_long_over_are_paid_for_and_the_last_one_is_on_its_way(String tenant) {
        var schema = SchemaName.ofTenant(tenant);
        var month = DemoLoaded.NOW.toLocalDate().withDayOfMonth(1);
        String before = "month < date '" + month.minusMonths(1) + "'";
        assertThat(count(schema, "select count(*) from consultation_sheet where " + before)).isGreaterThan(100);
        assertThat(count(schema, "select count(*) from consultation_sheet where stage <> 'PAID' and " + before))
            .isZero();
        assertThat(count(schema, "select count(distinct stage) from consultation_sheet where not " + before))
            .isEqualTo(4);
        assertThat(count(schema, "select count(*) from consultation where state = 'CONFIRMED' and sheet_id is null"
                + " and held_on < date '" + month + "'"))
            .as("a few have not handed in the last month")
            .isBetween(1L, 200L);
        assertThat(count(schema, "select count(*) from consultation where sheet_id is not null and held_on >= date '"
                + month + "'"))
            .isZero();
        assertThat(count(schema, "select count(*) from consultation c join consultation_sheet s on s.id = c.sheet_id"
                + " where s.provider_id <> c.provider_id or s.plan_id <> c.plan_id"
                + " or s.month <> date_trunc('month', c.held_on)"))
            .isZero();
    }

    private static String mostHeld(String narrowed) {
        return TwoTenants.database()
            .entityManagers()
            .inTransaction(REZEKNE, null, entities -> (String) entities.createNativeQuery("""
                    select m.kind from consultation c join planned_measure m on m.id = c.measure_id
                    join support_plan p on p.id = c.plan_id
                    where p.semester like '2017/2018-%' and c.state in ('HELD', 'CONFIRMED')\s""" + narrowed
                    + " group by m.kind order by count(*) desc limit 1")
                .getSingleResult());
    }

    @ParameterizedTest
    @FieldSource("TENANTS")
    void the_present_is_alive(String tenant) {
        var schema = SchemaName.ofTenant(tenant);
        var today = "date '" + DemoLoaded.NOW.toLocalDate() + "'";
        String present = "select count(*) from consultation c where held_on > date '2026-09-01' and ";
        assertThat(count(schema, present + "state = 'PLANNED' and held_on between " + today + " + 1 and " + today
                + " + 14"))
            .isPositive();
        assertThat(count(schema, present + "state = 'PLANNED' and held_on > " + today + " + 14")).isZero();
        assertThat(count(schema, present + "state = 'PLANNED' and held_on < " + today)).isPositive();
        assertThat(count(schema, present + "state in ('HELD', 'CONFIRMED', 'NO_SHOW') and held_on >= " + today))
            .isZero();
        assertThat(count(schema, present + "state = 'HELD' and confirm_by >= " + today)).isPositive();
        assertThat(count(schema, present + "state = 'HELD' and confirm_by < " + today)).isPositive();
        assertThat(count(schema, present + "state = 'CONFIRMED'")).isGreaterThan(50);
        assertThat(count(schema, "select count(*) from consultation where state = 'NO_SHOW'")).isPositive();
        assertThat(count(schema, "select count(*) from consultation where state = 'CANCELLED'")).isPositive();
        assertThat(count(schema, "select count(*) from (select session_id from consultation group by session_id"
                + " having count(*) > 1) s"))
            .isPositive();
    }
}
