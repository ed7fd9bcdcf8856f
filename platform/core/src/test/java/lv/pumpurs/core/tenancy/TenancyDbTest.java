package lv.pumpurs.core.tenancy;

import static lv.pumpurs.core.fixture.TwoTenants.ALFA;
import static lv.pumpurs.core.fixture.TwoTenants.BETA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.core.fixture.TinyPool;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TenancyDbTest {

    private static final String SESSION = "SELECT concat_ws('/', session_user, current_user,"
            + " current_setting('search_path'), current_setting('pumpurs.actor', true),"
            + " current_setting('pumpurs.roles', true), current_setting('pumpurs.permission', true),"
            + " current_setting('pumpurs.purposes', true))";
    private static final String SLOW = "SELECT count(*) FROM generate_series(1, 100000000)";

    private static TinyPool pool;
    private static StandaloneEntityManagers entityManagers;

    @BeforeAll
    static void one_physical_connection() throws SQLException {
        pool = TwoTenants.database().appPool(1);
        entityManagers = new StandaloneEntityManagers(pool);
    }

    @BeforeEach
    void one_row_in_each_tenant() throws SQLException {
        ProbeTables.ensure();
    }

    @AfterEach
    void nothing_is_left_on_the_physical_connection() throws SQLException {
        assertThat(ProbeTables.look(pool, SESSION)).singleElement()
            .asString()
            .matches("pumpurs_app/pumpurs_app/pg_catalog, \"\\$user\", pg_temp/*");
    }

    @AfterAll
    static void close() throws SQLException {
        entityManagers.close();
        pool.close();
    }

    @Test
    void tenants_alternate_over_one_connection() {
        for (int i = 0; i < 20; i++) {
            SchemaName schema = i % 2 == 0 ? ALFA : BETA;
            assertThat(titles(schema)).containsExactly(schema + " same");
        }
    }

    /** Each tenant has plans of its own, kept from transaction to transaction: the driver names them after some. */
    @Test
    void kept_plans_never_read_another_tenants_rows() throws Exception {
        for (int i = 0; i < 40; i++) {
            SchemaName schema = i % 2 == 0 ? ALFA : BETA;
            assertThat(TenantScope.call(schema, null, TenancyDbTest::firstTitle)).isEqualTo(schema + " same");
        }
    }

    private static String firstTitle() throws SQLException {
        try (Connection guarded = guarded();
                PreparedStatement statement = guarded.prepareStatement("SELECT title FROM probe WHERE id = ?")) {
            statement.setObject(1, ProbeTables.SAME);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                String title = rows.getString(1);
                guarded.commit();
                return title;
            }
        }
    }

    @Test
    void the_same_key_in_two_tenants_gives_each_its_own_row() {
        for (SchemaName schema : List.of(ALFA, BETA, ALFA)) {
            String title = entityManagers.inTransaction(schema, null, em -> {
                Probe found = em.find(Probe.class, ProbeTables.SAME);
                return found == null ? "" : found.title();
            });
            assertThat(title).isEqualTo(schema + " same");
        }
    }

    @Test
    void eight_threads_share_two_connections() throws Exception {
        try (TinyPool two = TwoTenants.database().appPool(2);
                StandaloneEntityManagers shared = new StandaloneEntityManagers(two);
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Boolean>> runs = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                SchemaName schema = i % 2 == 0 ? ALFA : BETA;
                runs.add(threads.submit(() -> fiftyTransactions(shared, schema)));
            }
            for (Future<Boolean> run : runs) {
                assertThat(run.get()).isTrue();
            }
        }
        assertThat(titles(ALFA)).hasSize(1 + 4 * 50).allMatch(title -> title.startsWith("t_alfa"));
        assertThat(titles(BETA)).hasSize(1 + 4 * 50).allMatch(title -> title.startsWith("t_beta"));
    }

    private static boolean fiftyTransactions(StandaloneEntityManagers shared, SchemaName schema) {
        for (int i = 0; i < 50; i++) {
            boolean own = shared.inTransaction(schema, null, em -> {
                em.persist(new Probe(Ids.next(), schema + " row"));
                return em.createQuery("select p from Probe p", Probe.class)
                    .getResultList()
                    .stream()
                    .allMatch(probe -> probe.title().startsWith(schema.value()));
            });
            if (!own) {
                return false;
            }
        }
        return true;
    }

    @Test
    void a_rollback_undoes_the_rows_and_the_binding() {
        assertThatThrownBy(() -> entityManagers.inTransaction(ALFA, null, em -> {
            em.persist(new Probe(Ids.next(), "undone"));
            em.flush();
            throw new IllegalStateException("changed our mind");
        })).hasMessage("changed our mind");
        assertThat(titles(BETA)).containsExactly("t_beta same");
        assertThat(titles(ALFA)).containsExactly("t_alfa same");
    }

    @Test
    void after_an_sql_error_the_next_tenant_works() {
        assertThatThrownBy(() -> entityManagers.inTransaction(ALFA, null,
                em -> em.createNativeQuery("SELECT 1/0").getSingleResult()))
            .hasMessageContaining("division by zero");
        assertThat(titles(BETA)).containsExactly("t_beta same");
    }

    @Test
    void after_a_timeout_the_next_tenant_works() throws Exception {
        TenantScope.call(ALFA, null, () -> {
            try (Connection guarded = guarded(); Statement statement = guarded.createStatement()) {
                statement.setQueryTimeout(1);
                assertThatThrownBy(() -> statement.executeQuery(SLOW)).hasMessageContaining("canceling statement");
            }
            return true;
        });
        assertThat(titles(BETA)).containsExactly("t_beta same");
    }

    @Test
    void without_a_tenant_nothing_runs() throws Exception {
        try (Connection guarded = guarded()) {
            assertThatThrownBy(guarded::createStatement).isInstanceOf(SQLException.class)
                .hasMessageContaining("no tenant");
            assertThatThrownBy(() -> guarded.prepareStatement("SELECT 1")).hasMessageContaining("no tenant");
        }
    }

    @Test
    void without_a_transaction_nothing_runs() throws Exception {
        TenantScope.call(ALFA, null, () -> {
            try (Connection guarded = guarded()) {
                guarded.setAutoCommit(true);
                assertThatThrownBy(() -> guarded.prepareStatement("SELECT 1"))
                    .hasMessageContaining("outside a transaction");
            }
            return true;
        });
    }

    @Test
    void the_tenant_cannot_change_inside_a_transaction() {
        assertThatThrownBy(() -> entityManagers.inTransaction(ALFA, null, em -> {
            em.find(Probe.class, ProbeTables.SAME);
            TenantScope.bind(BETA, null);
            return em.createQuery("select p from Probe p", Probe.class).getResultList();
        })).hasMessageContaining("changed inside a transaction");
    }

    @Test
    void the_person_cannot_change_inside_a_transaction() {
        assertThatThrownBy(() -> entityManagers.inTransaction(ALFA, somebody(), em -> {
            em.find(Probe.class, ProbeTables.SAME);
            TenantScope.bind(ALFA, somebody());
            return em.createQuery("select p from Probe p", Probe.class).getResultList();
        })).hasMessageContaining("changed inside a transaction");
    }

    private static Acting somebody() {
        return new Acting(Ids.next(), Set.of(Role.PROVIDER), "probe:write");
    }

    @Test
    void a_statement_kept_over_a_commit_is_bound_again() throws Exception {
        TenantScope.call(ALFA, null, () -> {
            try (Connection guarded = guarded();
                    PreparedStatement kept = guarded.prepareStatement("SELECT current_user || title FROM probe")) {
                for (int i = 0; i < 10; i++) {
                    try (ResultSet rows = kept.executeQuery()) {
                        rows.next();
                        assertThat(rows.getString(1)).isEqualTo("t_alfat_alfa same");
                    }
                    guarded.commit();
                }
            }
            return true;
        });
    }

    @Test
    void the_binding_survives_a_rollback_to_a_savepoint() throws Exception {
        TenantScope.call(ALFA, null, () -> {
            try (Connection guarded = guarded(); Statement statement = guarded.createStatement()) {
                statement.execute("SELECT 1");
                var savepoint = guarded.setSavepoint();
                assertThatThrownBy(() -> statement.execute("SELECT 1/0")).isInstanceOf(SQLException.class);
                guarded.rollback(savepoint);
                try (ResultSet rows = statement.executeQuery("SELECT current_user")) {
                    rows.next();
                    assertThat(rows.getString(1)).isEqualTo("t_alfa");
                }
            }
            return true;
        });
    }

    @Test
    void no_way_leads_to_the_connection_below_the_guard() throws Exception {
        TenantScope.call(ALFA, null, () -> {
            try (Connection guarded = guarded();
                    PreparedStatement statement = guarded.prepareStatement("SELECT 1");
                    ResultSet rows = statement.executeQuery();
                    ResultSet tables = guarded.getMetaData().getTables(null, "t_alfa", "probe", null)) {
                assertThat(statement.getConnection()).isEqualTo(guarded);
                assertThat(rows.getStatement()).isEqualTo(statement);
                assertThat(rows.getStatement().getConnection()).isEqualTo(guarded);
                assertThat(guarded.getMetaData().getConnection()).isEqualTo(guarded);
                assertThatThrownBy(() -> tables.getStatement().getConnection()).isInstanceOf(SQLException.class);
                for (var wrapper : List.of(guarded, statement, rows, guarded.getMetaData())) {
                    assertThat(wrapper.isWrapperFor(org.postgresql.PGConnection.class)).isFalse();
                    assertThatThrownBy(() -> wrapper.unwrap(org.postgresql.PGConnection.class))
                        .isInstanceOf(SQLException.class);
                }
            }
            return true;
        });
    }

    @Test
    void an_unguarded_connection_of_the_login_reads_nothing() throws Exception {
        try (Connection raw = pool.getConnection(); Statement statement = raw.createStatement()) {
            assertThatThrownBy(() -> statement.execute("SELECT * FROM probe")).hasMessageContaining("does not exist");
            assertThatThrownBy(() -> statement.execute("SELECT * FROM t_alfa.probe"))
                .hasMessageContaining("permission denied");
        }
    }

    private static Connection guarded() throws SQLException {
        Connection guarded = GuardedConnection.around(pool.getConnection(), new ConnectionBinder());
        guarded.setAutoCommit(false);
        return guarded;
    }

    private static List<String> titles(SchemaName schema) {
        return entityManagers.inTransaction(schema, null,
                em -> em.createQuery("select p from Probe p", Probe.class)
                    .getResultList()
                    .stream()
                    .map(Probe::title)
                    .toList());
    }
}
