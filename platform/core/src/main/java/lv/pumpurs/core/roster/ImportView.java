package lv.pumpurs.core.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.pumpurs.core.web.Headed;
import lv.pumpurs.core.web.Paging;
import lv.pumpurs.spi.Page;
import org.jspecify.annotations.Nullable;

/**
 * One import: how far it is, how its columns are understood, what is wrong with it and what it would change.
 *
 * @param roster the import
 * @param sample first rows of the file
 * @param tally how many there are of what a tab lists
 * @param serious how many problems forbid to apply it
 * @param shown the tab that is open
 * @param rows rows of that tab
 * @param guardians rows of the tab of guardians
 * @param paging where in them this page stands
 */
public record ImportView(RosterImport roster, List<List<String>> sample, Map<Tab, Long> tally, long serious, Tab shown,
        List<Row> rows, List<GuardianRow> guardians, Paging paging) implements Headed {

    /** What can be looked at. */
    public enum Tab {
        /** Rows with something wrong or odd. */
        PROBLEMS,
        /** Learners who are not there yet. */
        NEW,
        /** Learners who become different. */
        CHANGED,
        /** Guardians whom the rows name. */
        GUARDIANS,
        /** Learners of the school who are not in the file. */
        GONE;

        /**
         * The tab as the address names it.
         *
         * @return in lower case
         */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * A row of a tab.
     *
     * @param number of the row in the file; null for a learner who is not in it
     * @param learner key of a learner who is there; null for a new one
     * @param who name
     * @param where class
     * @param born day of birth; null if unknown
     * @param findings what is wrong or odd
     * @param changes what becomes different
     */
    public record Row(@Nullable Integer number, @Nullable UUID learner, String who, String where,
            @Nullable LocalDate born, List<Shown> findings, List<Change> changes) {}

    /**
     * A guardian whom a row names.
     *
     * @param number of the row in the file
     * @param learner name of the learner
     * @param where class of the learner
     * @param who the guardian
     * @param act code of what is done: new, changed, the same or left
     * @param begins whether the person begins to stand for the learner
     * @param hints codes of what the reader should know
     * @param changes what becomes different
     */
    public record GuardianRow(int number, String learner, String where, Contact who, String act, boolean begins,
            List<String> hints, List<Change> changes) {}

    /**
     * How a guardian is called and reached.
     *
     * @param name given and family name
     * @param email address, null for none
     * @param phone telephone, null for none
     */
    public record Contact(String name, @Nullable String email, @Nullable String phone) {}

    /**
     * What is wrong with a row.
     *
     * @param column name of the column; empty for the row as a whole
     * @param text what stands there
     * @param kind code
     * @param serious whether it stops the import
     * @param otherRow another row that it is about
     */
    public record Shown(String column, String text, String kind, boolean serious, @Nullable Integer otherRow) {}

    /**
     * What becomes different.
     *
     * @param field what
     * @param before empty if nothing was known
     * @param after what the file says
     */
    public record Change(RosterField field, String before, String after) {}

    /**
     * How many a tab lists.
     *
     * @param tab the tab
     * @return 0 before the check
     */
    public long count(Tab tab) {
        return tally.getOrDefault(tab, 0L);
    }

    /**
     * The field of the form by which a column is chosen.
     *
     * @param field what the column holds
     * @return a component of {@link MapColumns}
     */
    public String component(RosterField field) {
        return field.component();
    }

    /**
     * Whether the columns of guardians are worth a look.
     *
     * @return true if one of them is in the file
     */
    public boolean namesGuardians() {
        Mapping mapping = roster.mapping();
        return mapping != null && mapping.places().keySet().stream().anyMatch(RosterField::isOfGuardian);
    }

    @Override
    public String title(Page page) {
        return page.t("roster.one.title", roster.school().name());
    }

    @Override
    public List<Crumb> above(Page page) {
        return List.of(new Crumb(page.t("roster.title"), page.link("roster")));
    }
}
