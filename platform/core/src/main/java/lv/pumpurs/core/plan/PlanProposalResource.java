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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.web.Bound;
import lv.pumpurs.core.web.Forms;
import lv.pumpurs.core.web.Posted;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Proposing a plan for a learner of the own class, and the answer. */
@Path("t/{tenant}/plans/learners/{learner}/proposal")
@Dependent
@Transactional
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class PlanProposalResource {

    private final ProposalDesk desk;
    private final Forms forms;
    private final Caller caller;
    private final ReadLog readLog;

    /**
     * One per request.
     *
     * @param desk where proposals lie
     * @param forms reads the form
     * @param caller who notices, or answers
     * @param readLog where it is written down who was shown whom
     */
    @Inject
    public PlanProposalResource(ProposalDesk desk, Forms forms, Caller caller, ReadLog readLog) {
        this.desk = desk;
        this.forms = forms;
        this.caller = caller;
        this.readLog = readLog;
    }

    /**
     * The form, with what became of earlier proposals.
     *
     * @param learner for whom
     * @return the form
     */
    @GET
    @Requires("plan:propose")
    @Operation(summary = "The form to propose a plan, and what became of the caller's earlier proposals")
    public ProposeView form(@PathParam("learner") UUID learner) {
        return shown(place(learner, Permissions.PLAN_PROPOSE), new Posted(Map.of()), Map.of());
    }

    /**
     * Proposes by the form.
     *
     * @param tenant slug of the tenant
     * @param learner for whom
     * @param form what was typed
     * @param request who asks
     * @return 303 to the same page, or the form again with what is wrong
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Requires("plan:propose")
    @Operation(summary = "The form of a proposal; a program puts the document")
    public Response propose(@PathParam("tenant") String tenant, @PathParam("learner") UUID learner, Posted form,
            @Context HttpServletRequest request) {
        LearnerPlace place = place(learner, Permissions.PLAN_PROPOSE);
        Bound<ProposePlan> bound = forms.bind(ProposePlan.class, form, request);
        Map<String, String> errors = bound.errors();
        if (errors.isEmpty()) {
            try {
                desk.propose(place, bound.value());
                return Response.seeOther(UriBuilder.fromPath("t/{tenant}/plans/learners/{learner}/proposal")
                    .build(tenant, learner)).build();
            } catch (Refused refused) {
                errors = forms.errors(refused, request);
            }
        }
        return Response.status(422).entity(shown(place, form, errors)).build();
    }

    /**
     * Proposes.
     *
     * @param learner for whom
     * @param input what was noticed
     * @return 204
     */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires("plan:propose")
    @Operation(summary = "Propose a plan for a learner of the own class; one proposal at a time waits for an answer")
    public Response put(@PathParam("learner") UUID learner, @Valid ProposePlan input) {
        LearnerPlace place = place(learner, Permissions.PLAN_PROPOSE);
        desk.propose(place, input);
        return Response.noContent().build();
    }

    /**
     * Says why no plan is written from what was proposed.
     *
     * @param tenant slug of the tenant
     * @param learner for whom
     * @param input why
     * @return 303 to the learner
     */
    @POST
    @Path("answer")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Requires("plan:write")
    @Operation(summary = "Decline the proposal that waits, with the reason; starting a plan takes it up")
    public Response decline(@PathParam("tenant") String tenant, @PathParam("learner") UUID learner,
            @Valid DeclineProposal input) {
        place(learner, Permissions.PLAN_WRITE);
        desk.decline(learner, input.reason());
        return Response.seeOther(UriBuilder.fromPath("t/{tenant}/learners/{learner}").build(tenant, learner)).build();
    }

    private LearnerPlace place(UUID learner, String permission) {
        return desk.place(learner, caller.rolesWith(permission)).orElseThrow(NotFoundException::new);
    }

    private ProposeView shown(LearnerPlace place, Posted typed, Map<String, String> errors) {
        readLog.opened(place.learnerId());
        List<ProposalView> own = desk.own(place.learnerId());
        return new ProposeView(place, desk.risks(), typed, errors, own, desk.open(place.learnerId()).isPresent());
    }
}
