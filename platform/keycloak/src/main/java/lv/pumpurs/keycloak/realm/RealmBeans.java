package lv.pumpurs.keycloak.realm;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import lv.pumpurs.core.provisioning.Organisations;
import org.eclipse.microprofile.config.Config;

/** The organisations of the Keycloak that the platform's settings name. */
@Dependent
public class RealmBeans {

    private final Config config;

    /**
     * Reads MicroProfile Config.
     *
     * @param config the settings
     */
    @Inject
    public RealmBeans(Config config) {
        this.config = config;
    }

    /**
     * Settings under {@code pumpurs.keycloak}; they are read when organisations are first needed.
     *
     * @return the organisations
     */
    @Produces
    @Singleton
    Organisations organisations() {
        return new KeycloakOrganisations(new AdminAccess(URI.create(text("admin-url")), RealmSetUp.REALM,
                config.getOptionalValue("pumpurs.keycloak.admin-client-id", String.class).orElse("pumpurs-provisioner"),
                text("admin-client-secret")));
    }

    private String text(String name) {
        return config.getValue("pumpurs.keycloak." + name, String.class);
    }
}
