package lv.pumpurs.core.plan;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.plan.StartView.ProgrammeChoice;
import lv.pumpurs.core.web.Wants;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Starting a plan for a learner: from the learner's page, or by a program. */
@Path("t/{tenant}/plans/learners/{learner}/new")
@Dependent
@Transactional
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class PlanStartResource {

    private final SupportPlans plans;
    private final PlanDesk desk;
    private final PlanTerms terms;
    private final ProposalDesk proposals;
    private final Caller caller;
    private final ReadLog readLog;

    /**
     * One per request.
     *
     * @param plans of the bound tenant
     * @param desk where the new plan will lie
     * @param terms semesters and programmes
     * @param proposals what the plan may begin with
     * @param caller who asks
     * @param readLog where it is written down who was shown whom
     */
    @Inject
    public PlanStartResource(SupportPlans plans, PlanDesk desk, PlanTerms terms, ProposalDesk proposals,
            Caller caller, ReadLog readLog) {
        this.plans = plans;
        this.desk = desk;
        this.terms = terms;
        this.proposals = proposals;
        this.caller = caller;
        this.readLog = readLog;
    }

    /**
     * The form.
     *
     * @param learner for whom
     * @return what can be chosen
     */
    @GET
    @Requires("plan:write")
    @Operation(summary = "The semesters and programmes for which a plan of this learner can be started")
    public StartView form(@PathParam("learner") UUID learner) {
        return shown(place(learner), null);
    }

    /**
     * Starts a draft.
     *
     * @param tenant slug of the tenant
     * @param learner for whom
     * @param input semester and programme
     * @param headers of the request
     * @return 201 with the place of the draft, for a person 303 to its form; 409 if an open plan stands in the way
     */
    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Requires("plan:write")
    @Operation(summary = "Start a draft; a learner has one open plan a school, semester and programme")
    public Response start(@PathParam("tenant") String tenant, @PathParam("learner") UUID learner,
            @Valid StartPlan input, @Context HttpHeaders headers) {
        LearnerPlace place = place(learner);
        PlanProblem.OTHER_SCHOOL.when(plans.rolesAt(place.schoolId(), learner, caller.personId())
            .stream()
            .noneMatch(Permissions.all().holders(Permissions.PLAN_WRITE)::contains));
        PlanSubject subject = terms.subject(place, input, desk.today());
        Optional<SupportPlan> open = plans.openPlan(subject);
        boolean person = Wants.page(headers);
        if (open.isPresent()) {
            if (!person) {
                throw new Refused(PlanProblem.ALREADY_OPEN);
            }
            SupportPlan live = open.get();
            return Response.status(Response.Status.CONFLICT)
                .entity(shown(place, new PlanLink(live.id(), live.code().value(), live.semester().code(), false)))
                .build();
        }
        SupportPlan plan = desk.start(subject);
        proposals.begin(plan);
        desk.put();
        UriBuilder at = UriBuilder.fromPath("t/{tenant}/plans/{plan}");
        return person
                ? Response.seeOther(at.path("draft").build(tenant, plan.id())).build()
                : Response.created(at.build(tenant, plan.id())).build();
    }

    private LearnerPlace place(UUID learner) {
        return proposals.place(learner, caller.rolesWith(Permissions.PLAN_WRITE))
            .orElseThrow(NotFoundException::new);
    }

    private StartView shown(LearnerPlace place, @Nullable PlanLink live) {
        readLog.opened(place.learnerId());
        List<String> semesters = terms.semesters(desk.today());
        ProposalView proposal = proposals.open(place.learnerId()).orElse(null);
        return new StartView(place, semesters, terms.programmes(semesters)
            .stream()
            .map(one -> new ProgrammeChoice(one.code(), one.nameLv(), one.nameEn()))
            .toList(), live, proposal, proposal == null ? List.of() : proposals.risks());
    }
}
