package lv.pumpurs.core.provisioning;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.InstantSource;
import java.util.List;
import java.util.ServiceLoader;
import javax.sql.DataSource;
import lv.pumpurs.spi.Plugin;

/** Gives the operator's console the means to apply a tenant's file; the launcher makes its own. */
@ApplicationScoped
public class ProvisioningInServer {

    @Resource(lookup = "jdbc/provisioner")
    private DataSource provisioner;

    @Produces
    @Dependent
    TenantProvisioning provisioning(Organisations organisations, TenantContent content, InstantSource clock) {
        List<Plugin> plugins = ServiceLoader.load(Plugin.class).stream().map(ServiceLoader.Provider::get).toList();
        return new TenantProvisioning(provisioner, organisations, content, plugins, clock);
    }
}
