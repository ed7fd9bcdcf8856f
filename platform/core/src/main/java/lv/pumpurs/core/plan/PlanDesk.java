package lv.pumpurs.core.plan;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import lv.pumpurs.core.identity.InScope;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.plan.PlanFile.History;
import lv.pumpurs.core.plan.PlanFile.Words;
import lv.pumpurs.core.plan.QueueView.Open;
import lv.pumpurs.core.programme.Programmes;
import lv.pumpurs.core.scan.Scan;
import lv.pumpurs.core.scan.Scans;
import lv.pumpurs.core.schoolyear.SchoolYears;
import lv.pumpurs.core.schoolyear.Semester;
import lv.pumpurs.core.school.Schools;
import lv.pumpurs.core.web.ReadVersion;
import lv.pumpurs.spi.BusinessTime;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Role;

/** Where a plan lies while somebody reads it or does something with it: who that is, and what is possible. */
@Dependent
public class PlanDesk {

    private final SupportPlans plans;
    private final Scans scans;
    private final LearnerPlaces places;
    private final Programmes programmes;
    private final PlanMaterial material;
    private final SchoolYears years;
    private final Schools schools;
    private final Caller caller;
    private final InstantSource clock;

    /**
     * On the bound tenant.
     *
     * @param shelf what lies there
     * @param programmes who approves
     * @param years days of semesters
     * @param schools names, for codes
     * @param caller who sits there
     * @param clock business time
     */
    @Inject
    public PlanDesk(Shelf shelf, Programmes programmes, SchoolYears years, Schools schools, Caller caller,
            InstantSource clock) {
        this.plans = shelf.plans();
        this.scans = shelf.scans();
        this.places = shelf.places();
        this.programmes = programmes;
        this.material = shelf.material();
        this.years = years;
        this.schools = schools;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * What lies on a desk.
     *
     * @param plans the plans
     * @param scans their applications
     * @param places where learners are
     * @param material what a plan is put together from
     */
    @Dependent
    public record Shelf(SupportPlans plans, Scans scans, LearnerPlaces places, PlanMaterial material) {

        /** One per request. */
        @Inject
        public Shelf {}
    }

    /** A plan to be read; out of reach and not there look the same. */
    PlanFile read(UUID id) {
        PlanView view = plans.read(id, caller.personId(), caller.rolesWith(Permissions.PLAN_READ))
            .orElseThrow(NotFoundException::new);
        SupportPlan plan = plans.known(id);
        List<PlanAct> acts = PlanAct.possible(plan, actor(plan));
        boolean whole = view.about().whole();
        // what those who decide write to each other is not the family's to read
        boolean family = InScope.isFamily(caller.rolesWith(Permissions.PLAN_READ));
        PlanFile file = new PlanFile(view,
                whole ? words(plan) : null,
                whole ? plans.decisions(id).stream().map(one -> one.shownTo(() -> !family)).toList() : List.of(),
                plans.neighbours(id), acts,
                acts.contains(PlanAct.SUBMIT)
                        ? SubmissionRule.missing(plan).stream().map(PlanProblem::code).toList()
                        : List.of(),
                history(plan, view.about()));
        return family ? file.toFamily() : file;
    }

    /**
     * What changed in a plan since it was approved first, and what might, as far as the caller sees it.
     *
     * @param id the plan
     * @return the latest change and the one under way
     * @throws NotFoundException if there is no such plan, or it is out of reach
     */
    public PlanChanges changes(UUID id) {
        Set<Role> roles = caller.rolesWith(Permissions.PLAN_READ);
        PlanView view = plans.read(id, caller.personId(), roles).orElseThrow(NotFoundException::new);
        SupportPlan plan = plans.known(id);
        boolean colleague = view.about().whole() && !InScope.isFamily(roles);
        return new PlanChanges(
                plan.edition() > 1
                        ? material.edition(plan, view, caller.personId(), plan.edition()).orElse(null)
                        : null,
                colleague ? material.amendment(plan, view.about().sight()) : null);
    }

    /** A plan of the queue, to be decided on. */
    Open open(PlanView waiting) {
        SupportPlan plan = plans.known(waiting.id());
        return new Open(waiting.id(), words(plan), material.amendment(plan, waiting.about().sight()));
    }

    private Words words(SupportPlan plan) {
        return new Words(plan.appliedOn(), plan.appliedBy(), scans(plan.id()), plan.strengths(), plan.learnerVoice());
    }

    /** The scan of a plan's application, file by file. */
    List<Scan> scans(UUID id) {
        return scans.of(id, caller.personId(), caller.rolesWith(Permissions.APPLICATION_READ));
    }

    private History history(SupportPlan plan, PlanView.About about) {
        List<RestView> rests = plan.suspensions()
            .reversed()
            .stream()
            .map(one -> new RestView(one.since(), one.endedOn(), one.reason()))
            .toList();
        return about.whole()
                ? new History(material.amendment(plan, about.sight()), material.editions(plan), rests)
                : new History(null, List.of(), rests);
    }

    /**
     * Takes a plan to do something with it. Whoever uses a form is told first that it is not possible any more, a
     * program first that it has read something else.
     *
     * @param id the plan
     * @param act what is to be done
     * @param read which version of it the caller knows
     * @return the plan, nobody else's until the transaction ends
     */
    PlanAtHand take(UUID id, PlanAct act, Supplier<ReadVersion> read) {
        PlanAtHand hand = take(id, act);
        ReadVersion known = read.get();
        if (!known.byForm()) {
            known.require(hand.plan().version());
        }
        act.require(hand.plan(), hand.actor());
        known.require(hand.plan().version());
        return hand;
    }

    /** The same without a look at its version or at what is possible. */
    PlanAtHand take(UUID id, PlanAct act) {
        SupportPlan plan = plans.atHand(id, caller.personId(), caller.rolesWith(act.permission()))
            .orElseThrow(NotFoundException::new);
        return new PlanAtHand(plan, actor(plan));
    }

    /** Writes down what was done. */
    void put() {
        plans.write();
    }

    /** A new plan's place among the others: its key and code are made here, and there is no other open one. */
    SupportPlan start(PlanSubject subject) {
        PlanProblem.ALREADY_OPEN.when(plans.openPlan(subject).isPresent());
        SupportPlan plan = new SupportPlan(Ids.next(), code(subject.schoolId(), subject.semester()), subject,
                caller.personId());
        plans.add(plan);
        return plan;
    }

    /** The plan of the next semester, copied forward. */
    SupportPlan next(SupportPlan plan) {
        PlanSubject about = plan.subject();
        Semester after = about.semester().next();
        PlanProblem.ALREADY_OPEN.when(plans
            .openPlan(new PlanSubject(about.learnerId(), about.schoolId(), after, about.programme()))
            .isPresent());
        PlanDays days = days(about.learnerId(), after);
        SupportPlan next = plan.next(Ids.next(), code(about.schoolId(), after), caller.personId(), days);
        plans.add(next);
        return next;
    }

    /** First and last day of teaching for the learner of a plan, in its semester. */
    PlanDays days(SupportPlan plan) {
        return days(plan.subject().learnerId(), plan.semester());
    }

    private PlanDays days(UUID learnerId, Semester semester) {
        var days = years.semester(semester).orElseThrow(() -> new Refused(PlanProblem.NO_SUCH_TERM));
        return new PlanDays(days.startsOn(), days.endsOn(places.grade(learnerId, semester)));
    }

    private PlanCode code(UUID schoolId, Semester semester) {
        String school = schools.find(schoolId).orElseThrow(NotFoundException::new).name();
        return plans.nextCodes(PlanCode.prefix(school), semester, 1).getFirst();
    }

    LocalDate today() {
        return BusinessTime.today(clock);
    }

    /** Who sits there, with the roles that hold at the school of a plan. */
    PlanActor actor(SupportPlan plan) {
        PlanSubject about = plan.subject();
        return new PlanActor(caller.personId(),
                plans.rolesAt(about.schoolId(), about.learnerId(), caller.personId()),
                programmes.approvalChain(about.programme()), today());
    }
}
