package lv.pumpurs.core.operator;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All tenants of the nation.
 *
 * @param tenants by name
 * @param mayEnter whether the reader may enter one with a reason
 * @param mayApply whether the reader may go on with the making of one
 */
public record TenantsView(List<Line> tenants, boolean mayEnter, boolean mayApply) {

    /**
     * One tenant.
     *
     * @param slug its name in paths
     * @param name its full name
     * @param kind code of its kind
     * @param state code of its state, or of what keeps it closed
     * @param atvkCode its code in the classification of administrative territories, if it has one
     * @param setup how far its making came; null if it came to its end
     * @param unmailed how many of its first administrators got no mail
     */
    public record Line(String slug, String name, String kind, String state, @Nullable String atvkCode,
            @Nullable Setup setup, int unmailed) {

        /**
         * Whether people may work in it.
         *
         * @return true if so
         */
        public boolean open() {
            return state.equals("ACTIVE");
        }
    }

    /**
     * How far the making of a tenant came.
     *
     * @param done steps taken to their end
     * @param steps all steps
     * @param step code of the step where it stands
     * @param failed false if that step was begun and is under way, or its process was killed
     * @param reason why it failed, if it did
     * @param since when that step was noted
     */
    public record Setup(int done, int steps, String step, boolean failed, @Nullable Why reason, Instant since) {}

    /**
     * Why something failed.
     *
     * @param code which text
     * @param detail a SQL state or the name of a class
     */
    public record Why(String code, String detail) {}
}
