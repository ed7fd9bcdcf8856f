package lv.pumpurs.core.provisioning;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import lv.pumpurs.core.migration.Migrations;
import lv.pumpurs.core.migration.Schemas;
import lv.pumpurs.core.provisioning.ProvisioningReport.Step;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.spi.Plugin;

/**
 * Applies a tenant's file. Every step looks first and does only what is missing, so a run that was killed is repeated
 * from the start and passes quickly over what is there; a tenant is open only after the last step. Steps are also noted
 * in the registry, for whoever wants to know where a run stopped.
 */
public final class TenantProvisioning {

    /** Any number; the same for all runs on one database. */
    private static final String LOCK = "SELECT pg_try_advisory_lock(7186774)";
    private static final String UNLOCK = "SELECT pg_advisory_unlock(7186774)";

    private final DataSource provisioner;
    private final Organisations organisations;
    private final TenantContent content;
    private final Schemas schemas;
    private final Migrations migrations;
    private final Register register;

    /**
     * For one database and one identity provider; {@link NationProvisioning} has to have run.
     *
     * @param provisioner data source of the login {@code pumpurs_provisioner}
     * @param organisations the identity provider
     * @param content writes catalogues, schools and figures
     * @param plugins facts of the installed plugins
     * @param clock to note when a step was taken
     */
    public TenantProvisioning(DataSource provisioner, Organisations organisations, TenantContent content,
            Collection<Plugin> plugins, InstantSource clock) {
        this.provisioner = provisioner;
        this.organisations = organisations;
        this.content = content;
        this.schemas = new Schemas(provisioner);
        this.migrations = new Migrations(provisioner, plugins);
        this.register = new Register(provisioner, clock);
    }

    @FunctionalInterface
    private interface Act {
        boolean take() throws SQLException;
    }

    /**
     * Makes the tenant, or brings it up to what the file says now.
     *
     * @param file already held against the rules
     * @return what was changed
     * @throws SQLException when the database refuses, or another run is under way
     */
    public ProvisioningReport apply(TenantFile file) throws SQLException {
        try (Connection lock = provisioner.getConnection(); Statement statement = lock.createStatement()) {
            try (ResultSet rows = statement.executeQuery(LOCK)) {
                if (!rows.next() || !rows.getBoolean(1)) {
                    throw new SQLException("another run is applying a tenant's file to this database; wait for it",
                            "55P03");
                }
            }
            try {
                return steps(file);
            } finally {
                statement.execute(UNLOCK);
            }
        }
    }

    private ProvisioningReport steps(TenantFile file) throws SQLException {
        SchemaName schema = SchemaName.ofTenant(file.slug());
        List<Step> steps = new ArrayList<>();
        boolean entered = register.enter(file);
        noted(file, ProvisioningStep.REGISTRATION, () -> entered, steps);
        noted(file, ProvisioningStep.ROLES, () -> schemas.ensureRoles(schema), steps);
        noted(file, ProvisioningStep.SCHEMA, () -> schemas.ensureSchema(schema), steps);
        noted(file, ProvisioningStep.MIGRATIONS, () -> migrations.migrate(schema) > 0, steps);
        noted(file, ProvisioningStep.CATALOGUES, () -> copyCatalogues(schema, file), steps);
        noted(file, ProvisioningStep.CONTENT,
                () -> BoundWork.in(provisioner, schema, tenant -> content.write(tenant, file)), steps);
        noted(file, ProvisioningStep.ORGANISATION, () -> organisations.ensure(file.slug(), file.name()), steps);
        noted(file, ProvisioningStep.OPENING, () -> register.open(file, digest(file)), steps);
        return new ProvisioningReport(file.slug(), steps);
    }

    private void noted(TenantFile file, ProvisioningStep step, Act act, List<Step> steps) throws SQLException {
        boolean done = register.done(file.slug(), step);
        if (!done) {
            register.note(file.slug(), step, false, false);
        }
        boolean changed = act.take();
        if (!done || changed) {
            register.note(file.slug(), step, true, changed);
        }
        steps.add(new Step(step, changed));
    }

    private boolean copyCatalogues(SchemaName schema, TenantFile file) throws SQLException {
        return BoundWork.in(provisioner, SchemaName.NATION, nation -> BoundWork.in(provisioner, schema,
                tenant -> content.copy(nation, tenant, file)));
    }

    private static String digest(TenantFile file) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(file.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
