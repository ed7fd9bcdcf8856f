package lv.pumpurs.core.operator;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import lv.pumpurs.core.identity.Route;
import lv.pumpurs.core.identity.Routes;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What this installation answers to, and whom: its ways in, those of the plugins among them. */
@Path("operator/routes")
@Dependent
public class RoutesResource {

    private final Routes routes;

    /**
     * One per request.
     *
     * @param routes of the running application
     */
    @Inject
    public RoutesResource(Routes routes) {
        this.routes = routes;
    }

    /**
     * Every route.
     *
     * @param routes by path, then method
     */
    public record RoutesView(List<Route> routes) {}

    /**
     * All routes that the application serves now.
     *
     * @return by path, then method
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Requires("route:read")
    @Operation(summary = "Every route of the running application, with the permission that it requires")
    public RoutesView all() {
        return new RoutesView(routes.all());
    }
}
