package lv.pumpurs.core.operator;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lv.pumpurs.core.identity.OperatorStays;
import lv.pumpurs.core.identity.Person;
import lv.pumpurs.core.migration.FailureReason;
import lv.pumpurs.core.provisioning.ProvisioningReport;
import lv.pumpurs.core.provisioning.StepFailed;
import lv.pumpurs.core.provisioning.TenantFile;
import lv.pumpurs.core.provisioning.TenantFiles;
import lv.pumpurs.core.provisioning.TenantProvisioning;
import lv.pumpurs.core.provisioning.WrongTenantFile;
import lv.pumpurs.core.registry.OperatorLog.Act;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Applies a tenant's file to the running system, and goes on where that broke. No transaction around it: each step of
 * provisioning is one, and resumable.
 */
@Path("operator/tenants/{slug}")
@Dependent
public class ApplyResource {

    private final Provider<TenantProvisioning> provisioning;
    private final OperatorStays operators;

    /**
     * One per request.
     *
     * @param provisioning made only when a right file has come
     * @param operators writes down who applied it
     */
    @Inject
    public ApplyResource(Provider<TenantProvisioning> provisioning, OperatorStays operators) {
        this.provisioning = provisioning;
        this.operators = operators;
    }

    /**
     * What applying a file did.
     *
     * @param slug the tenant
     * @param changed false if the tenant was already what the file says
     * @param steps the steps in their order
     */
    public record Applied(String slug, boolean changed, List<Step> steps) {

        /**
         * One step.
         *
         * @param name what it makes
         * @param changed whether it had to
         * @param unmailed how many people were made administrators without a mail that tells them
         */
        public record Step(String name, boolean changed, int unmailed) {}

        static Applied of(ProvisioningReport report) {
            return new Applied(report.slug(), report.changed(), report.steps()
                .stream()
                .map(step -> new Step(step.name().name(), step.changed(), step.unmailed()))
                .toList());
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T run() throws SQLException;
    }

    /**
     * Makes the tenant, or brings it up to what the file says. Nothing is touched if the file is wrong.
     *
     * @param slug the tenant; the file must say the same
     * @param yaml the file
     * @param security who
     * @return what was done
     * @throws SQLException if the registry cannot be reached: a mistake of ours
     */
    @PUT
    @Consumes({"application/yaml", "application/x-yaml", "text/yaml", MediaType.TEXT_PLAIN})
    @Produces(MediaType.APPLICATION_JSON)
    @Requires("tenant:apply")
    @Operation(summary = "Create a tenant from its file, or bring it up to date; a second time changes nothing")
    public Applied apply(@PathParam("slug") String slug, String yaml, @Context SecurityContext security)
            throws SQLException {
        TenantFile file = read(slug, yaml);
        operators.record((Person) security.getUserPrincipal(), Act.APPLY, slug, slug + ".yaml");
        return Applied.of(told(() -> provisioning.get().apply(file)));
    }

    /**
     * Goes on with the making of a tenant that broke, by the file that was applied last.
     *
     * @param slug the tenant
     * @param security who
     * @return 303 to the registry of tenants
     * @throws SQLException if the registry cannot be reached: a mistake of ours
     */
    @POST
    @Path("resume")
    @Requires("tenant:apply")
    @Operation(summary = "Go on with the making of a tenant where a run broke; the file is not needed again")
    public Response resume(@PathParam("slug") String slug, @Context SecurityContext security) throws SQLException {
        if (!SchemaName.isSlug(slug)) {
            throw new Refused(OperatorProblem.NOTHING_TO_RESUME);
        }
        operators.record((Person) security.getUserPrincipal(), Act.RESUME, slug, slug);
        Optional<ProvisioningReport> report = told(() -> provisioning.get().resume(slug));
        if (report.isEmpty()) {
            throw new Refused(OperatorProblem.NOTHING_TO_RESUME);
        }
        return Response.seeOther(URI.create("/operator/tenants")).build();
    }

    private static <T> T told(Work<T> work) throws SQLException {
        try {
            return work.run();
        } catch (StepFailed e) {
            throw new Refused(OperatorProblem.STEP_FAILED, e.step().name(), e.reason().code().name(),
                    e.reason().detail());
        } catch (SQLException e) {
            if (FailureReason.LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw new Refused(OperatorProblem.ANOTHER_RUN);
            }
            throw e;
        }
    }

    private static TenantFile read(String slug, String yaml) {
        try {
            return TenantFiles.read(slug, yaml);
        } catch (WrongTenantFile e) {
            String faults = e.faults().stream().map(WrongTenantFile.Fault::toString).collect(Collectors.joining("; "));
            throw new Refused(OperatorProblem.WRONG_FILE, faults);
        }
    }
}
