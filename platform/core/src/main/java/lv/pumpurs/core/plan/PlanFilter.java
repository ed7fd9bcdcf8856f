package lv.pumpurs.core.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lv.pumpurs.spi.ReadLog.Narrowing;
import org.jspecify.annotations.Nullable;

/**
 * What a list of plans is narrowed to; null leaves a criterion out.
 *
 * @param state code of a state
 * @param semester code of a semester
 * @param school key of a school
 */
public record PlanFilter(@Nullable String state, @Nullable String semester, @Nullable UUID school) {

    /**
     * Whether anything is left out.
     *
     * @return false for the whole list
     */
    public boolean narrows() {
        return state != null || semester != null || school != null;
    }

    /** By what, never to what. */
    List<Narrowing> narrowings() {
        List<Narrowing> by = new ArrayList<>();
        if (state != null) {
            by.add(Narrowing.STATE);
        }
        if (semester != null) {
            by.add(Narrowing.PERIOD);
        }
        if (school != null) {
            by.add(Narrowing.SCHOOL);
        }
        return by;
    }
}
