package lv.pumpurs.core.scan;

import static lv.pumpurs.core.fixture.TwoTenants.ALFA;
import static lv.pumpurs.core.fixture.TwoTenants.BETA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import lv.pumpurs.core.fixture.Papers;
import lv.pumpurs.core.fixture.Statements;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.personalcode.PaperVault;
import lv.pumpurs.core.personalcode.PersonalCodeVault;
import lv.pumpurs.core.tenancy.Acting;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.core.tenancy.StandaloneEntityManagers;
import lv.pumpurs.core.web.Upload;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The scan of an application on real rows of two tenants. */
class ScansDbTest {

    private static final UUID AUTHOR = Ids.next();
    private static final UUID LEARNER = Ids.next();
    private static final UUID OTHER = Ids.next();
    private static final UUID SCHOOL = Ids.next();
    private static final UUID PLAN = Ids.next();
    private static final Instant NOW = Instant.parse("2020-10-01T09:00:00.123Z");
    private static final Set<Role> AUTHORS = Set.of(Role.PLAN_AUTHOR);
    private static final String MARK = "Zvejniece-161175-19997";
    private static final byte[] PDF = Papers.pdf(MARK, false);
    private static final byte[] PNG = Papers.picture("png", 40, 20);
    private static final ScanLimits LIMITS = new ScanLimits(100_000, 3, 1);
    private static final PaperVault VAULT = vault();

    @BeforeEach
    void the_same_plan_in_both_tenants() {
        Town.publishCatalogues();
        for (SchemaName tenant : List.of(ALFA, BETA)) {
            in(tenant, em -> {
                sql(em, "insert into school values (?1, null, ?2, 'VIDUSSKOLA', null)", SCHOOL, "Skola " + SCHOOL);
                sql(em, "insert into staff values (?1, ?2, 'Ilze', 'Rakstītāja')", AUTHOR, AUTHOR + "@scan.test");
                sql(em, "insert into staff_role values (?1, ?1, 'PLAN_AUTHOR', ?2, null, null, '2017-09-01', null)",
                        AUTHOR, SCHOOL);
                for (UUID learner : List.of(LEARNER, OTHER)) {
                    sql(em, """
                            insert into learner (id, given_name, family_name, search_name, latest_enrolment_id, version)
                            values (?1, 'Anna', 'Ozola', 'anna ozola', ?1, 1)""", learner);
                    sql(em, "insert into enrolment values (?1, ?1, ?2, '2020/2021', '5.a', 5, false, null,"
                            + " '2020-09-01', null)", learner, SCHOOL);
                }
                return sql(em, """
                        insert into support_plan (id, code, learner_id, school_id, semester, programme, author_id,
                         state, version) values (?1, ?2, ?3, ?4, '2020/2021-1', 'PUMPURS', ?5, 'DRAFT', 1)""", PLAN,
                        "SCAN-" + PLAN, LEARNER, SCHOOL, AUTHOR);
            });
        }
    }

    /** Other tests count the same schema. */
    @AfterEach
    void forget() {
        for (SchemaName tenant : List.of(ALFA, BETA)) {
            in(tenant, em -> {
                sql(em, "delete from support_plan where id = ?1", PLAN);
                sql(em, "delete from enrolment where school_id = ?1", SCHOOL);
                sql(em, "delete from learner where id in (?1, ?2)", LEARNER, OTHER);
                sql(em, "delete from staff_role where staff_id = ?1", AUTHOR);
                sql(em, "delete from staff where id = ?1", AUTHOR);
                return sql(em, "delete from school where id = ?1", SCHOOL);
            });
        }
    }

    @Test
    void what_stands_in_a_scan_comes_back_and_is_nowhere_in_the_clear_neither_in_rows_nor_in_the_log()
            throws Exception {
        assertThat(new String(PDF, StandardCharsets.ISO_8859_1)).contains(MARK);
        attach(ALFA, PDF, PNG);
        List<Scan> scans = scans(AUTHORS);
        assertThat(scans).extracting(Scan::position, Scan::kind, Scan::bytes, Scan::addedAt, Scan::addedBy,
                Scan::mayOpen)
            .containsExactly(
                    tuple(1, ScanKind.PDF, PDF.length, NOW, "Ilze Rakstītāja", true),
                    tuple(2, ScanKind.PNG, PNG.length, NOW, "Ilze Rakstītāja", true));
        StoredScan stored = find(scans.getFirst().id());
        assertThat(stored.content(VAULT, ALFA)).isEqualTo(PDF);
        assertThat(stored.name() + " " + stored.learnerId()).isEqualTo("iesniegums-1.pdf " + LEARNER);
        assertThat(tablesWith(SCHOOL.toString())).contains("school", "change_log");
        assertThat(tablesWith(MARK)).isEmpty();
        assertThat(tablesWith(HexFormat.of().formatHex(MARK.getBytes(StandardCharsets.UTF_8)))).isEmpty();
    }

    @Test
    void a_scan_moved_to_another_row_or_tenant_does_not_open() throws Exception {
        attach(ALFA, PDF, PNG);
        List<Scan> scans = scans(AUTHORS);
        superuser("""
                insert into t_beta.application_scan select * from t_alfa.application_scan where plan_id = '%1$s';
                insert into t_beta.application_scan_content select * from t_alfa.application_scan_content
                 where scan_id = '%2$s';
                update t_alfa.application_scan_content set content = (select c.content from
                 t_alfa.application_scan_content c where c.scan_id = '%2$s') where scan_id = '%3$s'"""
            .formatted(PLAN, scans.getFirst().id(), scans.getLast().id()));
        assertThat(find(scans.getFirst().id()).content(VAULT, ALFA)).isEqualTo(PDF);
        StoredScan moved = find(scans.getLast().id());
        assertThatThrownBy(() -> moved.content(VAULT, ALFA)).isInstanceOf(IllegalStateException.class);
        StoredScan copied = found(BETA, PLAN, scans.getFirst().id(), AUTHOR, AUTHORS).orElseThrow();
        assertThatThrownBy(() -> copied.content(VAULT, BETA)).isInstanceOf(IllegalStateException.class);
        assertThat(found(BETA, PLAN, scans.getLast().id(), AUTHOR, AUTHORS)).isEmpty();
    }

    @Test
    void a_scan_is_opened_by_the_roles_that_may_and_reach_its_plan_and_seen_to_be_there_by_others() {
        attach(ALFA, PDF);
        UUID id = scans(AUTHORS).getFirst().id();
        assertThat(scans(Set.of())).singleElement().satisfies(scan -> assertThat(scan.mayOpen()).isFalse());
        assertThat(found(ALFA, PLAN, id, AUTHOR, Set.of())).isEmpty();
        assertThat(found(ALFA, PLAN, id, AUTHOR, Set.of(Role.SCHOOL_DIRECTOR))).isEmpty();
        assertThat(found(ALFA, PLAN, id, OTHER, AUTHORS)).isEmpty();
        assertThat(found(ALFA, OTHER, id, AUTHOR, AUTHORS)).isEmpty();
    }

    @Test
    void the_same_file_again_changes_nothing() {
        attach(ALFA, PDF, PDF, PNG);
        attach(ALFA, PNG, PDF);
        assertThat(scans(AUTHORS)).extracting(Scan::position).containsExactly(1, 2);
    }

    @Test
    void an_application_has_as_many_files_as_the_limit_and_no_more_and_what_is_too_much_is_added_not_at_all() {
        byte[] third = Papers.picture("png", 3, 3);
        byte[] fourth = Papers.picture("png", 4, 4);
        attach(ALFA, PDF, PNG);
        tooMany(third, fourth);
        assertThat(scans(AUTHORS)).hasSize(2);
        attach(ALFA, third, PDF);
        tooMany(fourth);
        tooMany(PDF, PNG, third, fourth);
        assertThat(scans(AUTHORS)).hasSize(3);
    }

    @Test
    void what_is_taken_away_is_gone_with_what_stood_in_it_and_the_log_says_by_whom() throws Exception {
        attach(ALFA, PDF, PNG);
        UUID id = scans(AUTHORS).getFirst().id();
        assertThat(removed(OTHER, id)).isFalse();
        assertThat(removed(PLAN, id)).isTrue();
        assertThat(removed(PLAN, id)).isFalse();
        assertThat(scans(AUTHORS)).extracting(Scan::position).containsExactly(2);
        assertThat(look("select count(*)::text from t_alfa.application_scan_content")).containsExactly("1");
        assertThat(look("""
                select act || ' ' || (actor = '%s') || ' ' || string_agg(k, ',' order by k)
                from t_alfa.change_log, jsonb_object_keys(coalesce(after, before)) k
                where row_id = '%s' group by id, act, actor order by id""".formatted(AUTHOR, id)))
            .containsExactly("INSERT true added_at,added_by,bytes,id,kind,plan_id,position",
                    "DELETE true added_at,added_by,bytes,id,kind,plan_id,position");
        attach(ALFA, PDF);
        assertThat(scans(AUTHORS)).extracting(Scan::position).containsExactly(2, 3);
    }

    @Test
    void a_list_never_reads_what_stands_in_a_file() {
        attach(ALFA, PDF, PNG);
        var statements = new Statements();
        try (var heard = new StandaloneEntityManagers(statements.on(TwoTenants.database().app()))) {
            List<Scan> listed = heard.inTransaction(ALFA, null, em -> of(em).of(PLAN, AUTHOR, AUTHORS));
            assertThat(listed).hasSize(2);
        }
        assertThat(statements.taken()).anyMatch(sent -> sent.contains("application_scan "))
            .noneMatch(sent -> sent.contains("content"));
    }

    @Test
    void when_two_records_of_a_child_become_one_the_scan_stays_with_its_plan_and_opens() {
        attach(ALFA, PDF);
        UUID id = scans(AUTHORS).getFirst().id();
        in(ALFA, em -> em.createNativeQuery("select moved from move_rows_of_learner(?1, ?2)")
            .setParameter(1, LEARNER)
            .setParameter(2, OTHER)
            .getResultList());
        StoredScan stored = find(id);
        assertThat(stored.learnerId()).isEqualTo(OTHER);
        assertThat(stored.content(VAULT, ALFA)).isEqualTo(PDF);
    }

    @Test
    void files_wait_encrypted_and_in_no_folder() throws IOException {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        try (SealedScans sealed = in(ALFA, em -> sealed(PDF, PNG)); var files = Files.list(folder)) {
            assertThat(files.filter(file -> file.toString().endsWith(".list"))).isEmpty();
            assertThat(new String(sealed.content(0), StandardCharsets.ISO_8859_1)).doesNotContain(MARK, "%PDF");
            assertThat(VAULT.open(sealed.content(1),
                    new PaperVault.Place(ALFA, PLAN, sealed.all().getLast().id())))
                .isEqualTo(PNG);
        }
    }

    private static void tooMany(byte[]... files) {
        assertThatThrownBy(() -> attach(ALFA, files)).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.type()).isEqualTo(ScanProblem.TOO_MANY));
    }

    private static void attach(SchemaName tenant, byte[]... files) {
        in(tenant, em -> {
            try (SealedScans sealed = sealed(files)) {
                of(em).add(PLAN, sealed, AUTHOR, NOW);
                return files.length;
            }
        });
    }

    private static SealedScans sealed(byte[]... files) {
        byte[] form = Papers.form("x", Map.of("csrf", "y"), files);
        return Intake.sealed(Upload.of(new ByteArrayInputStream(form), "multipart/form-data; boundary=x",
                ScanProblem.NO_FILE), PLAN, VAULT, LIMITS, new Semaphore(1));
    }

    private static List<Scan> scans(Set<Role> roles) {
        return in(ALFA, em -> of(em).of(PLAN, AUTHOR, roles));
    }

    private static StoredScan find(UUID id) {
        return found(ALFA, PLAN, id, AUTHOR, AUTHORS).orElseThrow();
    }

    private static Optional<StoredScan> found(SchemaName tenant, UUID plan, UUID id, UUID person, Set<Role> roles) {
        return in(tenant, em -> of(em).find(plan, id, person, roles));
    }

    private static boolean removed(UUID plan, UUID id) {
        return in(ALFA, em -> of(em).remove(plan, id));
    }

    private static Scans of(EntityManager em) {
        return new Scans(em, LIMITS);
    }

    private static <T> T in(SchemaName tenant, Function<EntityManager, T> work) {
        return TwoTenants.database()
            .entityManagers()
            .inTransaction(tenant, new Acting(AUTHOR, AUTHORS, "application:write"), work);
    }

    private static int sql(EntityManager em, String text, Object... values) {
        var query = em.createNativeQuery(text);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query.executeUpdate();
    }

    private static void superuser(String statements) throws SQLException {
        try (Connection connection = TwoTenants.database().superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    /** Names of the tables of the tenant in whose rows a text stands, whatever the column. */
    private static List<String> tablesWith(String text) throws SQLException {
        List<String> found = new ArrayList<>();
        for (String table : look("select relname from pg_class where relkind in ('r', 'p')"
                + " and relnamespace = 't_alfa'::regnamespace")) {
            if (!look("select 'x' from t_alfa.%s r where strpos(r::text, '%s') > 0 limit 1".formatted(table, text))
                .isEmpty()) {
                found.add(table);
            }
        }
        return found;
    }

    private static List<String> look(String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = TwoTenants.database().superuser().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static PaperVault vault() {
        try {
            Path keyset = Files.createTempDirectory("keys").resolve("keyset");
            PersonalCodeVault.createKeyset(keyset);
            PaperVault vault = PersonalCodeVault.open(keyset).papers();
            Files.delete(keyset);
            Files.delete(keyset.getParent());
            return vault;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
