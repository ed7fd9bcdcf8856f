package lv.pumpurs.core.plan;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.plan.DraftChoices.Group;
import lv.pumpurs.core.plan.DraftChoices.Named;
import lv.pumpurs.spi.BusinessTime;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Role;

/** Where a proposal lies until somebody who writes plans takes it up. */
@Dependent
public class ProposalDesk {

    private final PlanProposals proposals;
    private final SupportPlans plans;
    private final LearnerPlaces places;
    private final PlanMaterial material;
    private final Caller caller;
    private final InstantSource clock;

    /**
     * On the bound tenant.
     *
     * @param proposals what lies there
     * @param plans where conflicts show
     * @param places where learners are
     * @param material the catalogues
     * @param caller who sits there
     * @param clock business time
     */
    @Inject
    public ProposalDesk(PlanProposals proposals, SupportPlans plans, LearnerPlaces places,
            PlanMaterial material, Caller caller, InstantSource clock) {
        this.proposals = proposals;
        this.plans = plans;
        this.places = places;
        this.material = material;
        this.caller = caller;
        this.clock = clock;
    }

    /** Where a learner is; empty if the caller does not reach the learner. */
    Optional<LearnerPlace> place(UUID learner, Set<Role> roles) {
        return places.find(learner, caller.personId(), roles);
    }

    List<Group> risks() {
        return material.risks();
    }

    void propose(LearnerPlace place, ProposePlan what) {
        List<String> known = risks().stream().flatMap(group -> group.risks().stream()).map(Named::code).toList();
        if (!known.containsAll(what.risks())) {
            throw new Refused(PlanProblem.DRAFT_WRONG, Map.of("risks", "validation.not-a-choice"));
        }
        proposals.propose(place, caller.personId(), today(), what);
    }

    /** What waits, with its note for whoever may begin a plan with it. */
    Optional<ProposalView> open(UUID learner) {
        return proposals.open(learner).map(one -> one.shownTo(() -> caller.may(Permissions.PLAN_WRITE)));
    }

    /** What the caller proposed, in the caller's own words. */
    List<ProposalView> own(UUID learner) {
        return proposals.by(caller.personId(), learner).stream().map(one -> one.shownTo(() -> true)).toList();
    }

    void decline(UUID learner, String reason) {
        proposals.decline(learner, caller.personId(), today(), reason);
    }

    /** Begins a plan with what was proposed for its learner, if anything was. */
    void begin(SupportPlan plan) {
        proposals.open(plan.subject().learnerId()).ifPresent(proposal -> {
            Set<String> special = material.special();
            // one note tells of all of them: beside a risk that few may see, it stands with that one only
            boolean open = proposal.risks().stream().noneMatch(special::contains);
            proposal.risks()
                .forEach(risk -> plan.seeRisk(risk, Severity.MEDIUM,
                        open || special.contains(risk) ? proposal.note() : null));
            plans.write();
            proposals.take(plan, today());
        });
    }

    private LocalDate today() {
        return BusinessTime.today(clock);
    }
}
