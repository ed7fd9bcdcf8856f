package lv.pumpurs.server;

import static lv.pumpurs.server.PlantedPeople.ADMINISTRATOR;
import static lv.pumpurs.server.PlantedPeople.HERE;
import static lv.pumpurs.server.PlantedPeople.ONE;
import static lv.pumpurs.server.PlantedPeople.OTHER;
import static lv.pumpurs.server.PlantedPeople.holding;
import static lv.pumpurs.server.PlantedPeople.key;
import static lv.pumpurs.server.PlantedPeople.learner;
import static lv.pumpurs.server.PlantedPeople.mark;
import static lv.pumpurs.server.PlantedPeople.rows;
import static lv.pumpurs.server.PlantedPeople.run;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.privacy.Contracts;
import lv.pumpurs.core.privacy.DataSubjects;
import lv.pumpurs.core.privacy.RetentionRound;
import lv.pumpurs.core.privacy.RetentionSteps;
import lv.pumpurs.core.privacy.Retentions;
import lv.pumpurs.core.privacy.Retentions.Due;
import lv.pumpurs.spi.PersonalData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes when: by programme and years, never too early, and never under a hold. */
class RetentionDbTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    @BeforeEach
    void two_people_with_a_plan_that_is_over_each() throws SQLException {
        PlantedPeople.remove();
        // others of this run have set and done something too
        run("delete from retention");
        run("delete from privacy_act");
        PlantedPeople.plant();
    }

    @AfterEach
    void and_nothing_of_them_stays_for_other_tests() throws SQLException {
        PlantedPeople.remove();
        run("delete from retention");
    }

    @Test
    void nothing_goes_while_nobody_has_said_how_long_it_is_kept() {
        assertThat(due()).isEmpty();
    }

    /** Kept up to and with the day, gone from the next on. */
    @ParameterizedTest
    @CsvSource({"0,false", "1,true"})
    void a_plan_is_kept_for_so_many_years_and_not_a_day_longer(int daysAfter, boolean gone) throws SQLException {
        rule(5, "PLAN_END", "2000-01-01");
        run("update support_plan set closed_on = (select day from today) - interval '5 years' - interval '" + daysAfter
                + " days', evaluated_on = '2020-12-20', terminated_on = null where id = '" + key(0x20, ONE) + "'");
        assertThat(due().contains(new Due(learner(ONE), null))).isEqualTo(gone);
    }

    /** PuMPuRS ended in 2023. */
    @ParameterizedTest
    @CsvSource({"1,true", "60,false"})
    void years_are_counted_from_the_end_of_the_programme_where_that_is_said(int years, boolean gone)
            throws SQLException {
        rule(years, "PROGRAMME_END", "2000-01-01");
        assertThat(due().contains(new Due(learner(ONE), null))).isEqualTo(gone);
    }

    @Test
    void what_is_set_for_a_later_day_does_not_hold_yet() throws SQLException {
        rule(60, "PLAN_END", "2000-01-01");
        rule(1, "PLAN_END", "2099-01-01");
        assertThat(due()).isEmpty();
    }

    @Test
    void a_learner_whose_time_is_over_is_forgotten_once_and_the_record_says_that_the_platform_did_it()
            throws SQLException {
        rule(1, "PLAN_END", "2000-01-01");
        assertThat(due()).extracting(Due::learner).contains(learner(ONE), learner(OTHER));
        assertThat(expire(ONE)).isTrue();
        assertThat(expire(ONE)).isFalse();
        assertThat(holding(mark(ONE))).isEmpty();
        assertThat(holding(mark(OTHER))).isNotEmpty();
        assertThat(rows("select kind || coalesce(person_id::text, ' platform') from privacy_act"))
            .containsExactly("EXPIRED platform");
        assertThat(due()).extracting(Due::learner).doesNotContain(learner(ONE)).contains(learner(OTHER));
    }

    @Test
    void a_round_forgets_everybody_whose_time_is_over_and_the_next_finds_nobody() throws SQLException {
        rule(1, "PLAN_END", "2000-01-01");
        assertThat(round()).isEqualTo(2);
        assertThat(holding(mark(ONE), mark(OTHER))).isEmpty();
        assertThat(round()).isZero();
    }

    @Test
    void a_hold_keeps_everything_until_it_is_lifted() throws SQLException {
        rule(1, "PLAN_END", "2000-01-01");
        run("insert into legal_hold (id, learner_id, reason, placed_by, placed_on) values ('" + key(0x38, 1) + "', '"
                + learner(ONE) + "', 'Revīzija turpinās', '" + ADMINISTRATOR + "', '2021-01-01')");
        assertThat(expire(ONE)).isFalse();
        assertThat(holding(mark(ONE))).containsKey("support_plan");
        run("update legal_hold set lifted_on = '2021-02-01', lifted_by = '" + ADMINISTRATOR + "' where id = '"
                + key(0x38, 1) + "'");
        assertThat(expire(ONE)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"DRAFT", "ACTIVE", "EVALUATED"})
    void an_open_plan_keeps_what_is_younger_and_the_learner(String state) throws SQLException {
        rule(1, "PLAN_END", "2000-01-01");
        run("""
                insert into support_plan (id, code, learner_id, school_id, semester, programme, author_id, state, applied_on,
                  approved_on, active_from, active_to, evaluated_on, result, strengths, applied_by, version)
                select '%1$s', 'OPEN-1', learner_id, school_id, '2021/2022-1', programme, author_id, '%2$s', '2021-09-01',
                  case when '%2$s' <> 'DRAFT' then date '2021-09-10' end, case when '%2$s' <> 'DRAFT' then date '2021-09-10' end,
                  case when '%2$s' <> 'DRAFT' then date '2021-12-10' end,
                  case when '%2$s' = 'EVALUATED' then date '2021-12-10' end, case when '%2$s' = 'EVALUATED' then 'REDUCED' end,
                  'Jaunais %3$s', 'GUARDIAN', 1
                from support_plan where id = '%4$s'""".formatted(key(0x20, 7), state, mark(ONE), key(0x20, ONE)));
        assertThat(due()).contains(new Due(learner(ONE), LocalDate.of(2021, 9, 1)));
        assertThat(expire(ONE)).isTrue();
        assertThat(expire(ONE)).isFalse();
        assertThat(holding(mark(ONE)).get("support_plan")).singleElement().asString().contains("Jaunais");
        assertThat(holding(mark(ONE))).containsKey("learner").doesNotContainKeys("plan_risk", "consultation");
        assertThat(rows("select kind from privacy_act")).containsExactly("SHORTENED");
    }

    @Test
    void a_learner_who_is_still_taught_keeps_the_name_and_loses_what_is_over() throws SQLException {
        rule(1, "PLAN_END", "2000-01-01");
        run("update enrolment set valid_to = '2099-01-01' where id = '" + key(0x11, ONE) + "'");
        assertThat(expire(ONE)).isTrue();
        assertThat(holding(mark(ONE))).containsKeys("learner", "guardian")
            .doesNotContainKeys("support_plan", "plan_risk");
        assertThat(expire(ONE)).isFalse();
    }

    @Test
    void whoever_was_still_taught_is_forgotten_when_school_is_over() throws SQLException {
        rule(1, "PLAN_END", "2000-01-01");
        run("update enrolment set valid_to = '2099-01-01' where id = '" + key(0x11, ONE) + "'");
        assertThat(expire(ONE)).isTrue();
        assertThat(due()).extracting(Due::learner).doesNotContain(learner(ONE));
        run("update enrolment set valid_to = '2021-06-10' where id = '" + key(0x11, ONE) + "'");
        assertThat(due()).contains(new Due(learner(ONE), null));
        assertThat(expire(ONE)).isTrue();
        assertThat(holding(mark(ONE))).isEmpty();
        assertThat(expire(ONE)).isFalse();
    }

    /** Applied for when the semester was over: such a plan begins after its end. */
    @Test
    void a_plan_that_has_to_be_kept_stays_whatever_the_day_of_its_application() throws SQLException {
        rule(1, "PLAN_END", "2000-01-01");
        run("""
                begin;
                insert into programme select 'LONG', 'Ilga', 'Long', number, operator, starts_on, ends_on, first_ends_on, basis
                from programme where code = 'PUMPURS';
                insert into retention (programme, years, counted_from, valid_from) values ('LONG', 70, 'PLAN_END', '2000-01-01');
                insert into support_plan (id, code, learner_id, school_id, semester, programme, author_id, state, applied_on,
                  applied_by, reason, strengths, version)
                select '%1$s', 'LATE-1', learner_id, school_id, '2020/2021-2', 'LONG', author_id, 'REJECTED', '2021-12-01',
                  'GUARDIAN', 'Par vēlu %2$s', 'Patur %2$s', 1 from support_plan where id = '%3$s';
                commit""".formatted(key(0x20, 7), mark(ONE), key(0x20, ONE)));
        try {
            assertThat(expire(ONE)).isTrue();
            assertThat(holding(mark(ONE)).get("support_plan")).singleElement().asString().contains("Patur");
        } finally {
            run("delete from support_plan where programme = 'LONG'; delete from retention where programme = 'LONG';"
                    + " delete from programme where code = 'LONG'");
        }
    }

    @Test
    void whoever_cannot_be_forgotten_keeps_nobody_else_from_it() throws SQLException {
        rule(1, "PLAN_END", "2000-01-01");
        assertThat(round(List.of(new Unforgettable()))).isEqualTo(1);
        assertThat(holding(mark(ONE))).containsKey("support_plan");
        assertThat(holding(mark(OTHER))).isEmpty();
    }

    /** Breaks off before anything is changed, for one of them. */
    private static final class Unforgettable implements PersonalData {

        @Override
        public Set<String> tables() {
            return Set.of("learner");
        }

        @Override
        public List<Section> of(Subject subject, UUID reader) {
            return List.of();
        }

        @Override
        public int anonymise(Subject subject) {
            if (subject.keys().contains(learner(ONE))) {
                throw new IllegalStateException("a row that nobody expected");
            }
            return 0;
        }

        @Override
        public int expire(Subject subject, LocalDate before) {
            return anonymise(subject);
        }
    }

    private static void rule(int years, String from, String since) throws SQLException {
        run("insert into retention (programme, years, counted_from, valid_from) values ('PUMPURS', " + years + ", '"
                + from
                + "', '" + since + "')");
    }

    private static List<Due> due() {
        return in(em -> new Retentions(em).due(new UUID(0, 0), 1000));
    }

    private static boolean expire(int person) {
        return in(
                em -> new RetentionSteps(new Retentions(em), new DataSubjects(em, new Contracts(PersonalTables.on(em))))
                    .expire(learner(person), NOW));
    }

    private static int round() {
        return round(List.of());
    }

    private static int round(List<PersonalData> first) {
        return in(em -> new RetentionRound(
                new RetentionSteps(new Retentions(em), new DataSubjects(em,
                        new Contracts(Stream.concat(first.stream(), PersonalTables.on(em).stream()).toList()))),
                () -> NOW)
            .all());
    }

    private static <T> T in(Function<EntityManager, T> work) {
        return TwoTenants.database().entityManagers().inTransaction(HERE, null, work);
    }
}
