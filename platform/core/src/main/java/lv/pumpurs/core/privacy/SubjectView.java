package lv.pumpurs.core.privacy;

import java.util.List;
import java.util.UUID;
import lv.pumpurs.core.privacy.SubjectsView.Found;
import lv.pumpurs.core.web.Headed;
import lv.pumpurs.spi.Page;

/**
 * What a request can be answered with: how much is kept about a learner, what forgetting would do, and what stands in the
 * way.
 *
 * @param learner who, without a name
 * @param amounts how much of what there is
 * @param guardians how many stand for this learner and for nobody else, and go too
 */
public record SubjectView(Found learner, List<Amount> amounts, long guardians) implements Headed {

    /**
     * How much of something there is.
     *
     * @param table what, as the log calls it
     * @param rows how many
     */
    public record Amount(String table, long rows) {}

    /**
     * The learner's key.
     *
     * @return as it stands in addresses
     */
    public UUID id() {
        return learner.id();
    }

    /**
     * How many rows there are in all.
     *
     * @return their number
     */
    public long rows() {
        return amounts.stream().mapToLong(Amount::rows).sum();
    }

    /**
     * Whether the learner can be forgotten.
     *
     * @return true if no plan is open and nothing must be kept
     */
    public boolean free() {
        return !learner.open() && learner.heldFor() == null;
    }

    @Override
    public String title(Page page) {
        return page.t("subject.one.title");
    }

    @Override
    public List<Crumb> above(Page page) {
        return List.of(new Crumb(page.t("subject.title"), page.link("subjects")));
    }
}
