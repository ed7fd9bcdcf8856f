package lv.pumpurs.core.operator;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.identity.PermissionsView;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The matrix of permissions, outside every tenant. */
@Path("operator/permissions")
@Dependent
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class PermissionsForOperators {

    private final Caller caller;

    /**
     * One per request.
     *
     * @param caller who asks
     */
    @Inject
    public PermissionsForOperators(Caller caller) {
        this.caller = caller;
    }

    /**
     * The matrix.
     *
     * @return every role and every permission
     */
    @GET
    @Requires(Permissions.PERMISSION_READ)
    @Operation(summary = "Which role may do what, how far and for how long")
    public PermissionsView matrix() {
        return PermissionsView.of(caller.roles());
    }
}
