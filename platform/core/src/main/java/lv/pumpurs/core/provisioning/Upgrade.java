package lv.pumpurs.core.provisioning;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import javax.sql.DataSource;
import lv.pumpurs.core.migration.FailureReason;
import lv.pumpurs.core.migration.TenantMigrations;
import lv.pumpurs.spi.Plugin;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The command before a roll-out: brings the nation's schema and all tenants to the version of the jars it runs from. It
 * reads the same variables of the environment as the server and needs no container. Ends with 0 when every tenant is up
 * to date, with 1 when one is not.
 */
public final class Upgrade {

    private static final System.Logger LOG = System.getLogger(Upgrade.class.getName());

    private Upgrade() {}

    /**
     * Runs it.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        System.exit(run(System.getenv()));
    }

    private static int run(Map<String, String> environment) {
        try {
            DataSource provisioner = provisioner(environment);
            TenantContent content = ServiceLoader.load(TenantContent.class).findFirst().orElseThrow();
            new NationProvisioning(provisioner, content).apply();
            List<Plugin> plugins = ServiceLoader.load(Plugin.class).stream().map(ServiceLoader.Provider::get).toList();
            TenantMigrations.Outcome outcome = new TenantMigrations(provisioner, plugins, InstantSource.system()).run();
            LOG.log(System.Logger.Level.INFO, "Migrations: {0}", outcome.sentence());
            return outcome.failed().isEmpty() ? 0 : 1;
        } catch (SQLException | RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "Migrations did not begin, or broke off: {0}",
                    FailureReason.of(e, FailureReason.Code.UNEXPECTED));
            return 1;
        }
    }

    private static DataSource provisioner(Map<String, String> environment) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[]{variable(environment, "database_host", "localhost")});
        source.setPortNumbers(new int[]{Integer.parseInt(variable(environment, "database_port", "5432"))});
        source.setDatabaseName(variable(environment, "database_name", "pumpurs"));
        source.setUser("pumpurs_provisioner");
        source.setPassword(variable(environment, "database_provisioner_password", ""));
        return source;
    }

    /** As the server finds them: in lower case first, then in upper case. */
    private static String variable(Map<String, String> environment, String name, String otherwise) {
        return environment.getOrDefault(name, environment.getOrDefault(name.toUpperCase(Locale.ROOT), otherwise));
    }
}
