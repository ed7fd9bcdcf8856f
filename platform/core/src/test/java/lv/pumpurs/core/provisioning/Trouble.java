package lv.pumpurs.core.provisioning;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A database and an identity provider that bring a run of provisioning to its end at a chosen point: the process is
 * halted there, or they refuse. The point is found by what the run writes into the registry about itself.
 */
final class Trouble {

    /** Where in a step. */
    enum Where {
        /** When its work is done and not yet kept. */
        INSIDE,
        /** When it has been written down as done. */
        AFTER
    }

    /** A point of a run. */
    record Point(ProvisioningStep step, Where where) {

        static Stream<Point> all() {
            return Stream.of(ProvisioningStep.values())
                .flatMap(step -> Stream.of(Where.values()).map(where -> new Point(step, where)));
        }

        String slug(String prefix) {
            return (prefix + "-" + step + "-" + where).toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** What happens at the point. */
    enum Kind {
        HALT, REFUSE
    }

    static final String PERSONAL = "Key (email)=(anna.skele@example.lv) exists; password=Geheim-1";
    /** What a schema holds is asked first; the second is the one that keeps the migrations. */
    private static final int MIGRATION = 2;

    private final Point point;
    private final Kind kind;
    private volatile @Nullable ProvisioningStep current;
    private int commits;

    Trouble(Point point, Kind kind) {
        this.point = point;
        this.kind = kind;
    }

    DataSource database(DataSource real) {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            Object result = call(real, method, arguments);
            return result instanceof Connection connection ? watched(connection) : result;
        });
    }

    Organisations organisations(Organisations real) {
        return new Organisations() {
            @Override
            public boolean ensure(String alias, String name) {
                boolean changed = real.ensure(alias, name);
                strike(ProvisioningStep.ORGANISATION);
                return changed;
            }

            @Override
            public void ensureMember(String alias, String email, String given, String family,
                    @Nullable String password) {
                real.ensureMember(alias, email, given, family, password);
                strike(ProvisioningStep.INVITATION);
            }

            @Override
            public boolean invite(String email) {
                return real.invite(email);
            }

            private void strike(ProvisioningStep step) {
                if (point.equals(new Point(step, Where.INSIDE))) {
                    halt();
                    throw new IllegalStateException(PERSONAL);
                }
            }
        };
    }

    /** Each connection remembers what it noted and has not committed. */
    private Connection watched(Connection real) {
        String[] noted = new String[2];
        return proxy(Connection.class, (proxy, method, arguments) -> {
            if (method.getName().equals("commit")) {
                commit(real, noted);
                return null;
            }
            Object result = call(real, method, arguments);
            if (result instanceof PreparedStatement statement && arguments != null
                    && String.valueOf(arguments[0]).contains("INSERT INTO provisioning_step")) {
                return noting(statement, noted);
            }
            if (result instanceof Statement statement && method.getName().equals("createStatement")) {
                return making(statement);
            }
            return result;
        });
    }

    private PreparedStatement noting(PreparedStatement real, String[] noted) {
        return proxy(PreparedStatement.class, (proxy, method, arguments) -> {
            if (method.getName().equals("setString") && (int) arguments[0] <= 2) {
                noted[(int) arguments[0] - 1] = (String) arguments[1];
            }
            return call(real, method, arguments);
        });
    }

    /** The schema is made by a statement that is its own transaction. */
    private Statement making(Statement real) {
        return proxy(Statement.class, (proxy, method, arguments) -> {
            if (method.getName().equals("execute") && String.valueOf(arguments[0]).startsWith("CREATE SCHEMA")
                    && point.equals(new Point(ProvisioningStep.SCHEMA, Where.INSIDE))) {
                strike();
            }
            return call(real, method, arguments);
        });
    }

    private void commit(Connection real, String[] noted) throws SQLException {
        if (noted[0] == null) {
            boolean inside = current == point.step() && point.where() == Where.INSIDE
                    && current != ProvisioningStep.ORGANISATION && current != ProvisioningStep.INVITATION;
            if (inside && (current != ProvisioningStep.MIGRATIONS || ++commits == MIGRATION)) {
                strike();
            }
            real.commit();
            return;
        }
        real.commit();
        ProvisioningStep step = ProvisioningStep.valueOf(noted[0]);
        current = noted[1].equals("STARTED") ? step : null;
        if (noted[1].equals("DONE") && point.equals(new Point(step, Where.AFTER))) {
            strike();
        }
        noted[0] = null;
    }

    private void strike() throws SQLException {
        halt();
        throw new SQLException(PERSONAL, "42501");
    }

    /** Without shutdown hooks, as if the machine had lost its power. */
    private void halt() {
        if (kind == Kind.HALT) {
            Runtime.getRuntime().halt(99);
        }
    }

    private static @Nullable Object call(Object real, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private static <T> T proxy(Class<T> face, InvocationHandler handler) {
        return face.cast(Proxy.newProxyInstance(Trouble.class.getClassLoader(), new Class<?>[]{face}, handler));
    }
}
