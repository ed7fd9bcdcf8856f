package lv.pumpurs.server;

import static lv.pumpurs.server.PlantedPeople.ADMINISTRATOR;
import static lv.pumpurs.server.PlantedPeople.HERE;
import static lv.pumpurs.server.PlantedPeople.ONE;
import static lv.pumpurs.server.PlantedPeople.OTHER;
import static lv.pumpurs.server.PlantedPeople.SHARED;
import static lv.pumpurs.server.PlantedPeople.guardian;
import static lv.pumpurs.server.PlantedPeople.holding;
import static lv.pumpurs.server.PlantedPeople.key;
import static lv.pumpurs.server.PlantedPeople.learner;
import static lv.pumpurs.server.PlantedPeople.mark;
import static lv.pumpurs.server.PlantedPeople.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import lv.pumpurs.core.figures.Figure;
import lv.pumpurs.core.figures.Figures;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.privacy.Contracts;
import lv.pumpurs.core.privacy.DataSubjects;
import lv.pumpurs.core.tenancy.Acting;
import lv.pumpurs.spi.PersonalData.Kind;
import lv.pumpurs.spi.PersonalData.Section;
import lv.pumpurs.spi.PersonalData.Subject;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing is left of somebody who is forgotten, in no table of the core or of a plugin; and of nobody else is anything lost. */
class ForgottenPersonDbTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final Acting BY = new Acting(ADMINISTRATOR, Set.of(Role.TENANT_ADMIN), "subject:anonymise");

    /** Free text that belongs to nobody, or columns where a name cannot stand. */
    private static final Set<String> NO_WORDS = Set.of("enrolment.school_year", "former_personal_code.",
            "read_log.permission",
            "read_log.roles", "read_log.purposes", "read_log.filters", "support_plan.code", "plan_proposal.risks",
            "guardian.phone", "consultation.known", "consultation_feed.hash", "consultation_order.number",
            "consultation_order_plan.plan_code",
            "consultation_order_provider.provider_id", "staff.email", "staff.given_name", "staff.family_name",
            "staff_role.class_name",
            "staff_role.provider_role",
            "mail.reason", "roster_line.previous_outcome", "roster_row.part", "plan_approval.role",
            // said of a person who is forgotten already, by whoever is told to name nobody
            "privacy_act.reason");

    @BeforeEach
    void two_people_of_whom_there_is_something_everywhere() throws SQLException {
        PlantedPeople.remove();
        PlantedPeople.plant();
    }

    @AfterEach
    void and_nothing_of_them_stays_for_other_tests() throws SQLException {
        PlantedPeople.remove();
    }

    /** Else the test below would find nothing for a bad reason: a new column of words is planted too. */
    @Test
    void the_person_stands_in_every_column_in_which_somebody_can_write() throws SQLException {
        Set<String> tables = in(null, em -> new Contracts(PersonalTables.on(em)).tables());
        Set<String> empty = new TreeSet<>();
        for (String table : tables) {
            for (String column : columnsOfWords(table)) {
                if (!NO_WORDS.contains(table + "." + column)
                        && rows("select 1 from " + table + " x where lower(" + column
                                + "::text) like '%" + mark(ONE).toLowerCase(java.util.Locale.ROOT) + "%'")
                            .isEmpty()) {
                    empty.add(table + "." + column);
                }
            }
        }
        assertThat(empty).isEmpty();
    }

    @Test
    void nothing_is_left_of_the_person_and_the_other_one_is_untouched() throws SQLException {
        Map<String, List<String>> other = ofTheOther();
        List<Figure> figures = in(null, em -> new Figures(em).all());
        assertThat(holding(mark(ONE))).containsKeys("learner", "change_log", "read_log", "consultation", "roster_row");

        forget();

        assertThat(holding(mark(ONE))).isEmpty();
        // that there was such a row, and no more, stays in the log
        assertThat(holding(guardian(ONE).toString())).containsOnlyKeys("change_log");
        assertThat(ofTheOther()).isEqualTo(other);
        List<Figure> after = in(null, em -> new Figures(em).all());
        assertThat(after).isEqualTo(figures);
        assertThat(figures.toString()).contains("M7_COMPLETION");
    }

    /** Nobody who stays known is found beside what is left. */
    @Test
    void no_row_of_the_person_names_somebody_of_a_family() throws SQLException {
        forget();
        assertThat(holding(learner(ONE).toString()).values()
            .stream()
            .flatMap(List::stream)
            .filter(row -> row.contains(guardian(SHARED).toString()))).isEmpty();
    }

    @Test
    void rows_stay_to_be_counted() throws SQLException {
        List<String> counts = counts();
        forget();
        assertThat(counts()).isEqualTo(counts);
        assertThat(
                rows("select state || ' ' || result || ' ' || closed_on from support_plan where id = '" + key(0x20, ONE)
                        + "'"))
            .containsExactly("CLOSED REDUCED 2020-12-21");
        assertThat(rows("select minutes::text from consultation where id = '" + key(0x36, ONE) + "'"))
            .containsExactly("40");
        assertThat(
                rows("select jsonb_array_length(replaced::jsonb -> 'measures')::text from plan_amendment where id = '"
                        + key(0x24, ONE) + "'"))
            .containsExactly("1");
    }

    @Test
    void the_act_is_recorded_with_who_why_and_how_much_and_the_log_says_that_it_was_emptied() throws SQLException {
        forget();
        assertThat(rows("select kind || ' ' || person_id || ' ' || reason from privacy_act where learner_id = '"
                + learner(ONE) + "' and rows > 15 and log_entries > 20"))
            .containsExactly("ANONYMISED " + ADMINISTRATOR + " Vecāku iesniegums");
        assertThat(rows("select count(*)::text from change_log where row_id = '" + learner(ONE)
                + "' and (redacted_at is null or before is not null or after is not null)"))
            .containsExactly("0");
        assertThat(rows("select count(*) > 2 from change_log where row_id = '" + learner(ONE) + "'"))
            .containsExactly("t");
        assertThat(rows("select count(*)::text from change_log where table_name = 'privacy_act' and redacted_at is null"
                + " and after ->> 'learner_id' = '" + learner(ONE) + "'"))
            .containsExactly("1");
    }

    @Test
    void forgetting_again_changes_nothing_but_the_record_of_it() throws SQLException {
        forget();
        int rows = in(BY, em -> new Contracts(PersonalTables.on(em)).all()
            .stream()
            .filter(one -> !one.tables().contains("read_log"))
            .mapToInt(one -> one.anonymise(new Subject(Kind.LEARNER, Set.of(learner(ONE)))))
            .sum());
        assertThat(rows).isZero();
    }

    /** The log opens to nobody else: not to whoever reads it, nor to whoever works on plans. */
    @Test
    void no_other_act_empties_the_log() {
        Acting reader = new Acting(ADMINISTRATOR, Set.of(Role.TENANT_ADMIN), "log:read");
        for (String sql : List.of("select forget_changes()",
                "select forget_readings(cast('{" + learner(ONE) + "}' as uuid[]))")) {
            assertThatThrownBy(() -> in(reader, em -> em.createNativeQuery(sql).getSingleResult()))
                .hasMessageContaining("The log forgets nothing here");
        }
    }

    @Test
    void what_is_over_is_forgotten_of_a_learner_who_stays_and_what_came_later_is_kept() throws SQLException {
        PlantedPeople.run("update guardian_contact set held_on = '2021-03-01' where id = '" + key(0x31, ONE) + "'");
        in(null, em -> new DataSubjects(em, new Contracts(PersonalTables.on(em))).expire(learner(ONE),
                LocalDate.of(2021, 1, 1), NOW));
        Map<String, List<String>> left = holding(mark(ONE));
        assertThat(left).containsKeys("learner", "guardian", "guardian_contact")
            .doesNotContainKeys("support_plan", "plan_risk", "planned_measure", "plan_amendment", "plan_approval",
                    "consultation", "guardian_message", "contact_addition", "former_personal_code");
        assertThat(left.get("guardian_contact")).singleElement().asString().contains("2021-03-01");
        assertThat(left.get("change_log")).isNotEmpty()
            .noneMatch(row -> row.contains("\"plan_risk\"") || row.contains("\"support_plan\""));
    }

    @Test
    void a_family_is_told_what_its_pages_show_and_how_much_more_there_is() {
        Map<String, Section> told = in(new Acting(guardian(ONE), Set.of(Role.GUARDIAN), "subject:export"),
                em -> PersonalTables.on(em)
                    .stream()
                    .flatMap(one -> one
                        .of(new Subject(Kind.LEARNER, Set.of(learner(ONE), key(0x12, ONE))), guardian(ONE))
                        .stream())
                    .collect(Collectors.toMap(Section::table, Function.identity())));
        assertThat(told.keySet()).containsExactlyInAnyOrder("learner", "enrolment", "guardianship",
                "former_personal_code",
                "support_plan", "plan_risk", "planned_measure", "plan_approval", "plan_suspension", "plan_amendment",
                "plan_proposal", "guardian_contact", "guardian_message", "read_log", "consultation", "legal_hold",
                "application_scan", "consultation_sheet", "consultation_feed");
        assertThat(value(told, "plan_risk", "note")).isEqualTo(mark(ONE));
        assertThat(value(told, "former_personal_code", "personal_code").toString()).contains("*");
        assertThat(section(told, "guardian_contact").rows()).isEmpty();
        assertThat(section(told, "guardian_contact").withheld()).isEqualTo(2);
        assertThat(section(told, "guardian_message").rows()).hasSize(1);
        assertThat(section(told, "guardian_message").withheld()).isEqualTo(1);
        assertThat(section(told, "guardianship").rows()).extracting(row -> row.get("guardian_id"))
            .containsExactlyInAnyOrder(mark(ONE) + " " + mark(ONE), null);
        assertThat(told.toString()).doesNotContain("Abu", "Pārstāve", mark(OTHER));
    }

    /** What was never adopted has replaced nothing, and has words all the same. */
    @Test
    void an_amendment_that_was_given_up_is_forgotten_with_its_plan() throws SQLException {
        PlantedPeople.run("""
                insert into plan_amendment (id, plan_id, edition, author_id, stage, started_on, ended_on, reason, proposed)
                values ('%1$s', '%2$s', 3, '%3$s', 'DISCARDED', '2020-11-01', '2020-11-02', null, '{"strengths":"%5$s"}'),
                 ('%4$s', '%2$s', 3, '%3$s', 'REJECTED', '2020-11-03', '2020-11-04', '%5$s', '{"strengths":"%5$s"}')"""
            .formatted(key(0x24, 11), key(0x20, ONE), key(0x02, 1), key(0x24, 12), mark(ONE)));
        forget();
        assertThat(holding(mark(ONE))).isEmpty();
        assertThat(rows("select stage from plan_amendment where plan_id = '" + key(0x20, ONE)
                + "' and replaced is null order by 1"))
            .containsExactly("DISCARDED", "REJECTED");
    }

    @Test
    void whoever_typed_what_stands_where_words_were_keeps_no_other_word() throws SQLException {
        PlantedPeople.run("update guardian_contact set topic = '–' where id = '" + key(0x31, ONE)
                + "'; update guardian_message set subject = '–' where id = '" + key(0x35, ONE) + "'");
        forget();
        assertThat(holding(mark(ONE))).isEmpty();
    }

    private static Section section(Map<String, Section> told, String table) {
        return Objects.requireNonNull(told.get(table));
    }

    private static Object value(Map<String, Section> told, String table, String column) {
        return Objects.requireNonNull(section(told, table).rows().getFirst().get(column));
    }

    private static Map<String, List<String>> ofTheOther() throws SQLException {
        return holding(mark(OTHER), learner(OTHER).toString(), guardian(OTHER).toString(), key(0x20, OTHER).toString(),
                "\"" + guardian(SHARED) + "\", \"email\"");
    }

    private static List<String> counts() throws SQLException {
        return rows("""
                select 'p ' || count(*) from support_plan union all select 'r ' || count(*) from plan_risk
                union all select 'm ' || count(*) from planned_measure union all select 'e ' || count(*) from enrolment
                union all select 'l ' || count(*) from learner union all select 'c ' || count(*) from consultation
                union all select 'g ' || count(*) from guardian_contact union all select 'n ' || count(*) from guardian_message
                union all select 'a ' || count(*) from plan_approval order by 1""");
    }

    private static Set<String> columnsOfWords(String table) throws SQLException {
        return new TreeSet<>(
                rows("""
                select a.attname from pg_attribute a
                where a.attrelid = '%1$s.%2$s'::regclass and a.attnum > 0 and not a.attisdropped
                 and a.atttypid in ('text'::regtype, 'jsonb'::regtype, 'text[]'::regtype)
                 and not exists (select 1 from pg_constraint c where c.conrelid = a.attrelid and a.attnum = any (c.conkey)
                  and (c.contype = 'f' or pg_get_constraintdef(c.oid) like 'CHECK ((' || a.attname || ' = ANY (ARRAY[%%'))"""
                    .formatted(HERE, table)));
    }

    private static void forget() {
        in(BY, em -> new DataSubjects(em, new Contracts(PersonalTables.on(em))).anonymise(learner(ONE),
                ADMINISTRATOR, "Vecāku iesniegums", NOW));
    }

    private static <T extends @Nullable Object> T in(@Nullable Acting acting, Function<EntityManager, T> work) {
        return TwoTenants.database().entityManagers().inTransaction(HERE, acting, work);
    }
}
