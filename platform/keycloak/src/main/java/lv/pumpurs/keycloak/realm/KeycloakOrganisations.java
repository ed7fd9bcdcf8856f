package lv.pumpurs.keycloak.realm;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lv.pumpurs.core.provisioning.Organisations;
import org.jspecify.annotations.Nullable;

/** The tenants' organisations and people in Keycloak, kept by the service account {@code pumpurs-provisioner}. */
public final class KeycloakOrganisations implements Organisations {

    private static final String ROOT = "/" + RealmSetUp.REALM;
    private static final String ORGANISATIONS = ROOT + "/organizations";
    private static final int PAGE = 200;
    private static final int CONFLICT = 409;
    private static final int SERVER_ERROR = 500;
    private static final String UPDATE_PASSWORD = "UPDATE_PASSWORD";
    /** Of an account that nobody has used yet. */
    private static final List<String> FIRST_ACTIONS = List.of("VERIFY_EMAIL", UPDATE_PASSWORD);

    private final AdminApi api;

    /**
     * Those of one Keycloak.
     *
     * @param provisioner an account that may manage users and organisations of the realm
     */
    public KeycloakOrganisations(AdminAccess provisioner) {
        this.api = new AdminApi(provisioner);
    }

    @Override
    public boolean ensure(String alias, String name) {
        Optional<Map<String, Object>> existing = organisation(alias);
        if (existing.isEmpty()) {
            api.post(ORGANISATIONS, Map.of("alias", alias, "name", name, "enabled", true));
            return true;
        }
        Wanted wanted = new Wanted(Map.of("name", name, "enabled", true));
        if (wanted.isHeldBy(existing.get())) {
            return false;
        }
        api.put(ORGANISATIONS + "/" + AdminApi.id(existing.get()), wanted.over(existing.get()));
        return true;
    }

    @Override
    public void ensureMember(String alias, String email, String given, String family, @Nullable String password) {
        String organisation = organisation(alias).map(AdminApi::id)
            .orElseThrow(() -> new IllegalStateException("no organisation " + alias));
        String user = user(email).orElseGet(() -> create(email, given, family, password));
        if (!member(user, alias)) {
            join(organisation, user);
        }
    }

    /**
     * {@inheritDoc} Whether the realm can send mail is found by trying: the account may not read the realm's settings.
     */
    @Override
    public boolean invite(String email) {
        Optional<Map<String, Object>> account = user(email).flatMap(id -> api.find(ROOT + "/users/" + id));
        boolean waits = account.map(user -> user.get("requiredActions"))
            .filter(actions -> actions instanceof List<?> list && list.contains(UPDATE_PASSWORD))
            .isPresent();
        if (!waits) {
            return false;
        }
        try {
            api.put(ROOT + "/users/" + AdminApi.id(account.orElseThrow()) + "/execute-actions-email", FIRST_ACTIONS);
            return true;
        } catch (KeycloakFailure e) {
            if (e.status() == SERVER_ERROR) {
                return false;
            }
            throw e;
        }
    }

    /**
     * Makes sure that a person has an account, in no organisation: the operator's people. An account that exists keeps
     * its name and password.
     *
     * @param email the person's address, which is also the name they sign in with
     * @param given given name
     * @param family family name
     * @param password the first password; null if the person shall choose one by a link sent to the address
     * @return true if it was created
     */
    public boolean ensureUser(String email, String given, String family, @Nullable String password) {
        if (user(email).isPresent()) {
            return false;
        }
        create(email, given, family, password);
        return true;
    }

    private Optional<String> user(String email) {
        return api.list(ROOT + "/users?exact=true&briefRepresentation=true&email=" + AdminApi.encoded(email))
            .stream()
            .map(AdminApi::id)
            .findFirst();
    }

    /** Who gives the first password vouches for the address; without one, opening the mail proves it. */
    private String create(String email, String given, String family, @Nullable String password) {
        String address = email.toLowerCase(Locale.ROOT);
        Wanted user = new Wanted(Map.of("username", address, "email", address, "firstName", given, "lastName", family,
                "enabled", true, "emailVerified", password != null));
        Wanted complete = password == null
                ? user.with("requiredActions", FIRST_ACTIONS)
                : user.with("credentials",
                        List.of(Map.of("type", "password", "value", password, "temporary", false)));
        return api.post(ROOT + "/users", complete.json());
    }

    private boolean member(String user, String alias) {
        return api.list(ORGANISATIONS + "/members/" + user + "/organizations")
            .stream()
            .anyMatch(organisation -> alias.equals(organisation.get("alias")));
    }

    /** Two at once may both find that the person is missing. */
    private void join(String organisation, String user) {
        try {
            api.post(ORGANISATIONS + "/" + organisation + "/members", user);
        } catch (KeycloakFailure e) {
            if (e.status() != CONFLICT) {
                throw e;
            }
        }
    }

    /** Keycloak searches by name, not by alias. */
    private Optional<Map<String, Object>> organisation(String alias) {
        for (int first = 0;; first += PAGE) {
            List<Map<String, Object>> page = api.list(ORGANISATIONS + "?first=" + first + "&max=" + PAGE);
            Optional<Map<String, Object>> found = page.stream().filter(it -> alias.equals(it.get("alias"))).findFirst();
            if (found.isPresent() || page.size() < PAGE) {
                return found;
            }
        }
    }
}
