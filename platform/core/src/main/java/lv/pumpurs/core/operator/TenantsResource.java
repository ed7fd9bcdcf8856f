package lv.pumpurs.core.operator;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import lv.pumpurs.core.operator.TenantsView.Line;
import lv.pumpurs.core.registry.Tenants;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The registry of tenants, for the nation's operators. */
@Path("operator/tenants")
@Dependent
@Transactional
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class TenantsResource {

    private final Tenants tenants;
    private final Caller caller;

    /**
     * One per request.
     *
     * @param tenants of the nation
     * @param caller who asks
     */
    @Inject
    public TenantsResource(Tenants tenants, Caller caller) {
        this.tenants = tenants;
        this.caller = caller;
    }

    /**
     * All tenants.
     *
     * @return by name
     */
    @GET
    @Requires("tenant:list")
    @Operation(summary = "All tenants of the nation, with their state")
    public TenantsView all() {
        return new TenantsView(tenants.all()
            .stream()
            .map(tenant -> new Line(tenant.slug(), tenant.name(), tenant.kind().name(), tenant.state().name(),
                    tenant.atvkCode()))
            .toList(), caller.may("tenant:enter"));
    }
}
