package lv.pumpurs.server.tenancy;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.core.tenancy.TenantScope;
import org.jspecify.annotations.Nullable;

/** Does in the container what the tests ask for: only injection works in an in-container test class. */
@Dependent
public class TenancyProbe {

    private static final SchemaName ALFA = SchemaName.ofTenant("alfa");
    private static final SchemaName BETA = SchemaName.ofTenant("beta");
    private static final String WHERE = "select current_user || ' ' || array_to_string(current_schemas(false), ',')";

    @Inject
    private EntityManager em;

    @Inject
    private Transactions transactions;

    @Inject
    private Transactions others;

    @Resource(lookup = "jdbc/pumpurs-0")
    private DataSource unguarded;

    private String where() {
        return (String) em.createNativeQuery(WHERE).getSingleResult();
    }

    private static <T> T in(SchemaName tenant, Callable<T> work) throws Exception {
        return TenantScope.call(tenant, null, work);
    }

    /** Role and searched schemas of each of so many transactions, tenants in turn. */
    List<String> alternating(int times) throws Exception {
        List<String> seen = new java.util.ArrayList<>();
        for (int i = 0; i < times; i++) {
            seen.add(in(i % 2 == 0 ? ALFA : BETA, () -> transactions.required(this::where)));
        }
        return seen;
    }

    /** How many of the transactions of many threads saw another tenant than their own. */
    long strayed(int threads, int times) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Long>> all = IntStream.range(0, threads).mapToObj(thread -> pool.submit(() -> {
                SchemaName own = thread % 2 == 0 ? ALFA : BETA;
                long strayed = 0;
                for (int i = 0; i < times; i++) {
                    String seen = in(own, () -> transactions.required(this::where));
                    strayed += seen.startsWith(own.value() + " ") ? 0 : 1;
                }
                return strayed;
            })).toList();
            long sum = 0;
            for (Future<Long> one : all) {
                sum += one.get();
            }
            return sum;
        } finally {
            pool.shutdownNow();
        }
    }

    /** What happens without a tenant. */
    @Nullable
    String withoutTenant() {
        TenantScope.clear();
        return refusal(() -> transactions.required(this::where));
    }

    /** What happens without a transaction. */
    @Nullable
    String withoutTransaction() {
        return refusal(() -> in(ALFA, this::where));
    }

    /** What happens when the tenant changes within a transaction. */
    @Nullable
    String tenantChanged() {
        return refusal(() -> in(ALFA, () -> transactions.required(() -> where() + in(BETA, this::where))));
    }

    /** A transaction of another tenant inside one: what each saw, the outer one before and after. */
    List<String> nested() throws Exception {
        return in(ALFA, () -> transactions.required(() -> {
            String before = where();
            String inner = in(BETA, () -> others.apart(this::where));
            return List.of(before, inner, where());
        }));
    }

    /** What the injected statement gives as tenant alfa. */
    @Nullable
    String injected(String sql) {
        return refusal(() -> in(ALFA, () -> transactions.required(() -> em.createNativeQuery(sql).getResultList())));
    }

    /** Role and searched schemas left on the pool's connections after a failure and after success. */
    List<String> leftOnTheConnection() throws SQLException {
        refusal(() -> in(ALFA, () -> transactions.required(() -> em.createNativeQuery("select nope").getResultList())));
        String afterFailure = physical();
        refusal(() -> in(BETA, () -> transactions.required(this::where)));
        return List.of(afterFailure, physical());
    }

    private String physical() throws SQLException {
        try (Connection connection = unguarded.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(WHERE)) {
            row.next();
            return row.getString(1).strip();
        }
    }

    /** SQLSTATE of the refusal; null if nothing was refused. */
    private static @Nullable String refusal(Callable<?> work) {
        try {
            work.call();
            return null;
        } catch (Exception e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException sql) {
                    return sql.getSQLState();
                }
            }
            throw new IllegalStateException("failed for another reason", e);
        }
    }
}
