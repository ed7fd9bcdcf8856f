package lv.pumpurs.core.enrolment;

import java.util.List;
import java.util.UUID;
import lv.pumpurs.core.learner.ClassPlace;
import lv.pumpurs.core.schoolyear.SchoolYear;
import org.jspecify.annotations.Nullable;

/**
 * The preview of the yearly promotion of one school: class by class where everybody would go.
 *
 * @param schools for which the reader may promote
 * @param school the one that is shown; null if the reader has none
 * @param years school years that can end, the latest first
 * @param year the one that ends; null if none is published
 * @param next the one after it; null if it is not published
 * @param classes whoever is still in the year that ends
 * @param placed whoever was in it and has a place in a later year already: they are left alone
 */
public record PromotionView(List<SchoolChoice> schools, @Nullable SchoolChoice school, List<String> years,
        @Nullable SchoolYear year, @Nullable SchoolYear next, List<ClassLine> classes, List<Placed> placed) {

    /**
     * A school to choose.
     *
     * @param id key
     * @param name name
     */
    public record SchoolChoice(UUID id, String name) {}

    /**
     * A class of the year that ends.
     *
     * @param place name and grade
     * @param learners in the order of their names
     */
    public record ClassLine(ClassPlace place, List<LearnerLine> learners) {}

    /**
     * Somebody in it.
     *
     * @param enrolment key of the year in the class
     * @param learner key of the learner
     * @param name given and family name
     * @param proposal where to
     */
    public record LearnerLine(UUID enrolment, UUID learner, String name, Proposal proposal) {}

    /**
     * Somebody who has a place already.
     *
     * @param learner key
     * @param name given and family name
     * @param className the class there; null if it is at another school
     */
    public record Placed(UUID learner, String name, @Nullable String className) {}

    /**
     * How many would go some way.
     *
     * @param move the way
     * @return how many
     */
    public long count(Move move) {
        return classes.stream()
            .flatMap(one -> one.learners().stream())
            .filter(one -> one.proposal().move() == move)
            .count();
    }

    /**
     * How many are still in the year that ends.
     *
     * @return all of them
     */
    public int learners() {
        return classes.stream().mapToInt(one -> one.learners().size()).sum();
    }
}
