package lv.pumpurs.core.provisioning;

/** The steps from a file to a tenant, in their order. */
public enum ProvisioningStep {
    /** The row in the nation's registry, state PROVISIONING. */
    REGISTRATION("registered"),
    /** Owner role and working role. */
    ROLES("roles made"),
    /** The schema. */
    SCHEMA("schema made"),
    /** Tables of the platform and of the plugins. */
    MIGRATIONS("migrated"),
    /** Programmes, risks, measures and school years, copied from the nation. */
    CATALOGUES("catalogues copied"),
    /** Schools, participation and published figures of the file. */
    CONTENT("schools and figures written"),
    /** The organisation at the identity provider. */
    ORGANISATION("organisation made"),
    /** State ACTIVE: people may work. */
    OPENING("opened");

    private final String words;

    ProvisioningStep(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
