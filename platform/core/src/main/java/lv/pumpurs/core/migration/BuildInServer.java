package lv.pumpurs.core.migration;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.ServiceLoader;
import javax.sql.DataSource;
import lv.pumpurs.spi.Plugin;

/** The version of the application that runs, and the means to bring tenants up to it. */
@ApplicationScoped
public class BuildInServer {

    @Resource(lookup = "jdbc/provisioner")
    private DataSource provisioner;

    @Produces
    @Singleton
    BuildVersion build() {
        return BuildVersion.of(plugins());
    }

    @Produces
    @Dependent
    TenantMigrations migrations(InstantSource clock) {
        return new TenantMigrations(provisioner, plugins(), clock);
    }

    @Produces
    @Dependent
    PluginInstallations installations(BuildVersion build, InstantSource clock) {
        return new PluginInstallations(provisioner, build, clock);
    }

    private static List<Plugin> plugins() {
        return ServiceLoader.load(Plugin.class).stream().map(ServiceLoader.Provider::get).toList();
    }
}
