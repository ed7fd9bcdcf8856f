package lv.pumpurs.core.merge;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.pumpurs.core.learner.LearnerDouble;
import lv.pumpurs.core.web.Headed;
import lv.pumpurs.spi.Page;
import org.jspecify.annotations.Nullable;

/**
 * Two records of one child side by side, and what moves from one to the other.
 *
 * @param stays the record that stays
 * @param goes the record that becomes it; null if none is chosen yet
 * @param doubles records that look like the same child
 * @param moves what would move
 * @param clashes codes of the problems that stand in the way, with their values
 */
public record MergeView(Side stays, @Nullable Side goes, List<LearnerDouble> doubles, List<Move> moves,
        List<Clash> clashes) implements Headed {

    /**
     * One record.
     *
     * @param id key
     * @param name given and family name
     * @param birthDate day of birth, null if unknown
     * @param personalCode masked; null if none is known
     * @param schoolName where the learner is, or was last
     * @param className the class there
     */
    public record Side(UUID id, String name, @Nullable LocalDate birthDate, @Nullable String personalCode,
            String schoolName, String className) {}

    /**
     * How much of something moves.
     *
     * @param table what, as the log calls it
     * @param rows how many
     */
    public record Move(String table, long rows) {}

    /**
     * What stands in the way.
     *
     * @param problem code of the problem
     * @param semester of two open plans, else null
     * @param programme its code, else null
     */
    public record Clash(String problem, @Nullable String semester, @Nullable String programme) {}

    @Override
    public String title(Page page) {
        return page.t("merge.title");
    }

    @Override
    public List<Crumb> above(Page page) {
        return List.of(new Crumb(page.t("learner.title"), page.link("learners")),
                new Crumb(stays.name(), page.link("learners/" + stays.id())));
    }
}
