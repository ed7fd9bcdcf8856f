package lv.pumpurs.core.switches;

import java.util.List;
import lv.pumpurs.core.plugin.PluginFault;

/**
 * The plugins of this installation, as the operator sees them.
 *
 * @param plugins by id
 */
public record OffersView(List<Line> plugins) {

    /**
     * One plugin.
     *
     * @param id its id
     * @param version its version
     * @param requires ids of the plugins that it needs
     * @param tenants how many tenants are offered it
     * @param faults why it is offered to nobody else; empty if nothing is wrong
     */
    public record Line(String id, String version, List<String> requires, int tenants, List<PluginFault> faults) {}
}
