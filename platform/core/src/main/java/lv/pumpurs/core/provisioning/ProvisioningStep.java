package lv.pumpurs.core.provisioning;

import lv.pumpurs.core.migration.FailureReason;

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
    /** The first administrators: role in the tenant, account and membership at the identity provider. */
    INVITATION("administrators invited"),
    /** State ACTIVE: people may work. */
    OPENING("opened");

    private final String words;

    ProvisioningStep(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** What failed if it was not the database. */
    FailureReason.Code blame() {
        return switch (this) {
            case ORGANISATION, INVITATION -> FailureReason.Code.IDENTITY_PROVIDER;
            case MIGRATIONS -> FailureReason.Code.MIGRATION_FAILED;
            default -> FailureReason.Code.UNEXPECTED;
        };
    }
}
