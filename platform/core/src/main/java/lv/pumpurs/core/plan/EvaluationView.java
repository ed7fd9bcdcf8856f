package lv.pumpurs.core.plan;

import java.util.List;
import java.util.Map;
import lv.pumpurs.core.web.Corrected;
import lv.pumpurs.core.web.Headed;
import lv.pumpurs.core.web.Posted;
import lv.pumpurs.spi.Page;
import org.jspecify.annotations.Nullable;

/**
 * The form of an evaluation.
 *
 * @param plan what was planned, and what was delivered so far
 * @param typed what stands in its fields
 * @param errors what is wrong, by field
 */
public record EvaluationView(PlanView plan, Posted typed, Map<String, String> errors) implements Headed, Corrected {

    /** What can become of risks, the best first. */
    public static final List<PlanResult> RESULTS = List.of(PlanResult.values());

    /**
     * What is wrong with a field.
     *
     * @param field its name
     * @return a sentence, or null if nothing is
     */
    public @Nullable String error(String field) {
        return errors.get(field);
    }

    @Override
    public String title(Page page) {
        return page.t("plan.evaluate.title", plan.about().learnerName());
    }

    @Override
    public List<Crumb> above(Page page) {
        return List.of(new Crumb(page.t("plan.title"), page.link("plans")),
                new Crumb(plan.code(), page.link("plans/" + plan.id())));
    }
}
