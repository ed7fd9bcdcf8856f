package lv.pumpurs.core.plan;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What a plan said in each edition that was approved. */
@Path("t/{tenant}/plans/{plan}/editions/{edition}")
@Dependent
@Transactional
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class PlanEditionResource {

    private final SupportPlans plans;
    private final PlanMaterial material;
    private final Caller caller;
    private final ReadLog readLog;

    /**
     * One per request.
     *
     * @param plans of the bound tenant
     * @param material what their content is called
     * @param caller who reads
     * @param readLog where it is written down who was shown whom
     */
    @Inject
    public PlanEditionResource(SupportPlans plans, PlanMaterial material, Caller caller, ReadLog readLog) {
        this.plans = plans;
        this.material = material;
        this.caller = caller;
        this.readLog = readLog;
    }

    /**
     * One edition. Whoever reads the plan for the own measures only reads those, as on its page.
     *
     * @param id key
     * @param number from 1
     * @return what it said, and what it changed
     */
    @GET
    @Requires("plan:read")
    @Operation(summary = "An approved edition of a plan, with what it changed")
    public EditionView one(@PathParam("plan") UUID id, @PathParam("edition") int number) {
        PlanView view = plans.read(id, caller.personId(), caller.rolesWith(Permissions.PLAN_READ))
            .orElseThrow(NotFoundException::new);
        EditionView edition = material.edition(plans.known(id), view, caller.personId(), number)
            .orElseThrow(NotFoundException::new);
        readLog.opened(view.about().learnerId());
        return edition;
    }
}
