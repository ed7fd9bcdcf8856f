package lv.pumpurs.core.migration;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import lv.pumpurs.core.fixture.NationAlone;
import lv.pumpurs.core.migration.TenantMigrationsDbTest.Named;
import org.jspecify.annotations.Nullable;

/** A process that dies when it has written down that it begins with its first tenant. Not a test: a test starts it. */
final class KilledMigration {

    private KilledMigration() {}

    /** Arguments: port and name of the database. */
    public static void main(String[] arguments) throws Exception {
        DataSource real = NationAlone.provisioner(Integer.parseInt(arguments[0]), arguments[1]);
        DataSource dying = proxy(DataSource.class, (proxy, method, values) -> {
            Object result = call(real, method, values);
            return result instanceof Connection connection ? dying(connection) : result;
        });
        new TenantMigrations(dying, List.of(new Named("broken-plugin")), InstantSource.system()).run();
    }

    private static Connection dying(Connection real) {
        AtomicBoolean begun = new AtomicBoolean();
        return proxy(Connection.class, (proxy, method, values) -> {
            if (values != null && String.valueOf(values[0]).contains("SET state = 'RUNNING', started_at")) {
                begun.set(true);
            }
            Object result = call(real, method, values);
            if (method.getName().equals("commit") && begun.get()) {
                Runtime.getRuntime().halt(99);
            }
            return result;
        });
    }

    private static @Nullable Object call(Object real, Method method, Object @Nullable [] values) throws Throwable {
        try {
            return method.invoke(real, values);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private static <T> T proxy(Class<T> face, InvocationHandler handler) {
        return face.cast(Proxy.newProxyInstance(KilledMigration.class.getClassLoader(), new Class<?>[]{face}, handler));
    }
}
