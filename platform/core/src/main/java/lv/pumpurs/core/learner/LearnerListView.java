package lv.pumpurs.core.learner;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lv.pumpurs.core.web.Paging;
import lv.pumpurs.spi.ReadLog.Narrowing;
import org.jspecify.annotations.Nullable;

/**
 * The list of learners in the reader's reach.
 *
 * @param learners rows of this page
 * @param paging where in the list this page stands
 * @param search words that were searched for; null if the list was not searched
 * @param filter what the list is narrowed to
 * @param choices what it can be narrowed to
 */
public record LearnerListView(List<LearnerRow> learners, Paging paging, @Nullable String search, Filter filter,
        Choices choices) {

    /**
     * What the list is narrowed to; null leaves a criterion out.
     *
     * @param school key of the school
     * @param className class or group
     * @param grade grade
     */
    public record Filter(@Nullable UUID school, @Nullable String className, @Nullable Integer grade) {

        /**
         * Whether anything is left out.
         *
         * @return false for the whole list
         */
        public boolean narrows() {
            return school != null || className != null || grade != null;
        }

        /** The same for the collection. */
        LearnerFilter ofLearners() {
            return new LearnerFilter(null, school, className, grade, null);
        }

        /** By what, never to what. */
        List<Narrowing> narrowings() {
            List<Narrowing> by = new ArrayList<>();
            if (school != null) {
                by.add(Narrowing.SCHOOL);
            }
            if (className != null) {
                by.add(Narrowing.SCHOOL_CLASS);
            }
            if (grade != null) {
                by.add(Narrowing.GRADE);
            }
            return by;
        }
    }

    /**
     * What the list can be narrowed to.
     *
     * @param schools by name
     * @param classes by grade and name
     */
    public record Choices(List<SchoolChoice> schools, List<String> classes) {

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
