package lv.pumpurs.core.plan;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.UUID;
import lv.pumpurs.core.web.ReadVersion;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Changing an approved plan: what is written and decided on goes the way of a draft, the plan goes on meanwhile. */
@Path("t/{tenant}/plans/{plan}/amendment")
@Dependent
@Transactional
@Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class PlanAmendmentResource {

    private final PlanDesk desk;

    /**
     * One per request.
     *
     * @param desk where the plan lies
     */
    @Inject
    public PlanAmendmentResource(PlanDesk desk) {
        this.desk = desk;
    }

    /**
     * Begins an amendment.
     *
     * @param tenant slug of the tenant
     * @param id key
     * @param input the version that was read
     * @param headers of the request
     * @return 303 to what is written on: a copy of what is in force
     */
    @POST
    @Requires("plan:write")
    @Operation(summary = "Begin a change of an active plan; it is written, handed in and decided on as a draft is")
    public Response amend(@PathParam("tenant") String tenant, @PathParam("plan") UUID id, @Valid PlanStep input,
            @Context HttpHeaders headers) {
        PlanAtHand hand = desk.take(id, PlanAct.AMEND, () -> ReadVersion.of(headers, input.version()));
        hand.plan().amend(hand.actor().personId(), hand.today());
        desk.put();
        return Response.seeOther(UriBuilder.fromPath("t/{tenant}/plans/{plan}/draft").build(tenant, id)).build();
    }

    /**
     * Gives the amendment up.
     *
     * @param tenant slug of the tenant
     * @param id key
     * @param input the version that was read
     * @param headers of the request
     * @return 303 to the plan, which is as it was
     */
    @POST
    @Path("end")
    @Requires("plan:write")
    @Operation(summary = "Give up a change of an active plan")
    public Response discard(@PathParam("tenant") String tenant, @PathParam("plan") UUID id, @Valid PlanStep input,
            @Context HttpHeaders headers) {
        PlanAtHand hand = desk.take(id, PlanAct.DISCARD, () -> ReadVersion.of(headers, input.version()));
        hand.plan().discard(hand.today());
        desk.put();
        return Response.seeOther(UriBuilder.fromPath("t/{tenant}/plans/{plan}").build(tenant, id)).build();
    }
}
