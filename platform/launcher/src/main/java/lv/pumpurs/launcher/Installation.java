package lv.pumpurs.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import javax.sql.DataSource;
import lv.pumpurs.core.migration.DatabaseSetUp;
import lv.pumpurs.core.migration.Migrations;
import lv.pumpurs.core.migration.Schemas;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.spi.Plugin;

/** What is put into the servers once they run: the database's set-up, the realm, the tenants, the demo data. */
final class Installation {

    static final String DATABASE = "pumpurs";
    static final String APP = "pumpurs_app";
    static final String PROVISIONER = "pumpurs_provisioner";

    private final Workspace workspace;
    private final StackOptions options;
    private final StackUrls urls;
    private final PostgresProcess postgres;

    Installation(Workspace workspace, StackOptions options, PostgresProcess postgres) {
        this.workspace = workspace;
        this.options = options;
        this.urls = StackUrls.of(options.ports());
        this.postgres = postgres;
    }

    /** Logins, revokes and the nation's schema; what is there already stays. */
    void setUpDatabase() throws Exception {
        postgres.ensureDatabase(DATABASE, java.util.Optional.empty());
        new DatabaseSetUp(postgres.superuser(DATABASE)).run(postgres.password(APP), postgres.password(PROVISIONER));
        DataSource provisioner = postgres.login(DATABASE, PROVISIONER);
        Schemas schemas = new Schemas(provisioner);
        schemas.ensureRoles(SchemaName.NATION);
        schemas.ensureSchema(SchemaName.NATION);
        new Migrations(provisioner, plugins()).migrate(SchemaName.NATION);
    }

    /** Environment of the application: variables of server.xml and settings of MicroProfile Config. */
    Map<String, String> settings() {
        Secrets secrets = workspace.secrets();
        Map<String, String> all = new TreeMap<>();
        all.put("database_port", Integer.toString(options.ports().database()));
        all.put("database_name", DATABASE);
        all.put("database_app_password", postgres.password(APP));
        all.put("database_provisioner_password", postgres.password(PROVISIONER));
        all.put("PUMPURS_URL", urls.app());
        all.put("PUMPURS_OIDC_ISSUER", urls.issuer());
        all.put("PUMPURS_OIDC_CLIENT_ID", "pumpurs-web");
        all.put("PUMPURS_OIDC_CLIENT_SECRET", secrets.get("client-pumpurs-web"));
        all.put("PUMPURS_OIDC_AUDIENCE", "pumpurs-api");
        all.put("PUMPURS_KEYCLOAK_ADMIN_URL", urls.keycloak());
        all.put("PUMPURS_KEYCLOAK_ADMIN_CLIENT_ID", "pumpurs-provisioner");
        all.put("PUMPURS_KEYCLOAK_ADMIN_CLIENT_SECRET", secrets.get("client-pumpurs-provisioner"));
        all.put("PUMPURS_PERSONAL_CODE_KEYSET", secrets.file("personal-code-keyset.json").toString());
        all.put("PUMPURS_CSRF_KEY", secrets.get("csrf-key"));
        all.put("PUMPURS_DEMO", "true");
        return all;
    }

    void writeRunFile(List<DemoUser> users, String password) {
        RunFile.DemoClient client = new RunFile.DemoClient("pumpurs-demo",
                workspace.secrets().get("client-pumpurs-demo"),
                urls.token());
        new RunFile(workspace.runFile()).write(urls, options.ports(), workspace.processes().pids(), client, password,
                users);
    }

    private static List<Plugin> plugins() {
        List<Plugin> all = new ArrayList<>();
        ServiceLoader.load(Plugin.class).forEach(all::add);
        return all;
    }
}
