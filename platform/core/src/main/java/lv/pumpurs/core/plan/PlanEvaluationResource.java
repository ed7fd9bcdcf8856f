package lv.pumpurs.core.plan;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import lv.pumpurs.core.web.Bound;
import lv.pumpurs.core.web.Forms;
import lv.pumpurs.core.web.Posted;
import lv.pumpurs.core.web.ReadVersion;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Judging what a semester of support brought, risk by risk and measure by measure. */
@Path("t/{tenant}/plans/{plan}/evaluation")
@Dependent
@Transactional
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class PlanEvaluationResource {

    private final PlanDesk desk;
    private final SupportPlans plans;
    private final Deliveries deliveries;
    private final Forms forms;
    private final Caller caller;
    private final ReadLog readLog;

    /**
     * One per request.
     *
     * @param desk where the plan lies
     * @param plans to read it
     * @param deliveries what was counted of its measures, and is proposed
     * @param forms reads the form
     * @param caller who judges
     * @param readLog where it is written down who was shown whom
     */
    @Inject
    public PlanEvaluationResource(PlanDesk desk, SupportPlans plans, Deliveries deliveries, Forms forms, Caller caller,
            ReadLog readLog) {
        this.desk = desk;
        this.plans = plans;
        this.deliveries = deliveries;
        this.forms = forms;
        this.caller = caller;
        this.readLog = readLog;
    }

    /**
     * The form, with what was delivered so far.
     *
     * @param id key
     * @return the form
     */
    @GET
    @Requires("plan:evaluate")
    @Operation(summary = "What was planned and delivered, to be judged")
    public EvaluationView form(@PathParam("plan") UUID id) {
        PlanAtHand hand = desk.take(id, PlanAct.EVALUATE);
        PlanAct.EVALUATE.require(hand.plan(), hand.actor());
        PlanView view = view(id);
        Posted typed = new Posted(Map.of()).with("version", Integer.toString(view.about().version()));
        for (PlanView.MeasureView measure : view.measures()) {
            typed = typed.with("measures." + measure.id() + ".delivered", plain(measure.delivered()));
        }
        return shown(view, typed, Map.of());
    }

    /**
     * Evaluates by the form.
     *
     * @param tenant slug of the tenant
     * @param id key
     * @param form what was typed
     * @param headers of the request
     * @param request who asks
     * @return 303 to the plan, or the form again with what is wrong
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Requires("plan:evaluate")
    @Operation(summary = "The form of an evaluation; a program puts the document")
    public Response save(@PathParam("tenant") String tenant, @PathParam("plan") UUID id, Posted form,
            @Context HttpHeaders headers, @Context HttpServletRequest request) {
        String version = form.first("version");
        PlanAtHand hand = desk.take(id, PlanAct.EVALUATE, () -> ReadVersion.of(headers,
                version.matches("\\d{1,9}") ? Integer.valueOf(version) : null));
        Bound<PlanEvaluation> bound = forms.bind(PlanEvaluation.class, form, request);
        if (!bound.errors().isEmpty()) {
            return Response.status(422).entity(shown(view(id), form, bound.errors())).build();
        }
        hand.plan().evaluate(hand.today(), bound.value());
        desk.put();
        return Response.seeOther(UriBuilder.fromPath("t/{tenant}/plans/{plan}").build(tenant, id)).build();
    }

    /**
     * Evaluates.
     *
     * @param id key
     * @param evaluation each risk and each measure
     * @param headers of the request
     * @return 204 with the new version
     */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires("plan:evaluate")
    @Operation(summary = "Evaluate an active plan; If-Match says which version was read")
    public Response put(@PathParam("plan") UUID id, @Valid PlanEvaluation evaluation, @Context HttpHeaders headers) {
        PlanAtHand hand = desk.take(id, PlanAct.EVALUATE, () -> ReadVersion.of(headers, evaluation.version()));
        hand.plan().evaluate(hand.today(), evaluation);
        desk.put();
        return Response.noContent().tag(Integer.toString(hand.plan().version())).build();
    }

    private PlanView view(UUID id) {
        return deliveries.counted(plans.read(id, caller.personId(), caller.rolesWith("plan:evaluate"))
            .orElseThrow(NotFoundException::new));
    }

    private EvaluationView shown(PlanView view, Posted typed, Map<String, String> errors) {
        readLog.opened(view.about().learnerId());
        return new EvaluationView(view, typed, errors);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString().replace('.', ',');
    }
}
