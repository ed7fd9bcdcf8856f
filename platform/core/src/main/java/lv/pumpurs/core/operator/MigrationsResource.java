package lv.pumpurs.core.operator;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import lv.pumpurs.core.identity.OperatorStays;
import lv.pumpurs.core.identity.Person;
import lv.pumpurs.core.migration.BuildVersion;
import lv.pumpurs.core.migration.TenantMigrations;
import lv.pumpurs.core.operator.MigrationRuns.Latest;
import lv.pumpurs.core.operator.MigrationsView.Run;
import lv.pumpurs.core.registry.OperatorLog.Act;
import lv.pumpurs.core.registry.Openness;
import lv.pumpurs.core.registry.Registry;
import lv.pumpurs.core.registry.Tenant;
import lv.pumpurs.core.registry.Tenants;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Migrations of all tenants: how far they are, and a button that starts them. */
@Path("operator/migrations")
@Dependent
@Transactional
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class MigrationsResource {

    private final MigrationRuns runs;
    private final Tenancy tenancy;
    private final BackgroundMigrations background;
    private final OperatorStays operators;
    private final Caller caller;
    private final InstantSource clock;

    /**
     * One per request.
     *
     * @param runs as they were written down
     * @param tenancy what is open and what is behind
     * @param background starts a run
     * @param operators writes down who started it
     * @param caller who asks
     * @param clock to tell how long a run has taken
     */
    @Inject
    public MigrationsResource(MigrationRuns runs, Tenancy tenancy, BackgroundMigrations background,
            OperatorStays operators, Caller caller, InstantSource clock) {
        this.runs = runs;
        this.tenancy = tenancy;
        this.background = background;
        this.operators = operators;
        this.caller = caller;
        this.clock = clock;
    }

    /** All tenants beside the version of this build. */
    @Dependent
    public static class Tenancy {

        private final Tenants tenants;
        private final Registry registry;
        private final BuildVersion build;
        private final TenantMigrations migrations;

        /**
         * Of the nation.
         *
         * @param tenants all of them
         * @param registry tells whether one is open
         * @param build of this server
         * @param migrations knows whether a run is alive
         */
        @Inject
        public Tenancy(Tenants tenants, Registry registry, BuildVersion build, TenantMigrations migrations) {
            this.tenants = tenants;
            this.registry = registry;
            this.build = build;
            this.migrations = migrations;
        }

        private int count(List<Tenant> all, Openness openness) {
            return (int) all.stream().filter(tenant -> registry.openness(tenant) == openness).count();
        }

        /** A run that says it is running, and whose process is gone, was interrupted. */
        private Run asItIs(Run run) {
            try {
                return !run.running() || migrations.isRunning()
                        ? run
                        : new Run("INTERRUPTED", run.startedAt(), run.seconds(), run.done(), run.total());
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /**
     * How far the tenants are.
     *
     * @return the latest run, and what is still behind
     */
    @GET
    @Requires("migration:read")
    @Operation(summary = "How far the tenants are brought up to this build: the latest run, tenant by tenant")
    public MigrationsView show() {
        Instant now = clock.instant();
        Optional<Latest> latest = runs.latest(now);
        List<Tenant> all = tenancy.tenants.all();
        return new MigrationsView(tenancy.build.toString(), tenancy.count(all, Openness.BEING_UPGRADED),
                tenancy.count(all, Openness.UPGRADE_FAILED), caller.may("migration:run"),
                latest.map(run -> tenancy.asItIs(run.run())).orElse(null),
                latest.map(run -> runs.tenants(run.id(), now)).orElse(List.of()));
    }

    /**
     * Starts a run over the tenants that are behind, in the background.
     *
     * @param security who
     * @return 201 with the place where to look; 303 there if there is nothing to do
     */
    @POST
    @Requires("migration:run")
    @Operation(summary = "Start bringing the tenants that are behind up to this build, in the background")
    public Response start(@Context SecurityContext security) {
        operators.record((Person) security.getUserPrincipal(), Act.MIGRATE, null, tenancy.build.toString());
        URI here = URI.create("/operator/migrations");
        return background.start() ? Response.created(here).build() : Response.seeOther(here).build();
    }
}
