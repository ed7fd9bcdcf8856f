package lv.pumpurs.core.switches;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collection;
import lv.pumpurs.core.migration.BuildVersion;
import lv.pumpurs.core.migration.PluginInstallations;
import lv.pumpurs.core.registry.Tenant;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.core.tenancy.TenantScope;
import org.jspecify.annotations.Nullable;

/** Whether the tables of plugins are in a tenant, and how far they are. */
@Dependent
public class Installing {

    private final BuildVersion build;
    private final PluginOffers offers;
    private final PluginInstallations installations;
    private final BackgroundInstallation background;

    /**
     * For this build.
     *
     * @param build knows which plugins keep data
     * @param offers knows how far an installation is
     * @param installations knows whether somebody is at work
     * @param background does the work
     */
    @Inject
    public Installing(BuildVersion build, PluginOffers offers, PluginInstallations installations,
            BackgroundInstallation background) {
        this.build = build;
        this.offers = offers;
        this.installations = installations;
        this.background = background;
    }

    boolean isNeeded(Tenant tenant, Collection<String> plugins) {
        return plugins.stream().anyMatch(plugin -> build.of(plugin) != null && !tenant.holds(plugin));
    }

    void start(BackgroundInstallation.Order order) {
        background.start(order);
    }

    /** How far the tables are; null if they are there, or nobody has begun. */
    @Nullable
    Installation now(Tenant tenant, String plugin) {
        if (!isNeeded(tenant, java.util.List.of(plugin))) {
            return null;
        }
        Installation found = TenantScope.in(SchemaName.NATION, null,
                () -> offers.installation(tenant.slug(), plugin));
        return found == null || found.state().equals("DONE") ? null : asItIs(found, tenant.slug());
    }

    /** One that says it is running, and whose process is gone, was interrupted. */
    private Installation asItIs(Installation found, String slug) {
        try {
            return found.running() && !installations.isAtWork(slug) ? found.interrupted() : found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
