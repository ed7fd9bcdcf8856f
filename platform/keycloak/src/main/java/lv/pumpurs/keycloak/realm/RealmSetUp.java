package lv.pumpurs.keycloak.realm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Brings Keycloak's realm {@value #REALM} to what Pumpurs needs, by an account of the master realm. Run at each start:
 * what is right already stays untouched, and so does everything that Pumpurs has no opinion about.
 */
public final class RealmSetUp {

    /** The realm of all tenants. */
    public static final String REALM = "pumpurs";

    private static final String ROOT = "/" + REALM;
    /** All that the service account may: not the realm's settings, not its clients. */
    private static final List<String> PROVISIONER_MAY = List.of("manage-users", "manage-organizations");

    private final AdminApi api;
    private final RealmPlan plan;
    private final List<String> changes = new ArrayList<>();

    /**
     * A set-up that has not run yet.
     *
     * @param master an account that may administer all realms
     * @param plan what to set up
     */
    public RealmSetUp(AdminAccess master, RealmPlan plan) {
        this.api = new AdminApi(master);
        this.plan = plan;
    }

    /**
     * Does it.
     *
     * @return what was created or changed; empty if all was right
     */
    public List<String> run() {
        changes.clear();
        realm();
        personScope();
        String url = plan.url().toString().replaceFirst("/+$", "");
        Wanted web = Wanted.of("web-client.json");
        client(web.with("secret", plan.webSecret())
            .with("rootUrl", url)
            .with("baseUrl", url + "/")
            .with("redirectUris", List.of(url + "/login/callback"))
            .with("webOrigins", List.of())
            .with("attributes", withLogout(web, url)));
        provisioner(client(Wanted.of("provisioner-client.json").with("secret", plan.provisionerSecret())));
        demoClient();
        return List.copyOf(changes);
    }

    private static Map<String, Object> withLogout(Wanted web, String url) {
        return new Wanted(AdminApi.map(web.json().getOrDefault("attributes", Map.of())))
            .with("post.logout.redirect.uris", url + "/")
            .json();
    }

    /** Forgotten passwords are mended by e-mail, which a demo does not send. */
    private void realm() {
        Wanted wanted = Wanted.of("realm.json").with("resetPasswordAllowed", !plan.demo());
        Optional<Map<String, Object>> existing = api.find(ROOT);
        if (existing.isEmpty()) {
            api.post("", wanted.json());
            changes.add("realm created");
        } else if (!wanted.isHeldBy(existing.get())) {
            api.put(ROOT, wanted.json());
            changes.add("realm changed");
        }
    }

    private void personScope() {
        Wanted wanted = Wanted.of("person-scope.json");
        Optional<Map<String, Object>> existing = named(api.list(ROOT + "/client-scopes"), "name", wanted.text("name"));
        if (existing.isEmpty()) {
            api.post(ROOT + "/client-scopes", wanted.json());
            changes.add("scope created");
            return;
        }
        String scope = ROOT + "/client-scopes/" + AdminApi.id(existing.get());
        if (!wanted.without("protocolMappers").isHeldBy(existing.get())) {
            api.put(scope, wanted.without("protocolMappers").over(existing.get()));
            changes.add("scope changed");
        }
        List<Map<String, Object>> mappers = objects(existing.get().get("protocolMappers")).toList();
        objects(wanted.json().get("protocolMappers"))
            .forEach(mapper -> mapper(scope + "/protocol-mappers/models", new Wanted(mapper), mappers));
    }

    private void mapper(String path, Wanted wanted, List<Map<String, Object>> existing) {
        Optional<Map<String, Object>> same = named(existing, "name", wanted.text("name"));
        if (same.isEmpty()) {
            api.post(path, wanted.json());
            changes.add("mapper created: " + wanted.text("name"));
        } else if (!wanted.isHeldBy(same.get())) {
            api.put(path + "/" + AdminApi.id(same.get()), wanted.over(same.get()));
            changes.add("mapper changed: " + wanted.text("name"));
        }
    }

    /** The client's key. */
    private String client(Wanted wanted) {
        String clients = ROOT + "/clients";
        Optional<Map<String, Object>> existing = client(wanted.text("clientId"));
        if (existing.isEmpty()) {
            changes.add("client created: " + wanted.text("clientId"));
            return api.post(clients, wanted.json());
        }
        String id = AdminApi.id(existing.get());
        if (!wanted.isHeldBy(existing.get())) {
            api.put(clients + "/" + id, wanted.over(existing.get()));
            scopes(clients + "/" + id, wanted, existing.get());
            changes.add("client changed: " + wanted.text("clientId"));
        }
        return id;
    }

    /** Keycloak takes a client's scopes with the client only when it is created. */
    private void scopes(String client, Wanted wanted, Map<String, Object> existing) {
        List<Map<String, Object>> all = api.list(ROOT + "/client-scopes");
        for (String kind : List.of("default", "optional")) {
            List<String> want = texts(wanted.json().get(kind + "ClientScopes"));
            List<String> have = texts(existing.get(kind + "ClientScopes"));
            for (Map<String, Object> scope : all) {
                String name = String.valueOf(scope.get("name"));
                String path = client + "/" + kind + "-client-scopes/" + AdminApi.id(scope);
                if (want.contains(name) && !have.contains(name)) {
                    api.put(path, Map.of());
                } else if (have.contains(name) && !want.contains(name)) {
                    api.delete(path);
                }
            }
        }
    }

    private void provisioner(String clientId) {
        Map<String, Object> user = api.find(ROOT + "/clients/" + clientId + "/service-account-user").orElseThrow();
        String management = AdminApi.id(client("realm-management").orElseThrow());
        String mappings = ROOT + "/users/" + AdminApi.id(user) + "/role-mappings/clients/" + management;
        List<Map<String, Object>> held = api.list(mappings);
        List<Map<String, Object>> missing = PROVISIONER_MAY.stream()
            .filter(role -> named(held, "name", role).isEmpty())
            .map(role -> api.find(ROOT + "/clients/" + management + "/roles/" + role).orElseThrow())
            .toList();
        if (!missing.isEmpty()) {
            api.post(mappings, missing);
            changes.add("roles given to the provisioner");
        }
    }

    private void demoClient() {
        Wanted wanted = Wanted.of("demo-client.json");
        if (plan.demo()) {
            client(wanted);
            return;
        }
        client(wanted.text("clientId")).ifPresent(client -> {
            api.delete(ROOT + "/clients/" + AdminApi.id(client));
            changes.add("client deleted: " + wanted.text("clientId"));
        });
    }

    private Optional<Map<String, Object>> client(String clientId) {
        return api.list(ROOT + "/clients?clientId=" + AdminApi.encoded(clientId)).stream().findFirst();
    }

    private static Optional<Map<String, Object>> named(List<Map<String, Object>> things, String by, String name) {
        return things.stream().filter(thing -> name.equals(thing.get(by))).findFirst();
    }

    private static Stream<Map<String, Object>> objects(@Nullable Object list) {
        return list instanceof List<?> values ? values.stream().map(AdminApi::map) : Stream.empty();
    }

    private static List<String> texts(@Nullable Object list) {
        return list instanceof List<?> values ? values.stream().map(String::valueOf).toList() : List.of();
    }
}
