package lv.pumpurs.core.plan;

import java.time.LocalDate;
import java.util.List;
import lv.pumpurs.core.scan.Scan;
import lv.pumpurs.core.web.Headed;
import lv.pumpurs.spi.Versioned;
import lv.pumpurs.spi.Page;
import org.jspecify.annotations.Nullable;

/**
 * One plan with everything that the reader may see of it.
 *
 * @param plan state, risks and measures
 * @param words application, strengths and the learner's own voice; null for a reader of single measures
 * @param decisions the latest first; none for a reader of single measures
 * @param neighbours the plan before, the plans after
 * @param acts what the reader may do with it now
 * @param missing codes of what it lacks to be submitted; empty too if the reader cannot submit it
 * @param past what was in force before, what might come, and when it rested
 */
public record PlanFile(PlanView plan, @Nullable Words words, List<DecisionView> decisions, List<PlanLink> neighbours,
        List<PlanAct> acts, List<String> missing, History past) implements Headed, Versioned {

    /**
     * How an approved plan changes.
     *
     * @param amendment the change that is under way; null if none is, or for a reader of single measures
     * @param editions what was approved so far, the latest first; none while that is the plan itself only
     * @param rests the times in which it rested, the latest first
     */
    public record History(@Nullable AmendmentView amendment, List<EditionLink> editions, List<RestView> rests) {}

    /**
     * What people said.
     *
     * @param appliedOn day of the signed application
     * @param appliedBy who signed it
     * @param scans its scan, file by file
     * @param strengths what the learner is good at
     * @param voice how the learner sees it
     */
    public record Words(@Nullable LocalDate appliedOn, @Nullable Applicant appliedBy, List<Scan> scans,
            @Nullable String strengths, @Nullable String voice) {}

    /** The same with what was delivered so far. */
    PlanFile counted(Deliveries deliveries) {
        return new PlanFile(deliveries.counted(plan), words, decisions, neighbours, acts, missing, past);
    }

    /** As the family reads it: no change before it holds. */
    PlanFile toFamily() {
        return new PlanFile(plan, words, decisions,
                neighbours.stream().filter(other -> !other.after()).toList(), acts,
                missing, new History(null, past.editions(), past.rests()));
    }

    /**
     * Whether the reader can do something with the plan now.
     *
     * @param act name of the act
     * @return true if so
     */
    public boolean can(String act) {
        return acts.contains(PlanAct.valueOf(act));
    }

    @Override
    public int version() {
        return plan.about().version();
    }

    @Override
    public String title(Page page) {
        return plan.about().learnerName() + " · " + plan.code();
    }

    @Override
    public List<Crumb> above(Page page) {
        return List.of(new Crumb(page.t("plan.title"), page.link("plans")));
    }
}
