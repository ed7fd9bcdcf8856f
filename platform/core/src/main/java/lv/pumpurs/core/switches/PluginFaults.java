package lv.pumpurs.core.switches;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lv.pumpurs.core.plugin.InstalledPlugins;
import lv.pumpurs.core.plugin.PluginFault;

/** What keeps plugins from being offered: their facts, and tables that could not be made. */
@Dependent
public class PluginFaults {

    private final PluginOffers offers;

    /**
     * While the nation is bound.
     *
     * @param offers knows where tables could not be made
     */
    @Inject
    public PluginFaults(PluginOffers offers) {
        this.offers = offers;
    }

    /** The plugins that have faults. */
    Map<String, List<PluginFault>> all() {
        Map<String, List<PluginFault>> all = new TreeMap<>();
        InstalledPlugins installed = InstalledPlugins.all();
        Map<String, List<String>> failures = offers.failures();
        installed.each().forEach(plugin -> {
            List<PluginFault> faults = new ArrayList<>(installed.faults(plugin));
            failures.getOrDefault(plugin.id(), List.of())
                .forEach(tenant -> faults.add(new PluginFault(PluginFault.Kind.MIGRATION_FAILED, tenant)));
            if (!faults.isEmpty()) {
                all.put(plugin.id(), faults);
            }
        });
        return all;
    }
}
