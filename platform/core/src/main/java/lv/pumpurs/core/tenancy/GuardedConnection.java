package lv.pumpurs.core.tenancy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A connection on which every statement is checked ({@link OneStatement}) and preceded by the binding of the tenant
 * ({@link Binder}). Whatever it hands out leads back to itself: statements, result sets and metadata answer
 * {@code getConnection} and {@code getStatement} with the guarded one, and {@code unwrap} is refused.
 */
final class GuardedConnection implements InvocationHandler {

    private static final Set<String> ENDS = Set.of("commit", "rollback", "close", "abort");
    private static final Statement NO_STATEMENT = Faces.of(Statement.class, (proxy, method, arguments) -> {
        throw new SQLFeatureNotSupportedException("this statement belongs to the driver");
    });

    private final Connection raw;
    private final Binder binder;
    private final Connection face;

    private GuardedConnection(Connection raw, Binder binder) {
        this.raw = raw;
        this.binder = binder;
        this.face = Faces.of(Connection.class, this);
    }

    static Connection around(Connection raw, Binder binder) {
        return new GuardedConnection(raw, binder).face;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (ENDS.contains(method.getName()) && method.getParameterCount() == 0) {
            binder.ended();
        }
        return switch (method.getName()) {
            case "prepareStatement" -> prepared(method, arguments);
            case "createStatement" -> {
                binder.bind(raw);
                yield guarded(Statement.class, Faces.required(method, raw, arguments));
            }
            case "prepareCall" -> throw new SQLException("stored procedures are not called from here", "42501");
            case "getMetaData" -> Faces.of(DatabaseMetaData.class,
                    new Owned(Faces.required(method, raw, arguments), face, NO_STATEMENT));
            default -> Faces.common(proxy, method, arguments, raw);
        };
    }

    private Object prepared(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        if (arguments == null || !(arguments[0] instanceof String sql)) {
            throw new SQLException("no statement", "42601");
        }
        OneStatement.check(sql);
        @Nullable
        Object[] own = arguments.clone();
        own[0] = textOf(binder.bind(raw), sql);
        return guarded(PreparedStatement.class, Faces.required(method, raw, own));
    }

    /**
     * The statement with its schema's name before it. PostgreSQL keeps the plan of a text for the schemas that the text
     * was planned for: tenants that shared a text would have it planned anew in every transaction (ADR 0015).
     */
    private static String textOf(SchemaName schema, String sql) {
        return "/* " + schema.value() + " */ " + sql;
    }

    private <T extends Statement> T guarded(Class<T> type, Object statement) {
        return Faces.of(type, new Statements((Statement) statement));
    }

    /** A statement of the guarded connection. */
    private final class Statements implements InvocationHandler {

        private final Statement statement;

        Statements(Statement statement) {
            this.statement = statement;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            String name = method.getName();
            if (name.equals("getConnection")) {
                return face;
            }
            if (name.startsWith("execute") || name.equals("addBatch")) {
                if (arguments != null && arguments.length > 0 && arguments[0] instanceof String sql) {
                    OneStatement.check(sql);
                }
                // again: a statement kept over the end of its transaction must not run unbound in the next one
                binder.bind(raw);
            }
            Object result = Faces.common(proxy, method, arguments, statement);
            return result instanceof ResultSet rows
                    ? Faces.of(ResultSet.class, new Owned(rows, face, (Statement) proxy))
                    : result;
        }
    }

    /** Metadata or rows: would lead to the raw connection, so the ways back are replaced. */
    private record Owned(Object inner, Connection connection, Statement statement) implements InvocationHandler {

        @Override
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            return switch (method.getName()) {
                case "getConnection" -> connection;
                case "getStatement" -> statement;
                default -> {
                    Object result = Faces.common(proxy, method, arguments, inner);
                    yield result instanceof ResultSet rows
                            ? Faces.of(ResultSet.class, new Owned(rows, connection, NO_STATEMENT))
                            : result;
                }
            };
        }
    }
}
