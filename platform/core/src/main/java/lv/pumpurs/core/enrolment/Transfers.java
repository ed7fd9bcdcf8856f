package lv.pumpurs.core.enrolment;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.learner.Admission;
import lv.pumpurs.core.learner.ClassPlace;
import lv.pumpurs.core.learner.Enrolment;
import lv.pumpurs.core.learner.Learner;
import lv.pumpurs.core.learner.Learners;
import lv.pumpurs.core.learner.Outcome;
import lv.pumpurs.core.plan.Decision;
import lv.pumpurs.core.plan.PlanProposals;
import lv.pumpurs.core.plan.SupportPlan;
import lv.pumpurs.core.plan.SupportPlans;
import lv.pumpurs.core.school.School;
import lv.pumpurs.core.school.Schools;
import lv.pumpurs.core.schoolyear.SchoolYear;
import lv.pumpurs.core.schoolyear.SchoolYears;
import lv.pumpurs.core.web.Languages;
import lv.pumpurs.core.web.Texts;
import lv.pumpurs.core.web.WebProblem;
import lv.pumpurs.spi.BusinessTime;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Role;

/**
 * A learner goes to another school of the tenant. The history stays with the learner; the plans of the former school
 * end in the same act, so that no support is planned where nobody is taught.
 */
@Dependent
public class Transfers {

    private final Learners learners;
    private final SupportPlans plans;
    private final PlanProposals proposals;
    private final Places places;
    private final Caller caller;
    private final InstantSource clock;

    /**
     * On the bound tenant.
     *
     * @param learners who
     * @param plans about them
     * @param proposals of plans
     * @param places where to
     * @param caller who acts
     * @param clock business time
     */
    @Inject
    public Transfers(Learners learners, SupportPlans plans, PlanProposals proposals, Places places, Caller caller,
            InstantSource clock) {
        this.learners = learners;
        this.plans = plans;
        this.proposals = proposals;
        this.places = places;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Where a learner can go.
     *
     * @param schools of the tenant
     * @param years published school years
     */
    @Dependent
    public record Places(Schools schools, SchoolYears years) {

        /** On the bound tenant. */
        @Inject
        public Places {}
    }

    /** A learner whom the caller may move; out of reach and not there look the same. */
    Learner learner(UUID id) {
        return learners.find(id, caller.personId(), caller.rolesWith(Permissions.ENROLMENT_WRITE))
            .orElseThrow(() -> new Refused(WebProblem.NOT_FOUND));
    }

    /** Where the learner can go: every school but the own. */
    List<School> choices(Learner learner) {
        return places.schools().all().stream().filter(one -> !one.id().equals(learner.latest().schoolId())).toList();
    }

    /** How many plans end with a transfer. */
    int plansToEnd(Learner learner) {
        return plans.openAt(learner.id(), learner.latest().schoolId()).size();
    }

    LocalDate today() {
        return BusinessTime.today(clock);
    }

    /** The whole act, in the transaction of the caller. */
    void transfer(UUID learnerId, TransferLearner input, Texts texts) {
        Learner learner = learner(learnerId);
        Enrolment before = learner.latest();
        TransferProblem.SCHOOL.unless(choices(learner).stream().anyMatch(one -> one.id().equals(input.school())));
        LocalDate day = input.day();
        LocalDate ended = before.validTo();
        TransferProblem.DAY.unless(!day.isAfter(today()) && day.isAfter(before.validFrom())
                && (ended == null || day.isAfter(ended)));
        learner.enrol(new Admission(input.school(), year(day).code(), place(input), day), Outcome.TRANSFERRED);
        Decision decision = new Decision(role(), caller.personId(), today(),
                texts.text(Languages.LATVIAN, "transfer.plan-reason"));
        for (SupportPlan plan : plans.openAt(learnerId, before.schoolId())) {
            plan.leave(day.minusDays(1), decision);
        }
        proposals.leave(learnerId, decision);
    }

    private static ClassPlace place(TransferLearner input) {
        TransferProblem.GRADE.unless(!input.vocational() || input.grade() <= 4);
        return new ClassPlace(input.className().strip(), input.grade(), input.vocational());
    }

    /** The school year under way on a day, or, between two, the one that comes next. */
    private SchoolYear year(LocalDate day) {
        return places.years()
            .years()
            .stream()
            .filter(one -> !one.endsOn().isBefore(day))
            .reduce((later, earlier) -> earlier)
            .orElseThrow(TransferProblem.NO_YEAR::refused);
    }

    private Role role() {
        return caller.rolesWith(Permissions.ENROLMENT_WRITE)
            .stream()
            .min(Role::compareTo)
            .orElseThrow(() -> new Refused(WebProblem.NOT_FOUND));
    }
}
