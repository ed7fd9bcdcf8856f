package lv.pumpurs.core.identity;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import lv.pumpurs.core.plugin.SwitchedOn;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.Impersonal;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The matrix of permissions, for those of a tenant who grant roles or answer for them. */
@Path("t/{tenant}/permissions")
@Dependent
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class PermissionsResource {

    private final Caller caller;
    private final SwitchedOn plugins;

    /**
     * One per request.
     *
     * @param caller who asks
     * @param plugins which of them are on for the reader
     */
    @Inject
    public PermissionsResource(Caller caller, SwitchedOn plugins) {
        this.caller = caller;
        this.plugins = plugins;
    }

    /**
     * The matrix.
     *
     * @return every role and every permission
     */
    @GET
    @Requires(Permissions.PERMISSION_READ)
    @Impersonal(because = "it shows roles, and no person who has one")
    @Operation(summary = "Which role may do what, how far and for how long")
    public PermissionsView matrix() {
        return PermissionsView.of(caller.roles()).where(plugins::at);
    }
}
