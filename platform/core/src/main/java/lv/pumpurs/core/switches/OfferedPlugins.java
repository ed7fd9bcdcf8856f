package lv.pumpurs.core.switches;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.function.Predicate;
import lv.pumpurs.core.plugin.InstalledPlugins;
import lv.pumpurs.core.registry.Registry;
import lv.pumpurs.core.registry.Tenant;
import lv.pumpurs.spi.Plugin;

/** The plugins that the operator offers to a tenant; one that is not offered is not there. */
@Dependent
public class OfferedPlugins {

    private final Registry registry;

    /**
     * From the registry.
     *
     * @param registry knows what is offered
     */
    @Inject
    public OfferedPlugins(Registry registry) {
        this.registry = registry;
    }

    Tenant tenant(String slug) {
        return registry.find(slug).orElseThrow(NotFoundException::new);
    }

    List<Plugin> of(String slug) {
        Tenant tenant = tenant(slug);
        return InstalledPlugins.all().each().stream().filter(plugin -> tenant.offered().contains(plugin.id())).toList();
    }

    Plugin one(String slug, String id) {
        Predicate<String> offered = tenant(slug).offered()::contains;
        return InstalledPlugins.all()
            .find(id)
            .filter(plugin -> offered.test(plugin.id()))
            .orElseThrow(NotFoundException::new);
    }
}
