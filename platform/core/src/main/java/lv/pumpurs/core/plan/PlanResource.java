package lv.pumpurs.core.plan;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Map;
import java.util.UUID;
import lv.pumpurs.core.web.ReadVersion;
import lv.pumpurs.spi.Form;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Requires;
import lv.pumpurs.spi.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** One plan: its page, and what is done with it as a whole. Each act leads back to the page. */
@Path("t/{tenant}/plans/{plan}")
@Dependent
@Transactional
@Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class PlanResource {

    private final PlanDesk desk;
    private final Deliveries deliveries;
    private final ReadLog readLog;

    /**
     * One per request.
     *
     * @param desk where the plan lies
     * @param deliveries what was counted of its measures
     * @param readLog where it is written down who was shown whom
     */
    @Inject
    public PlanResource(PlanDesk desk, Deliveries deliveries, ReadLog readLog) {
        this.desk = desk;
        this.deliveries = deliveries;
        this.readLog = readLog;
    }

    /**
     * One plan.
     *
     * @param id key
     * @return the plan, as far as the reader may see it, and what the reader can do with it now
     */
    @GET
    @Requires("plan:read")
    @Operation(summary = "One plan; its ETag is what If-Match of a change must say")
    public PlanFile one(@PathParam("plan") UUID id) {
        PlanFile file = desk.read(id).counted(deliveries);
        readLog.opened(file.plan().about().learnerId());
        return file;
    }

    /**
     * Hands the plan in.
     *
     * @param tenant slug of the tenant
     * @param id key
     * @param input the version that was read
     * @param headers of the request
     * @return 303 to the plan
     */
    @POST
    @Path("submission")
    @Requires("plan:write")
    @Operation(summary = "Hand a draft in for approval")
    public Response submit(@PathParam("tenant") String tenant, @PathParam("plan") UUID id, @Valid PlanStep input,
            @Context HttpHeaders headers) {
        PlanAtHand hand = desk.take(id, PlanAct.SUBMIT, () -> ReadVersion.of(headers, input.version()));
        hand.plan().submit();
        return done(hand.plan(), tenant);
    }

    /**
     * Takes the plan back before the last decision.
     *
     * @param tenant slug of the tenant
     * @param id key
     * @param input the version that was read
     * @param headers of the request
     * @return 303 to the plan
     */
    @POST
    @Path("withdrawal")
    @Requires("plan:write")
    @Operation(summary = "Take a submitted plan back")
    public Response withdraw(@PathParam("tenant") String tenant, @PathParam("plan") UUID id, @Valid PlanStep input,
            @Context HttpHeaders headers) {
        PlanAtHand hand = desk.take(id, PlanAct.WITHDRAW, () -> ReadVersion.of(headers, input.version()));
        hand.plan().withdraw(hand.actor().personId(), hand.today());
        return done(hand.plan(), tenant);
    }

    /**
     * The form to decide.
     *
     * @param id key
     * @return an empty form
     */
    @GET
    @Path("decision")
    @Produces(MediaType.TEXT_HTML)
    @Requires("plan:decide")
    @Operation(summary = "The form to decide on a plan")
    public Form decision(@PathParam("plan") UUID id) {
        return form(DecidePlan.class, id, PlanAct.DECIDE);
    }

    /**
     * Approves, returns or rejects the plan.
     *
     * @param tenant slug of the tenant
     * @param id key
     * @param input the decision
     * @param headers of the request
     * @return 303 to the plan, or to what waits next; a reviewer of the operator goes back to the queue of all tenants
     */
    @POST
    @Path("decision")
    @Requires("plan:decide")
    @Operation(summary = "Approve, return or reject a plan that waits for the caller")
    public Response decide(@PathParam("tenant") String tenant, @PathParam("plan") UUID id, @Valid DecidePlan input,
            @Context HttpHeaders headers) {
        PlanAtHand hand = desk.take(id, PlanAct.DECIDE, () -> ReadVersion.of(headers, input.version()));
        SupportPlan plan = hand.plan();
        Decision decision = hand.decision(input.remark());
        switch (input.ruling()) {
            case APPROVE -> plan.approve(hand.actor().chain(), decision, desk.days(plan));
            case RETURN -> atField("remark", () -> plan.giveBack(hand.actor().chain(), decision));
            case REJECT -> atField("remark", () -> plan.reject(hand.actor().chain(), decision));
        }
        desk.put();
        return Response.seeOther(decision.role() == Role.OPERATOR_REVIEWER
                ? UriBuilder.fromPath("operator/reviews").build()
                : input.next(tenant, id))
            .build();
    }

    /**
     * Closes an evaluated plan.
     *
     * @param tenant slug of the tenant
     * @param id key
     * @param input the version that was read
     * @param headers of the request
     * @return 303 to the plan
     */
    @POST
    @Path("closing")
    @Requires("plan:end")
    @Operation(summary = "Close an evaluated plan")
    public Response close(@PathParam("tenant") String tenant, @PathParam("plan") UUID id, @Valid PlanStep input,
            @Context HttpHeaders headers) {
        PlanAtHand hand = desk.take(id, PlanAct.CLOSE, () -> ReadVersion.of(headers, input.version()));
        hand.plan().close(hand.today());
        return done(hand.plan(), tenant);
    }

    /**
     * Writes the plan of the next semester from this one.
     *
     * @param tenant slug of the tenant
     * @param id key
     * @param input the version that was read
     * @param headers of the request
     * @return 201 with the place of the new draft
     */
    @POST
    @Path("continuation")
    @Requires("plan:write")
    @Operation(summary = "Copy an evaluated plan into a draft of the next semester")
    public Response goOn(@PathParam("tenant") String tenant, @PathParam("plan") UUID id, @Valid PlanStep input,
            @Context HttpHeaders headers) {
        PlanAtHand hand = desk.take(id, PlanAct.CONTINUE, () -> ReadVersion.of(headers, input.version()));
        SupportPlan next = desk.next(hand.plan());
        return Response.created(UriBuilder.fromPath("t/{tenant}/plans/{plan}").build(tenant, next.id())).build();
    }

    /**
     * The form to end a plan before its time.
     *
     * @param id key
     * @return an empty form
     */
    @GET
    @Path("termination")
    @Produces(MediaType.TEXT_HTML)
    @Requires("plan:end")
    @Operation(summary = "The form to end a plan before its time")
    public Form termination(@PathParam("plan") UUID id) {
        return form(TerminatePlan.class, id, PlanAct.TERMINATE);
    }

    /**
     * Ends an active plan before its time.
     *
     * @param tenant slug of the tenant
     * @param id key
     * @param input why
     * @param headers of the request
     * @return 303 to the plan
     */
    @POST
    @Path("termination")
    @Requires("plan:end")
    @Operation(summary = "End an active plan before its time, with the reason")
    public Response terminate(@PathParam("tenant") String tenant, @PathParam("plan") UUID id,
            @Valid TerminatePlan input, @Context HttpHeaders headers) {
        PlanAtHand hand = desk.take(id, PlanAct.TERMINATE, () -> ReadVersion.of(headers, input.version()));
        hand.plan().terminate(hand.today(), input.reason());
        return done(hand.plan(), tenant);
    }

    private Form form(Class<? extends Record> input, UUID id, PlanAct act) {
        PlanAtHand hand = desk.take(id, act);
        act.require(hand.plan(), hand.actor());
        readLog.opened(hand.plan().subject().learnerId());
        return new Form(input, Map.of("version", Integer.toString(hand.plan().version()), "code",
                hand.plan().code().value(), "plan", id.toString()), Map.of());
    }

    private Response done(SupportPlan plan, String tenant) {
        desk.put();
        return Response.seeOther(UriBuilder.fromPath("t/{tenant}/plans/{plan}").build(tenant, plan.id())).build();
    }

    /** What is wrong with the only field there is comes back at that field. */
    private static void atField(String field, Runnable act) {
        try {
            act.run();
        } catch (Refused refused) {
            if (refused.type() != PlanProblem.NO_REASON) {
                throw refused;
            }
            throw new Refused(PlanProblem.NO_REASON,
                    Map.of(field, "problem." + PlanProblem.NO_REASON.code() + ".detail"));
        }
    }
}
