package lv.pumpurs.core.operator;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import lv.pumpurs.core.operator.SetupNotes.Notes;
import lv.pumpurs.core.operator.TenantsView.Line;
import lv.pumpurs.core.registry.Openness;
import lv.pumpurs.core.registry.Registry;
import lv.pumpurs.core.registry.Tenant;
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
    private final Registry registry;
    private final SetupNotes notes;
    private final Caller caller;

    /**
     * One per request.
     *
     * @param tenants of the nation
     * @param registry tells whether one is open
     * @param notes of provisioning
     * @param caller who asks
     */
    @Inject
    public TenantsResource(Tenants tenants, Registry registry, SetupNotes notes, Caller caller) {
        this.tenants = tenants;
        this.registry = registry;
        this.notes = notes;
        this.caller = caller;
    }

    /**
     * All tenants.
     *
     * @return by name
     */
    @GET
    @Requires("tenant:list")
    @Operation(summary = "All tenants of the nation, with their state and how far their making came")
    public TenantsView all() {
        Map<String, Notes> open = notes.open();
        return new TenantsView(tenants.all()
            .stream()
            .map(tenant -> line(tenant, open.getOrDefault(tenant.slug(), Notes.NONE)))
            .toList(), caller.may("tenant:enter"), caller.may("tenant:apply"));
    }

    private Line line(Tenant tenant, Notes of) {
        Openness openness = registry.openness(tenant);
        boolean byState = openness == Openness.OPEN || openness == Openness.BEING_SET_UP;
        return new Line(tenant.slug(), tenant.name(), tenant.kind().name(),
                byState ? tenant.state().name() : openness.name(), tenant.atvkCode(), of.setup(), of.unmailed());
    }
}
