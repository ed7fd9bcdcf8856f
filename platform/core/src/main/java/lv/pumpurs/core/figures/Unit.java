package lv.pumpurs.core.figures;

import java.math.BigDecimal;
import java.util.List;
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
    /** Share of a hundred. */
    PERCENT;

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
            case MEASURE_KIND -> ranks(List.of(computed.split(",")), List.of(published.split(",")));
        };
    }

    /** A computed value as it is shown beside the published one. */
    @Nullable
    String shown(@Nullable String computed) {
        return computed != null && this == PERCENT ? plain(new BigDecimal(computed)).toPlainString() : computed;
    }

    /** How many ranks the published kinds, taken together, lie below the place the source gives them. */
    private static @Nullable BigDecimal ranks(List<String> computed, List<String> published) {
        int ranks = 0;
        for (int place = 0; place < published.size(); place++) {
            int found = computed.indexOf(published.get(place).strip());
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
