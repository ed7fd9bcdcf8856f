package lv.pumpurs.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import javax.sql.DataSource;
import lv.pumpurs.core.catalogue.CataloguesAndSchools;
import lv.pumpurs.core.migration.DatabaseSetUp;
import lv.pumpurs.core.migration.TenantMigrations;
import lv.pumpurs.core.personalcode.PersonalCodeVault;
import lv.pumpurs.core.provisioning.NationProvisioning;
import lv.pumpurs.core.provisioning.TenantContent;
import lv.pumpurs.core.provisioning.TenantFile;
import lv.pumpurs.core.provisioning.TenantFiles;
import lv.pumpurs.core.provisioning.TenantProvisioning;
import lv.pumpurs.core.provisioning.WrongTenantFile;
import lv.pumpurs.core.tenancy.StandaloneEntityManagers;
import lv.pumpurs.keycloak.realm.AdminAccess;
import lv.pumpurs.keycloak.realm.KeycloakOrganisations;
import lv.pumpurs.keycloak.realm.RealmPlan;
import lv.pumpurs.keycloak.realm.RealmSetUp;
import lv.pumpurs.launcher.demo.DemoAccount;
import lv.pumpurs.launcher.demo.DemoAccounts;
import lv.pumpurs.launcher.demo.DemoData;
import lv.pumpurs.spi.Plugin;

/** What is put into the servers once they run: the database's set-up, the realm, the tenants, the demo data. */
final class Installation {

    static final String DATABASE = "pumpurs";
    static final String APP = "pumpurs_app";
    static final String PROVISIONER = "pumpurs_provisioner";
    private static final String PROVISIONER_CLIENT = "pumpurs-provisioner";

    private final Workspace workspace;
    private final StackOptions options;
    private final StackUrls urls;
    private final PostgresProcess postgres;
    private final TenantContent content = new CataloguesAndSchools();

    Installation(Workspace workspace, StackOptions options, PostgresProcess postgres) {
        this.workspace = workspace;
        this.options = options;
        this.urls = StackUrls.of(options.ports());
        this.postgres = postgres;
    }

    /** Logins, revokes, the nation's schema, and every tenant of an earlier start at this build; what is there stays. */
    List<String> setUpDatabase() throws Exception {
        postgres.ensureDatabase(DATABASE, java.util.Optional.empty());
        new DatabaseSetUp(postgres.superuser(DATABASE)).run(postgres.password(APP), postgres.password(PROVISIONER));
        new NationProvisioning(provisioner(), content).apply();
        PersonalCodeVault.createKeyset(keyset());
        TenantMigrations.Outcome outcome = new TenantMigrations(provisioner(), plugins(), InstantSource.system()).run();
        return outcome.isNothing() ? List.of() : List.of("Migrations: " + outcome.sentence());
    }

    /** The realm with its clients; gives what was changed. */
    List<String> setUpRealm(KeycloakProcess keycloak) {
        AdminAccess master = new AdminAccess(URI.create(keycloak.url()), "master", KeycloakProcess.ADMIN_CLIENT,
                keycloak.adminSecret());
        RealmPlan plan = new RealmPlan(URI.create(urls.app()), webSecret(), provisionerSecret(), true);
        List<String> changes = new RealmSetUp(master, plan).run();
        KeycloakOrganisations people = organisations();
        for (DemoAccount operator : DemoAccounts.operators()) {
            people.ensureUser(operator.email(), operator.givenName(), operator.familyName(), demoPassword());
        }
        return changes.isEmpty() ? List.of() : List.of("Keycloak's realm: " + String.join(", ", changes));
    }

    /** Holds the tenants' files against the rules before anything is started. */
    static List<TenantFile> read(Path folder) {
        try {
            return TenantFiles.readAll(folder);
        } catch (WrongTenantFile e) {
            throw new LaunchFailure("A tenant's file is wrong, nothing was touched:\n" + e.getMessage(), e);
        } catch (IOException e) {
            throw new LaunchFailure("The tenants' files in " + folder + " cannot be read.", e);
        }
    }

    /** Applies every tenant's file; gives a sentence for each. */
    List<String> applyTenants(List<TenantFile> files) throws Exception {
        TenantProvisioning provisioning = new TenantProvisioning(provisioner(), organisations(), content, plugins(),
                InstantSource.system());
        List<String> sentences = new ArrayList<>();
        for (TenantFile file : files) {
            sentences.add(provisioning.apply(file).sentence());
        }
        return sentences;
    }

    /** Sign-ins of the demonstration's people. */
    void admitPeople() {
        KeycloakOrganisations people = organisations();
        for (DemoAccount person : DemoAccounts.all()) {
            for (String tenant : person.tenants()) {
                people.ensureMember(tenant, person.email(), person.givenName(), person.familyName(),
                        demoPassword());
            }
        }
    }

    /** Learners, staff and plans of the demonstration, and what plugins show; gives the tenants that had not all of it. */
    List<String> loadDemo() {
        try (StandaloneEntityManagers entityManagers = new StandaloneEntityManagers(postgres.login(DATABASE, APP))) {
            DemoData demo = new DemoData(entityManagers, PersonalCodeVault.open(keyset()), InstantSource.system());
            demo.loadOperators();
            return DemoAccounts.TENANTS.parallelStream().filter(demo::load).toList();
        }
    }

    /** The password of every demo user: known to this machine only. */
    String demoPassword() {
        return workspace.secrets().get("demo-password");
    }

    private DataSource provisioner() {
        return postgres.login(DATABASE, PROVISIONER);
    }

    private KeycloakOrganisations organisations() {
        return new KeycloakOrganisations(
                new AdminAccess(URI.create(urls.keycloak()), RealmSetUp.REALM, PROVISIONER_CLIENT,
                        provisionerSecret()));
    }

    private String webSecret() {
        return workspace.secrets().get("client-pumpurs-web");
    }

    private String provisionerSecret() {
        return workspace.secrets().get("client-pumpurs-provisioner");
    }

    private Path keyset() {
        return workspace.secrets().file("personal-code-keyset.json");
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
        all.put("PUMPURS_OIDC_CLIENT_SECRET", webSecret());
        all.put("PUMPURS_OIDC_AUDIENCE", "pumpurs-api");
        all.put("PUMPURS_KEYCLOAK_ADMIN_URL", urls.keycloak());
        all.put("PUMPURS_KEYCLOAK_ADMIN_CLIENT_ID", PROVISIONER_CLIENT);
        all.put("PUMPURS_KEYCLOAK_ADMIN_CLIENT_SECRET", provisionerSecret());
        all.put("PUMPURS_PERSONAL_CODE_KEYSET", keyset().toString());
        all.put("PUMPURS_CSRF_KEY", secrets.get("csrf-key"));
        all.put("PUMPURS_DEMO", "true");
        return all;
    }

    void writeRunFile(List<DemoAccount> users, String password) {
        RunFile.DemoClient client = new RunFile.DemoClient("pumpurs-demo", urls.token());
        new RunFile(workspace.runFile()).write(urls, options.ports(), workspace.processes().pids(), client, password,
                users);
    }

    private static List<Plugin> plugins() {
        List<Plugin> all = new ArrayList<>();
        ServiceLoader.load(Plugin.class).forEach(all::add);
        return all;
    }
}
