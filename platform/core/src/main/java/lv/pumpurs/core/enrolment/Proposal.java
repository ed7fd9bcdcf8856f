package lv.pumpurs.core.enrolment;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lv.pumpurs.core.learner.ClassPlace;
import org.jspecify.annotations.Nullable;

/**
 * Where a learner would go if nobody says otherwise.
 *
 * @param move up, or out of the school after its last grade
 * @param className the class of the next year: {@code 6.a} after {@code 5.a}, {@code P1-2} after {@code P1-1}; a name
 *            without the number of the grade goes with its learners
 */
public record Proposal(Move move, String className) {

    private static final Pattern FIRST = Pattern.compile("(\\d{1,2})(\\D.*)?");
    private static final Pattern LAST = Pattern.compile("(.*\\D)(\\d{1,2})");

    /**
     * The proposal for a class.
     *
     * @param from the class of the year that ends
     * @param lastGrade the last grade of general education that the school teaches
     * @return what to do unless somebody changes it
     */
    public static Proposal of(ClassPlace from, int lastGrade) {
        boolean goesOn = Move.UP.isPossible(from) && (from.vocational() || from.grade() < lastGrade);
        return new Proposal(goesOn ? Move.UP : Move.FINISH, next(from));
    }

    /** The class in which a learner is after a move: who repeats stays in the old one unless another is named. */
    String className(Move chosen, @Nullable String typed, ClassPlace from) {
        String said = typed == null ? "" : typed.strip();
        if (said.isEmpty() || said.equals(className)) {
            return chosen == Move.REPEAT ? from.className() : className;
        }
        return said;
    }

    private static String next(ClassPlace from) {
        String name = from.className();
        Matcher first = FIRST.matcher(name);
        if (first.matches() && Integer.parseInt(first.group(1)) == from.grade()) {
            return from.grade() + 1 + (first.group(2) == null ? "" : first.group(2));
        }
        Matcher last = LAST.matcher(name);
        return from.vocational() && last.matches() && Integer.parseInt(last.group(2)) == from.grade()
                ? last.group(1) + (from.grade() + 1)
                : name;
    }
}
