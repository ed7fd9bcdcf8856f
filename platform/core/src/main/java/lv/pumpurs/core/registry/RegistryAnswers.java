package lv.pumpurs.core.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.core.tenancy.TenantScope;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready means: the registry of tenants can be read the way every request reads it, through pool, guard and the nation's
 * role. Without that each page would be a failure, so no request should come here.
 */
@Readiness
@ApplicationScoped
public class RegistryAnswers implements HealthCheck {

    private static final System.Logger LOG = System.getLogger(RegistryAnswers.class.getName());
    private static final String NAME = "registry";
    private static final String NO_TENANT = "-";

    @Inject
    private Tenants tenants;

    @Override
    public HealthCheckResponse call() {
        try {
            TenantScope.in(SchemaName.NATION, null, () -> tenants.bySlug(NO_TENANT));
            return HealthCheckResponse.up(NAME);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "The registry of tenants cannot be read", e);
            return HealthCheckResponse.down(NAME);
        }
    }
}
