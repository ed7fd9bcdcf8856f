package lv.pumpurs.core.plan;

import java.time.LocalDate;
import java.util.List;
import lv.pumpurs.spi.Page;
import org.jspecify.annotations.Nullable;

/**
 * A change of an approved plan that is under way, beside what is in force.
 *
 * @param edition which edition it would make
 * @param stage where it is on its way
 * @param authorName who writes it
 * @param since the day on which it was begun
 * @param reason why it was returned
 * @param before what is in force
 * @param after what is proposed
 * @param names what the codes and keys of both are called
 * @param restricted whether there is more to both than this reader may see
 */
public record AmendmentView(int edition, String stage, String authorName, LocalDate since, @Nullable String reason,
        PlanDraft before, PlanDraft after, DraftChoices names, boolean restricted) {

    /**
     * What it would change.
     *
     * @param page the reader's texts
     * @return field by field
     */
    public List<Difference> differences(Page page) {
        return Differences.between(page, names, before, after);
    }
}
