package lv.pumpurs.core.enrolment;

import java.util.Optional;
import lv.pumpurs.core.learner.ClassPlace;
import lv.pumpurs.core.learner.Outcome;

/** Where a learner goes when the school year ends. */
public enum Move {
    /** To the next grade, or the next year of vocational education. */
    UP,
    /** Stays in the grade for another year. */
    REPEAT,
    /** Has been through all grades of the school. */
    FINISH,
    /** Leaves education early. */
    LEAVE;

    private static final int LAST_GRADE = 12;
    private static final int LAST_VOCATIONAL_YEAR = 4;
    /** With it basic education ends, whether the learner stays at the school or not. */
    private static final int BASIC = 9;

    /**
     * Whether there is such a way from a class.
     *
     * @param from the class
     * @return false for a step up from the last grade that there is
     */
    public boolean isPossible(ClassPlace from) {
        return this != UP || from.grade() < (from.vocational() ? LAST_VOCATIONAL_YEAR : LAST_GRADE);
    }

    /** The grade of the next year; empty if the learner is in no class of this school then. */
    Optional<Integer> grade(ClassPlace from) {
        return switch (this) {
            case UP -> Optional.of(from.grade() + 1);
            case REPEAT -> Optional.of(from.grade());
            case FINISH, LEAVE -> Optional.empty();
        };
    }

    /** How the year that ends is judged: whoever goes through grade 9 or 12 has got a certificate. */
    Outcome outcome(ClassPlace from) {
        boolean certificate = from.vocational()
                ? this == FINISH
                : from.grade() == BASIC || from.grade() == LAST_GRADE;
        return switch (this) {
            case UP, FINISH -> certificate ? Outcome.GRADUATED : Outcome.PROMOTED;
            case REPEAT -> Outcome.REPEATED;
            case LEAVE -> Outcome.LEFT;
        };
    }
}
