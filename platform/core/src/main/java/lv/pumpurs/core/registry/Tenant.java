package lv.pumpurs.core.registry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.migration.BuildVersion;
import lv.pumpurs.core.tenancy.SchemaName;
import org.jspecify.annotations.Nullable;

/**
 * A municipality or a state institution, as the registry holds it. Written by provisioning only.
 */
@Entity
@Table(name = "tenant")
public class Tenant {

    /** Who a tenant can be. A state institution has no municipality step in its approvals. */
    public enum Kind {
        /** Pašvaldība. */
        MUNICIPALITY,
        /** Valsts izglītības iestāde, for instance VPII. */
        STATE_INSTITUTION
    }

    /** How far a tenant is. */
    public enum State {
        /** Its schema is being made or brought up to date for the first time; nobody works in it. */
        PROVISIONING,
        /** Open for work. */
        ACTIVE
    }

    @Id
    private UUID id;

    private String slug;

    @Column(name = "schema_name")
    private String schemaName;

    private String name;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Column(name = "atvk_code")
    private @Nullable String atvkCode;

    private String locale;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "schema_version")
    private @Nullable String schemaVersion;

    @Column(name = "migration_failed")
    private boolean migrationFailed;

    private String offered;

    /** For JPA. */
    protected Tenant() {}

    /**
     * The name in paths.
     *
     * @return lower-case letters, digits, hyphens
     */
    public String slug() {
        return slug;
    }

    /**
     * Where its data are.
     *
     * @return the schema
     */
    public SchemaName schema() {
        return new SchemaName(schemaName);
    }

    /**
     * The full name.
     *
     * @return for instance "Līvānu novads"
     */
    public String name() {
        return name;
    }

    /**
     * Municipality or state institution.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Code of the administrative territory (ATVK).
     *
     * @return seven digits; null where the territory has none
     */
    public @Nullable String atvkCode() {
        return atvkCode;
    }

    /**
     * The language spoken to people who have not chosen one.
     *
     * @return Latvian or English
     */
    public Locale locale() {
        return Locale.of(locale);
    }

    /**
     * How far the tenant is.
     *
     * @return the state
     */
    public State state() {
        return state;
    }

    /**
     * The plugins that the operator offers to this tenant.
     *
     * @return ids
     */
    public Set<String> offered() {
        return offered.isEmpty() ? Set.of() : Set.of(offered.split(" "));
    }

    /**
     * Whether the tenant's schema holds the tables of a plugin.
     *
     * @param plugin its id
     * @return true if its migrations have run here
     */
    public boolean holds(String plugin) {
        return BuildVersion.isNamed(schemaVersion, plugin);
    }

    /**
     * What its schema holds.
     *
     * @return module and version of each module; null if nobody knows
     */
    @Nullable
    String schemaVersion() {
        return schemaVersion;
    }

    /**
     * Whether its last migration failed.
     *
     * @return true until one went through
     */
    boolean isMigrationFailed() {
        return migrationFailed;
    }
}
