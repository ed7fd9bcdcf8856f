package lv.pumpurs.consultations;

import java.util.List;
import java.util.UUID;

/**
 * The page of monthly sheets.
 *
 * @param sheets the latest month first, at most {@value ConsultationSheets#SHOWN}
 * @param total how many there are
 * @param page which page this is, from 1
 * @param filter to what the list is narrowed
 * @param choices by which schools and providers it can be narrowed
 * @param results what came of the sheets that were just decided on; empty if none were
 */
public record SheetList(List<SheetHead> sheets, long total, int page, SheetFilter filter, Choices choices,
        List<Result> results) {

    /**
     * Whether there is a next page.
     *
     * @return true if so
     */
    public boolean hasNext() {
        return (long) page * ConsultationSheets.SHOWN < total;
    }

    /**
     * How many of those ticked went on.
     *
     * @return a count
     */
    public long done() {
        return results.stream().filter(Result::done).count();
    }

    /**
     * What there is to choose.
     *
     * @param schools of the reader; none for whoever belongs to no school
     * @param providers who handed something in
     */
    public record Choices(List<Choice> schools, List<Choice> providers) {

        static final Choices NONE = new Choices(List.of(), List.of());
    }

    /**
     * A school or a provider.
     *
     * @param id key
     * @param name the name to show
     */
    public record Choice(UUID id, String name) {}

    /**
     * What came of one sheet.
     *
     * @param sheet its key
     * @param planCode ID code of its plan; empty if no such sheet is in reach
     * @param problem code of the problem for which it stays where it is; empty if it went on
     */
    public record Result(UUID sheet, String planCode, String problem) {

        /**
         * Whether it went on.
         *
         * @return false if something stood in the way
         */
        public boolean done() {
            return problem.isEmpty();
        }
    }
}
