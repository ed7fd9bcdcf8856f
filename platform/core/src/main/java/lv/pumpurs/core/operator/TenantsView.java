package lv.pumpurs.core.operator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All tenants of the nation.
 *
 * @param tenants by name
 * @param mayEnter whether the reader may enter one with a reason
 */
public record TenantsView(List<Line> tenants, boolean mayEnter) {

    /**
     * One tenant.
     *
     * @param slug its name in paths
     * @param name its full name
     * @param kind code of its kind
     * @param state code of its state
     * @param atvkCode its code in the classification of administrative territories, if it has one
     */
    public record Line(String slug, String name, String kind, String state, @Nullable String atvkCode) {}
}
