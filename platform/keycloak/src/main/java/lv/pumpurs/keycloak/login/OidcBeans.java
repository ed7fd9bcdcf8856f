package lv.pumpurs.keycloak.login;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lv.pumpurs.keycloak.provider.OidcProvider;
import lv.pumpurs.keycloak.provider.OidcSettings;
import lv.pumpurs.keycloak.token.AccessTokens;
import org.eclipse.microprofile.config.Config;

/** The parts of the login, made once from the platform's settings. */
@Dependent
public class OidcBeans {

    private final Config config;

    /**
     * Reads MicroProfile Config.
     *
     * @param config the settings
     */
    @Inject
    public OidcBeans(Config config) {
        this.config = config;
    }

    /**
     * Settings under {@code pumpurs.oidc}. The demo's client is known only where {@code pumpurs.demo} says so.
     *
     * @return the settings
     */
    @Produces
    @Singleton
    OidcSettings settings() {
        String client = text("client-id", "pumpurs-web");
        Set<String> clients = new HashSet<>(config.getOptionalValues("pumpurs.oidc.clients", String.class)
            .orElseGet(List::of));
        clients.add(client);
        if (config.getOptionalValue("pumpurs.demo", Boolean.class).orElse(false)) {
            clients.add("pumpurs-demo");
        }
        return new OidcSettings(URI.create(config.getValue("pumpurs.url", String.class)),
                config.getValue("pumpurs.oidc.issuer", String.class), client,
                config.getValue("pumpurs.oidc.client-secret", String.class), text("audience", "pumpurs-api"), clients);
    }

    /**
     * The identity provider.
     *
     * @param settings where it is
     * @return not asked yet
     */
    @Produces
    @Singleton
    OidcProvider provider(OidcSettings settings) {
        return new OidcProvider(settings.issuer());
    }

    /**
     * The judge of access tokens.
     *
     * @param settings what they must say
     * @param provider whose keys
     * @return the judge
     */
    @Produces
    @Singleton
    AccessTokens tokens(OidcSettings settings, OidcProvider provider) {
        return new AccessTokens(settings, provider);
    }

    private String text(String name, String otherwise) {
        return config.getOptionalValue("pumpurs.oidc." + name, String.class).orElse(otherwise);
    }
}
