package lv.pumpurs.core.paper;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.UUID;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.plan.Deliveries;
import lv.pumpurs.core.plan.PlanDesk;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.Papers;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A plan on paper. Taking the paper is reading the plan: the same permission, the same scope, the same record. */
@Path("t/{tenant}/plans/{plan}/pdf")
@Dependent
@Transactional
public class PlanPaperResource {

    private final PlanPapers plans;
    private final PlanDesk desk;
    private final Deliveries deliveries;
    private final Papers papers;
    private final Caller caller;
    private final InstantSource clock;
    private final ReadLog readLog;

    /**
     * One per request.
     *
     * @param plans of the bound tenant
     * @param desk knows how plans were amended
     * @param deliveries what was given so far
     * @param papers makes the file
     * @param caller who asks
     * @param clock when
     * @param readLog where it is written down who was shown whom
     */
    @Inject
    public PlanPaperResource(PlanPapers plans, PlanDesk desk, Deliveries deliveries, Papers papers, Caller caller,
            InstantSource clock, ReadLog readLog) {
        this.plans = plans;
        this.desk = desk;
        this.deliveries = deliveries;
        this.papers = papers;
        this.caller = caller;
        this.clock = clock;
        this.readLog = readLog;
    }

    /**
     * The plan as a PDF, in Latvian.
     *
     * @param id key of the plan
     * @return the file
     */
    @GET
    @Produces(MediaType.WILDCARD)
    @Requires(Permissions.PLAN_READ)
    @Operation(summary = "The plan as an accessible PDF in Latvian, as far as the reader may see it")
    public Response pdf(@PathParam("plan") UUID id) {
        return papers.of("plan", () -> {
            PlanPaper plan = plans
                .find(id, caller.personId(), caller.rolesWith(Permissions.PLAN_READ), clock.instant())
                .orElseThrow(NotFoundException::new);
            readLog.opened(plan.learner().id());
            PlanPaper whole = plan.head().changes() ? plan.with(desk.changes(id)) : plan;
            return plan.life().evaluatedOn() == null ? whole.counted(deliveries.of(whole.ofMeasures())) : whole;
        });
    }
}
