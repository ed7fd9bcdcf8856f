package lv.pumpurs.core.switches;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import lv.pumpurs.core.plugin.InstalledPlugins;
import lv.pumpurs.core.plugin.PluginFault;
import lv.pumpurs.core.privacy.Contracts;

/** What keeps plugins from being offered: their facts, data of people without a contract, and tables that could not be made. */
@Dependent
public class PluginFaults {

    private final PluginOffers offers;
    private final Contracts contracts;

    /**
     * While the nation is bound.
     *
     * @param offers knows where tables could not be made
     * @param contracts knows who lets go of people's data
     */
    @Inject
    public PluginFaults(PluginOffers offers, Contracts contracts) {
        this.offers = offers;
        this.contracts = contracts;
    }

    /** The plugins that have faults. */
    Map<String, List<PluginFault>> all() {
        Map<String, List<PluginFault>> all = new TreeMap<>();
        InstalledPlugins installed = InstalledPlugins.all();
        Map<String, List<String>> failures = offers.failures();
        Set<String> without = contracts.withoutContract();
        installed.each().forEach(plugin -> {
            List<PluginFault> faults = new ArrayList<>(installed.faults(plugin));
            if (without.contains(plugin.id())) {
                faults.add(new PluginFault(PluginFault.Kind.NO_PRIVACY_CONTRACT, plugin.id()));
            }
            failures.getOrDefault(plugin.id(), List.of())
                .forEach(tenant -> faults.add(new PluginFault(PluginFault.Kind.MIGRATION_FAILED, tenant)));
            if (!faults.isEmpty()) {
                all.put(plugin.id(), faults);
            }
        });
        return all;
    }
}
