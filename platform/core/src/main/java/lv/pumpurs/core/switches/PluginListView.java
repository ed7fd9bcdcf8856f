package lv.pumpurs.core.switches;

import java.util.List;

/**
 * The plugins that the operator offers to this municipality.
 *
 * @param plugins by id
 */
public record PluginListView(List<Line> plugins) {

    /**
     * One plugin.
     *
     * @param id its id
     * @param version its version
     * @param allowed whether the municipality allows it
     * @param on at how many schools it is on
     * @param schools how many schools there are
     */
    public record Line(String id, String version, boolean allowed, int on, int schools) {}
}
