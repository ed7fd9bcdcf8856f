package lv.pumpurs.core.operator;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.identity.PermissionsView;
import lv.pumpurs.core.identity.Routes;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The matrix of permissions, outside every tenant. */
@Path("operator/permissions")
@Dependent
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class PermissionsForOperators {

    private final Caller caller;
    private final Routes routes;

    /**
     * One per request.
     *
     * @param caller who asks
     * @param routes of the running application
     */
    @Inject
    public PermissionsForOperators(Caller caller, Routes routes) {
        this.caller = caller;
        this.routes = routes;
    }

    /**
     * The matrix.
     *
     * @return every role, every permission and the routes that it opens
     */
    @GET
    @Requires(Permissions.PERMISSION_READ)
    @Operation(summary = "Which role may do what, how far and for how long")
    public PermissionsView matrix() {
        return PermissionsView.of(caller.roles(), routes.all());
    }
}
