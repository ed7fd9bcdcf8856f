package lv.pumpurs.core.audit;

import static lv.pumpurs.core.fixture.TwoTenants.ALFA;
import static lv.pumpurs.core.fixture.TwoTenants.BETA;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import lv.pumpurs.core.audit.ChangeView.Field;
import lv.pumpurs.core.audit.ReadsView.ReadView;
import lv.pumpurs.core.fixture.Somebody;
import lv.pumpurs.core.fixture.Statements;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.tenancy.Acting;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.core.tenancy.StandaloneEntityManagers;
import lv.pumpurs.core.web.ListQuery;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.ReadLog.Narrowing;
import lv.pumpurs.spi.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What two tenants' logs keep, and what of it each reader is shown. */
class LogsDbTest {

    private static final ListQuery FIRST = new ListQuery(1, 100, "at", false);
    private static final UUID TEACHER = Ids.next();
    private static final UUID LEARNER = Ids.next();
    private static final UUID ENROLMENT = Ids.next();
    private static final UUID SCHOOL = Ids.next();
    private static final UUID PLAN = Ids.next();
    private static final String FAMILY_NAME = "Žurnālniece";

    @BeforeAll
    static void a_teacher_writes_down_a_learner_and_a_plan_in_alfa() {
        Town.publishCatalogues();
        Acting teacher = new Acting(TEACHER, Set.of(Role.PLAN_AUTHOR), "plan:write");
        in(ALFA, teacher, em -> {
            sql(em, "insert into staff values (?1, ?2, 'Ilze', 'Rakstītāja')", TEACHER, TEACHER + "@alfa.test");
            sql(em, "insert into school values (?1, null, ?2, 'VIDUSSKOLA', null)", SCHOOL, "Skola " + SCHOOL);
            sql(em, """
                    insert into learner (id, given_name, family_name, search_name, personal_code, personal_code_index,
                                         latest_enrolment_id, version)
                    values (?1, 'Anna', ?2, 'anna zurnalniece', '\\x01', cast(cast(?1 as text) as bytea), ?3, 1)""",
                    LEARNER, FAMILY_NAME, ENROLMENT);
            sql(em, "insert into enrolment values (?1, ?2, ?3, '2020/2021', '5.a', 5, false, null, '2020-09-01', null)",
                    ENROLMENT, LEARNER, SCHOOL);
            sql(em, """
                    insert into support_plan (id, code, learner_id, school_id, semester, programme, author_id, state,
                                              version)
                    values (?1, ?2, ?3, ?4, '2020/2021-1', 'PUMPURS', ?5, 'DRAFT', 1)""", PLAN, "LOG-" + PLAN, LEARNER,
                    SCHOOL, TEACHER);
            return sql(em,
                    "insert into plan_risk values (?1, ?2, 'STUDY_CONTENT_DIFFICULTY', 'HIGH', 'slepena piezīme')",
                    Ids.next(), PLAN);
        });
    }

    /** Other tests count learners. */
    @AfterAll
    static void the_rows_go_and_the_logs_stay() {
        in(ALFA, null, em -> {
            sql(em, "delete from plan_risk where plan_id = ?1", PLAN);
            sql(em, "delete from support_plan where id = ?1", PLAN);
            sql(em, "delete from enrolment where id = ?1", ENROLMENT);
            sql(em, "delete from learner where id = ?1", LEARNER);
            sql(em, "delete from school where id = ?1", SCHOOL);
            return sql(em, "delete from staff where id = ?1", TEACHER);
        });
    }

    @Test
    void a_change_says_who_by_which_role_what_and_both_states_in_words() {
        in(ALFA, new Acting(TEACHER, Set.of(Role.PLAN_AUTHOR), "plan:write"),
                em -> sql(em, "update learner set given_name = 'Anete', version = 2 where id = ?1", LEARNER));

        ChangeView change = changes(Role.TENANT_COORDINATOR, "learner").getFirst();
        assertThat(change.act()).isEqualTo("UPDATE");
        assertThat(change.person().name()).isEqualTo("Ilze Rakstītāja");
        assertThat(change.person().roles()).containsExactly("PLAN_AUTHOR");
        assertThat(change.subject()).isEqualTo("Anete " + FAMILY_NAME);
        assertThat(change.fields()).containsExactly(new Field("given_name", false,
                new ChangeView.Value("Anna", null, null), new ChangeView.Value("Anete", null, null)));
        in(ALFA, null, em -> sql(em, "update learner set given_name = 'Anna', version = 3 where id = ?1", LEARNER));
        assertThat(changes(Role.TENANT_COORDINATOR, "learner").getFirst().person())
            .isEqualTo(new LogPerson(null, null, false, List.of(), null));
    }

    /** The code is named as a field that changed; neither it, nor its index, nor the folded name is anywhere. */
    @Test
    void what_is_not_named_readable_is_not_shown_even_to_a_coordinator() {
        ChangeView added = changes(Role.TENANT_COORDINATOR, "learner").stream()
            .filter(change -> change.act().equals("INSERT"))
            .filter(change -> change.toString().contains(FAMILY_NAME))
            .findFirst()
            .orElseThrow();
        assertThat(added.fields()).extracting(Field::column)
            .containsExactly("family_name", "given_name", "personal_code");
        assertThat(added.fields().getLast()).isEqualTo(new Field("personal_code", true, null, null));
        assertThat(added.toString()).doesNotContain("zurnalniece", "\\x");
    }

    /** Whatever the page is made to show: what the working role may read of the log does not hold them. */
    @Test
    void personal_codes_and_folded_names_do_not_leave_the_log() {
        Object found = in(ALFA, reading(Role.TENANT_COORDINATOR), em -> em.createNativeQuery("""
                select count(*) filter (where after -> 'given_name' is not null),
                       count(*) filter (where coalesce(before, after) ->> 'search_name' is not null
                                           or after ->> 'search_name' is not null
                                           or after ->> 'personal_code' is not null
                                           or after ->> 'personal_code_index' is not null)
                from shown_change where table_name = 'learner'""").getSingleResult());
        assertThat(((Number) ((Object[]) found)[0]).intValue()).isPositive();
        assertThat(((Number) ((Object[]) found)[1]).intValue()).isZero();
    }

    @Test
    void keys_and_codes_are_shown_by_name() {
        Field school = changes(Role.TENANT_COORDINATOR, "enrolment").getFirst()
            .fields()
            .stream()
            .filter(field -> field.column().equals("school_id"))
            .findFirst()
            .orElseThrow();
        assertThat(school.after()).isEqualTo(
                new ChangeView.Value(SCHOOL.toString(), "Skola " + SCHOOL, "Skola " + SCHOOL));
        assertThat(changes(Role.TENANT_COORDINATOR, "plan_risk").getFirst().fields().toString())
            .doesNotContain("Grūtības mācību satura apguvē", "slepena piezīme");
    }

    @ParameterizedTest
    @CsvSource({"TENANT_ADMIN,plan_risk", "TENANT_ADMIN,support_plan", "TENANT_ADMIN,learner"})
    void who_may_not_read_plans_or_learners_sees_that_something_changed_and_no_more(Role role, String table) {
        List<ChangeView> changes = changes(role, table);
        assertThat(changes).isNotEmpty().allSatisfy(change -> {
            assertThat(change.closed()).isTrue();
            assertThat(change.fields()).isEmpty();
            assertThat(change.subject()).isNull();
        });
        assertThat(changes).extracting(change -> change.person().name()).contains("Ilze Rakstītāja");
        assertThat(changes.toString()).doesNotContain(FAMILY_NAME, "HIGH", "LOG-");
    }

    /** A class teacher's reach is a class; as an administrator the same person reads the log of the whole tenant. */
    @Test
    void a_second_role_with_a_narrow_reach_opens_nothing_in_the_log() {
        LogReader both = new LogReader(Somebody.with(Role.TENANT_ADMIN, Role.CLASS_TEACHER));
        assertThat(both.may(Permissions.LEARNER_READ)).isFalse();
        assertThat(both.may(Permissions.LOG_READ)).isTrue();
        assertThat(new LogReader(Somebody.with(Role.TENANT_COORDINATOR)).may(Permissions.PLAN_READ)).isTrue();
    }

    @Test
    void the_neighbour_has_a_log_of_its_own() {
        List<ChangeView> here = changes(Role.TENANT_COORDINATOR, "learner");
        List<ChangeView> there = in(BETA, reading(Role.TENANT_COORDINATOR),
                em -> new Changes(em, new Names(em)).page(filter("person", TEACHER.toString()), FIRST,
                        new LogReader(Somebody.with(Role.TENANT_COORDINATOR))));
        assertThat(here.toString()).contains(FAMILY_NAME);
        assertThat(there).isEmpty();
    }

    @Test
    void a_reading_names_person_roles_purpose_and_learner_from_the_transaction() {
        UUID reader = Ids.next();
        recorded(new Acting(reader, Set.of(Role.CLASS_TEACHER, Role.GUARDIAN), "learner:read"),
                reads -> reads.add(LEARNER));
        ReadView read = reads(reader, Role.TENANT_COORDINATOR).getFirst();
        assertThat(read.person().roles()).containsExactly("CLASS_TEACHER", "GUARDIAN");
        assertThat(read.purposes()).containsExactly("SUPPORT", "FAMILY");
        assertThat(read.learner()).endsWith(FAMILY_NAME);
        assertThat(read.rows()).isNull();
        assertThat(reads(reader, Role.TENANT_ADMIN).getFirst().learner()).isNull();
    }

    @Test
    void a_list_is_recorded_by_its_rows_and_by_what_it_was_narrowed() {
        UUID reader = Ids.next();
        recorded(new Acting(reader, Set.of(Role.TENANT_COORDINATOR), "learner:read"),
                reads -> reads.add(7, List.of(Narrowing.GRADE, Narrowing.SEARCH)));
        recorded(new Acting(reader, Set.of(Role.TENANT_COORDINATOR), "learner:read"),
                reads -> reads.add(0, List.of()));
        List<ReadView> reads = reads(reader, Role.TENANT_COORDINATOR);
        assertThat(reads).extracting(ReadView::rows).containsExactly(0, 7);
        assertThat(reads).extracting(ReadView::narrowedBy).containsExactly(List.of(), List.of("SEARCH", "GRADE"));
    }

    @Test
    void a_filter_lets_through_what_it_names() {
        String me = TEACHER.toString();
        assertThat(count(filter("person", me, "kind", "learner", "act", "INSERT"))).isOne();
        assertThat(count(filter("person", me, "kind", "learner", "act", "DELETE"))).isZero();
        assertThat(count(filter("person", "platform", "kind", "plan_risk"))).isZero();
        assertThat(count(filter("person", me, "to", "2020-01-01"))).isZero();
        assertThat(count(filter("person", me))).isGreaterThan(5);
        assertThat(count(filter("person", "no-key", "kind", "no_table"))).isGreaterThan(5);
        in(ALFA, reading(Role.TENANT_COORDINATOR), em -> {
            var reads = new Reads(em, new Names(em));
            assertThat(reads.count(LogFilter.of(query("act", "OPERATION"), today(), List.of(), List.of("OPERATION"))))
                .isZero();
            return true;
        });
    }

    @Test
    void a_page_takes_as_many_statements_for_one_row_as_for_a_hundred() {
        recorded(new Acting(TEACHER, Set.of(Role.PLAN_AUTHOR), "learner:read"), reads -> reads.add(3, List.of()));
        Statements statements = new Statements();
        LogReader reader = new LogReader(Somebody.with(Role.TENANT_COORDINATOR));
        try (var heard = new StandaloneEntityManagers(statements.on(TwoTenants.database().app()))) {
            for (int size : List.of(1, 100)) {
                ListQuery asked = new ListQuery(1, size, "at", false);
                heard.inTransaction(ALFA, reading(Role.TENANT_COORDINATOR),
                        em -> new Changes(em, new Names(em)).page(filter(), asked, reader));
                assertThat(statements.taken()).as("bound, rows, names").hasSize(3);
                heard.inTransaction(ALFA, reading(Role.TENANT_COORDINATOR),
                        em -> new Reads(em, new Names(em)).page(filter(), asked, reader));
                assertThat(statements.taken()).as("bound, rows, names").hasSize(3);
            }
        }
    }

    private static List<ChangeView> changes(Role role, String table) {
        return in(ALFA, reading(role), em -> new Changes(em, new Names(em)).page(filter("kind", table), FIRST,
                new LogReader(Somebody.with(role))));
    }

    private static long count(LogFilter filter) {
        return in(ALFA, reading(Role.TENANT_COORDINATOR), em -> new Changes(em, new Names(em)).count(filter));
    }

    private static List<ReadView> reads(UUID reader, Role role) {
        return in(ALFA, reading(role),
                em -> new Reads(em, new Names(em)).page(filter("person", reader.toString()), FIRST,
                        new LogReader(Somebody.with(role))));
    }

    private static void recorded(Acting acting, java.util.function.Consumer<Reads> page) {
        in(ALFA, acting, em -> {
            page.accept(new Reads(em, new Names(em)));
            return true;
        });
    }

    private static Acting reading(Role role) {
        return new Acting(Ids.next(), Set.of(role), Permissions.LOG_READ);
    }

    private static LogFilter filter(String... query) {
        return LogFilter.of(query(query), today(),
                LoggedTables.all().tables().stream().map(table -> table.name()).toList(),
                List.of("INSERT", "UPDATE", "DELETE"));
    }

    private static MultivaluedHashMap<String, String> query(String... pairs) {
        var query = new MultivaluedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            query.add(pairs[i], pairs[i + 1]);
        }
        return query;
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Riga"));
    }

    private static int sql(EntityManager em, String text, Object... parameters) {
        var query = em.createNativeQuery(text);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query.executeUpdate();
    }

    private static <T> T in(SchemaName tenant, @org.jspecify.annotations.Nullable Acting acting,
            Function<EntityManager, T> work) {
        return TwoTenants.database().entityManagers().inTransaction(tenant, acting, work);
    }
}
