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
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import lv.pumpurs.core.web.ReadVersion;
import lv.pumpurs.spi.Form;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Letting a plan rest, and going on with it. */
@Path("t/{tenant}/plans/{plan}")
@Dependent
@Transactional
@Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class PlanSuspensionResource {

    private final PlanDesk desk;
    private final ReadLog readLog;

    /**
     * One per request.
     *
     * @param desk where the plan lies
     * @param readLog where it is written down who was shown whom
     */
    @Inject
    public PlanSuspensionResource(PlanDesk desk, ReadLog readLog) {
        this.desk = desk;
        this.readLog = readLog;
    }

    /**
     * The form to let a plan rest.
     *
     * @param id key
     * @return the form, with today as the day
     */
    @GET
    @Path("suspension")
    @Produces(MediaType.TEXT_HTML)
    @Requires("plan:end")
    @Operation(summary = "The form to suspend a plan")
    public Form form(@PathParam("plan") UUID id) {
        PlanAtHand hand = desk.take(id, PlanAct.SUSPEND);
        PlanAct.SUSPEND.require(hand.plan(), hand.actor());
        readLog.opened(hand.plan().subject().learnerId());
        return new Form(SuspendPlan.class, Map.of("version", Integer.toString(hand.plan().version()), "code",
                hand.plan().code().value(), "plan", id.toString(), "on", hand.today().toString()), Map.of());
    }

    /**
     * Lets the plan rest.
     *
     * @param tenant slug of the tenant
     * @param id key
     * @param input since when and why
     * @param headers of the request
     * @return 303 to the plan
     */
    @POST
    @Path("suspension")
    @Requires("plan:end")
    @Operation(summary = "Suspend an active plan from a day that is not to come, with the reason")
    public Response suspend(@PathParam("tenant") String tenant, @PathParam("plan") UUID id, @Valid SuspendPlan input,
            @Context HttpHeaders headers) {
        PlanAtHand hand = desk.take(id, PlanAct.SUSPEND, () -> ReadVersion.of(headers, input.version()));
        LocalDate on = day(input.on(), hand.today());
        try {
            hand.plan().suspend(hand.actor().personId(), on, input.reason());
        } catch (Refused refused) {
            throw refused.type() == PlanProblem.DATE_ORDER ? at(PlanProblem.DATE_ORDER) : refused;
        }
        return done(hand, tenant);
    }

    /**
     * Goes on with a plan that rests.
     *
     * @param tenant slug of the tenant
     * @param id key
     * @param input the version that was read
     * @param headers of the request
     * @return 303 to the plan
     */
    @POST
    @Path("resumption")
    @Requires("plan:end")
    @Operation(summary = "Go on with a suspended plan from today")
    public Response resume(@PathParam("tenant") String tenant, @PathParam("plan") UUID id, @Valid PlanStep input,
            @Context HttpHeaders headers) {
        PlanAtHand hand = desk.take(id, PlanAct.RESUME, () -> ReadVersion.of(headers, input.version()));
        hand.plan().resume(hand.today());
        return done(hand, tenant);
    }

    private Response done(PlanAtHand hand, String tenant) {
        desk.put();
        return Response.seeOther(UriBuilder.fromPath("t/{tenant}/plans/{plan}").build(tenant, hand.plan().id()))
            .build();
    }

    private static LocalDate day(@Nullable LocalDate asked, LocalDate today) {
        if (asked != null && asked.isAfter(today)) {
            throw at(PlanProblem.DAY_AHEAD);
        }
        return asked == null ? today : asked;
    }

    private static Refused at(PlanProblem problem) {
        return new Refused(problem, Map.of("on", "problem." + problem.code() + ".detail"));
    }
}
