package lv.pumpurs.core.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.pumpurs.spi.RestrictedText;
import lv.pumpurs.spi.RestrictedText.Sight;
import org.jspecify.annotations.Nullable;

/**
 * A proposal, and what became of it.
 *
 * @param id key
 * @param proposerName who made it
 * @param on when
 * @param risks codes of the risks that were noticed
 * @param note what shows them
 * @param stage OPEN, TAKEN or DECLINED
 * @param answeredBy who took it up or declined it
 * @param answeredOn when
 * @param reason why it was declined
 * @param plan key of the plan that was begun from it
 */
public record ProposalView(UUID id, String proposerName, LocalDate on, List<String> risks, RestrictedText note,
        String stage,
        @Nullable String answeredBy, @Nullable LocalDate answeredOn, @Nullable String reason, @Nullable UUID plan) {

    ProposalView shownTo(Sight sight) {
        return new ProposalView(id, proposerName, on, risks, note.shownTo(sight), stage, answeredBy, answeredOn, reason,
                plan);
    }
}
