package lv.pumpurs.core.provisioning;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import lv.pumpurs.core.migration.BoundWork;
import lv.pumpurs.core.migration.BuildVersion;
import lv.pumpurs.core.migration.FailureReason;
import lv.pumpurs.core.migration.Migrations;
import lv.pumpurs.core.migration.SchemaVersions;
import lv.pumpurs.core.migration.Schemas;
import lv.pumpurs.core.migration.WorkLock;
import lv.pumpurs.core.provisioning.ProvisioningReport.Step;
import lv.pumpurs.core.provisioning.Register.Note;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.spi.Plugin;

/**
 * Applies a tenant's file. Every step looks first and does only what is missing, so a run that was killed is repeated
 * from the start and passes quickly over what is there; a tenant is open only after the last step. Steps are also noted
 * in the registry, for whoever wants to know where a run stopped and why. Different tenants can be made at the same
 * time; a second run on the same tenant is refused.
 */
public final class TenantProvisioning {

    private static final Logger LOG = Logger.getLogger(TenantProvisioning.class.getName());

    private final DataSource provisioner;
    private final Organisations organisations;
    private final TenantContent content;
    private final BuildVersion build;
    private final Set<String> installed;
    private final InstantSource clock;

    /**
     * For one database and one identity provider; {@link NationProvisioning} has to have run.
     *
     * @param provisioner data source of the login {@code pumpurs_provisioner}
     * @param organisations the identity provider
     * @param content writes catalogues, schools and figures
     * @param plugins facts of the installed plugins
     * @param clock to note when a step was taken, and from which day somebody is an administrator
     */
    public TenantProvisioning(DataSource provisioner, Organisations organisations, TenantContent content,
            Collection<Plugin> plugins, InstantSource clock) {
        this.provisioner = provisioner;
        this.organisations = organisations;
        this.content = content;
        this.build = BuildVersion.of(plugins);
        this.installed = plugins.stream().map(Plugin::id).collect(Collectors.toSet());
        this.clock = clock;
    }

    /**
     * Makes the tenant, or brings it up to what the file says now.
     *
     * @param file already held against the rules
     * @return what was changed
     * @throws SQLException of state {@link FailureReason#LOCK_NOT_AVAILABLE} when another run works on this tenant; of
     *     another when the registry cannot be reached
     * @throws StepFailed when a step failed; the registry says so too
     */
    public ProvisioningReport apply(TenantFile file) throws SQLException {
        return WorkLock.onTenant(provisioner, file.slug(), kept -> new Run(file, kept).steps());
    }

    /**
     * Goes on with a run that broke, by the file that the registry kept.
     *
     * @param slug the tenant
     * @return what was changed; empty if no run of this tenant broke
     * @throws SQLException as {@link #apply}
     * @throws StepFailed as {@link #apply}
     */
    public Optional<ProvisioningReport> resume(String slug) throws SQLException {
        return WorkLock.onTenant(provisioner, slug, kept -> {
            Optional<TenantFile> file = new Register(kept, clock).unfinished(slug);
            return file.isEmpty() ? Optional.empty() : Optional.of(new Run(file.get(), kept).steps());
        });
    }

    @FunctionalInterface
    private interface Act {
        boolean take() throws SQLException;
    }

    /** The steps for one file, under the tenant's lock. */
    private final class Run {

        private final DataSource kept;
        private final Register register;
        private final TenantFile file;
        private final String slug;
        private final SchemaName schema;
        private final String digest;
        private final Invitation invitation;
        private final List<Step> steps = new ArrayList<>();
        private final Set<ProvisioningStep> doneBefore;

        Run(TenantFile file, DataSource kept) throws SQLException {
            this.kept = kept;
            this.register = new Register(kept, clock);
            this.file = file;
            this.slug = file.slug();
            this.schema = SchemaName.ofTenant(slug);
            this.digest = digest(file);
            this.doneBefore = register.done(slug);
            this.invitation = new Invitation(kept, organisations, clock);
        }

        ProvisioningReport steps() throws SQLException {
            Schemas schemas = new Schemas(kept);
            requireInstalled();
            take(ProvisioningStep.REGISTRATION, () -> register.enter(file, digest));
            take(ProvisioningStep.ROLES, () -> schemas.ensureRoles(schema));
            take(ProvisioningStep.SCHEMA, () -> schemas.ensureSchema(schema));
            take(ProvisioningStep.MIGRATIONS, this::migrate);
            take(ProvisioningStep.CATALOGUES, this::copyCatalogues);
            take(ProvisioningStep.CONTENT,
                    () -> BoundWork.in(kept, schema, this::writeContent));
            take(ProvisioningStep.ORGANISATION, () -> organisations.ensure(slug, file.name()));
            take(ProvisioningStep.INVITATION,
                    () -> invitation.send(file, !doneBefore.contains(ProvisioningStep.INVITATION)));
            take(ProvisioningStep.OPENING, () -> register.open(file, digest));
            return new ProvisioningReport(slug, steps);
        }

        private void take(ProvisioningStep step, Act act) throws SQLException {
            boolean done = doneBefore.contains(step);
            long begun = System.nanoTime();
            try {
                if (!done) {
                    register.note(slug, Note.started(step));
                }
                boolean changed = act.take();
                int unmailed = step == ProvisioningStep.INVITATION ? invitation.unmailed() : 0;
                if (!done || changed) {
                    register.note(slug, Note.done(step, changed, unmailed));
                }
                steps.add(new Step(step, changed, Duration.ofNanos(System.nanoTime() - begun), unmailed));
            } catch (SQLException | RuntimeException e) {
                throw failed(step, e);
            }
        }

        private StepFailed failed(ProvisioningStep step, Exception cause) {
            StepFailed failure = new StepFailed(slug, step, FailureReason.of(cause, step.blame()), cause);
            LOG.log(Level.WARNING, failure.getMessage());
            try {
                register.note(slug, Note.failed(step, failure.reason()));
                if (step == ProvisioningStep.MIGRATIONS) {
                    new SchemaVersions(kept).failed(slug);
                }
            } catch (SQLException e) {
                // the step stays as it was noted last, STARTED: whoever looks sees that the run stopped there
                failure.addSuppressed(e);
            }
            return failure;
        }

        private void requireInstalled() throws SQLException {
            for (String plugin : file.plugins().keySet()) {
                if (!installed.contains(plugin)) {
                    throw new StepFailed(slug, ProvisioningStep.REGISTRATION,
                            new FailureReason(FailureReason.Code.PLUGIN_UNKNOWN, plugin),
                            new IllegalArgumentException("no plugin " + plugin));
                }
            }
        }

        private boolean migrate() throws SQLException {
            BuildVersion part = build.part(plugins());
            boolean ran = new Migrations(kept, part).migrate(schema) > 0;
            return new SchemaVersions(kept).migrated(slug, part) || ran;
        }

        /** Those that the schema holds already, and those of the file. */
        private Set<String> plugins() throws SQLException {
            Set<String> plugins = new HashSet<>(file.allowed());
            plugins.addAll(new SchemaVersions(kept).modules(slug));
            return plugins;
        }

        private boolean writeContent(Connection tenant) throws SQLException {
            boolean changed = content.write(tenant, file);
            return PluginsOfFile.allow(tenant, file) || changed;
        }

        private boolean copyCatalogues() throws SQLException {
            return BoundWork.in(kept, SchemaName.NATION, nation -> BoundWork.in(kept, schema,
                    tenant -> content.copy(nation, tenant, file)));
        }
    }

    private static String digest(TenantFile file) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                .digest(TenantFiles.json(file).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
