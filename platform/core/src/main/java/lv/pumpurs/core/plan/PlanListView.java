package lv.pumpurs.core.plan;

import java.util.List;
import java.util.UUID;
import lv.pumpurs.core.web.Paging;

/**
 * The list of plans in the reader's reach.
 *
 * @param plans rows of this page
 * @param paging where in the list this page stands
 * @param filter what the list is narrowed to
 * @param choices what it can be narrowed to
 */
public record PlanListView(List<PlanRow> plans, Paging paging, PlanFilter filter, Choices choices) {

    /** The states in the order of a plan's life. */
    static final List<String> STATES = List.of("DRAFT", "RETURNED", "IN_APPROVAL", "EVALUATION_DUE", "ACTIVE",
            "AMENDMENT_PENDING", "SUSPENDED", "EVALUATED", "CLOSED", "TERMINATED", "REJECTED");

    /**
     * What the list can be narrowed to.
     *
     * @param states codes
     * @param semesters codes, the latest first
     * @param schools by name
     */
    public record Choices(List<String> states, List<String> semesters, List<SchoolChoice> schools) {

        /**
         * The name of a school.
         *
         * @param id its key
         * @return its name; empty if it is not among the choices
         */
        public String schoolName(UUID id) {
            return schools.stream()
                .filter(school -> school.id().equals(id))
                .map(SchoolChoice::name)
                .findFirst()
                .orElse("");
        }
    }

    /**
     * A school.
     *
     * @param id key
     * @param name name
     */
    public record SchoolChoice(UUID id, String name) {}
}
