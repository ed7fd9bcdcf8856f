package lv.pumpurs.core.figures;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import lv.pumpurs.core.schoolyear.Semester;
import org.jspecify.annotations.Nullable;

/** What a figure counts, and so what its difference from a published one means. */
public enum Unit {
    /** Support plans. */
    PLANS,
    /** Distinct learners. */
    LEARNERS,
    /** Distinct people who give support. */
    EDUCATORS,
    /** Schools. */
    SCHOOLS,
    /** Not a number: a semester; a difference is in semesters. */
    SEMESTER,
    /** Not a number: kinds of measures, the most used first; a difference is in ranks. */
    MEASURE_KIND,
    /** Not a number: kinds of measures in no order; a difference counts those that are missing. */
    MEASURE_PRESENT,
    /** Not a number: lowest and highest grade; a difference adds up both ends. */
    GRADES,
    /** Share of a hundred. */
    PERCENT;

    /** Whether a value is a number; the others are codes and ranges. */
    boolean isNumber() {
        return switch (this) {
            case PLANS, LEARNERS, EDUCATORS, SCHOOLS, PERCENT -> true;
            case SEMESTER, MEASURE_KIND, MEASURE_PRESENT, GRADES -> false;
        };
    }

    /** Computed less published; null if there is nothing to compare. */
    @Nullable
    BigDecimal difference(@Nullable String computed, String published) {
        if (computed == null) {
            return null;
        }
        return switch (this) {
            case PLANS, LEARNERS, EDUCATORS, SCHOOLS, PERCENT ->
                plain(new BigDecimal(computed).subtract(new BigDecimal(published)));
            case SEMESTER -> BigDecimal.valueOf(Semester.of(published).until(Semester.of(computed)));
            case MEASURE_KIND -> ranks(list(computed), list(published));
            case MEASURE_PRESENT ->
                BigDecimal.valueOf(-list(published).stream().filter(kind -> !list(computed).contains(kind)).count());
            case GRADES -> ends(computed.split("-"), published.split("-"));
        };
    }

    /** A computed value as it is shown beside the published one: of a list, as much as the source tells. */
    @Nullable
    String shown(@Nullable String computed, String published) {
        if (computed == null) {
            return null;
        }
        return switch (this) {
            case PERCENT -> plain(new BigDecimal(computed)).toPlainString();
            case MEASURE_KIND ->
                list(computed).stream().limit(list(published).size()).collect(Collectors.joining(","));
            case MEASURE_PRESENT ->
                list(published).stream().filter(kind -> list(computed).contains(kind)).collect(Collectors.joining(","));
            default -> computed;
        };
    }

    private static List<String> list(String kinds) {
        return Arrays.stream(kinds.split(",")).map(String::strip).toList();
    }

    private static BigDecimal ends(String[] computed, String[] published) {
        int sum = 0;
        for (int i = 0; i < 2; i++) {
            sum += Math.abs(Integer.parseInt(computed[i]) - Integer.parseInt(published[i]));
        }
        return BigDecimal.valueOf(sum);
    }

    /** How many ranks the published kinds, taken together, lie below the place the source gives them. */
    private static @Nullable BigDecimal ranks(List<String> computed, List<String> published) {
        int ranks = 0;
        for (int place = 0; place < published.size(); place++) {
            int found = computed.indexOf(published.get(place));
            if (found < 0) {
                return null;
            }
            ranks += Math.abs(found - place);
        }
        return BigDecimal.valueOf(ranks);
    }

    private static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
