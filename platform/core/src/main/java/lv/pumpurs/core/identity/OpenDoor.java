package lv.pumpurs.core.identity;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import lv.pumpurs.core.registry.Openness;
import lv.pumpurs.core.registry.Registry;
import lv.pumpurs.core.registry.Tenant;
import lv.pumpurs.core.tenancy.TenantScope;
import lv.pumpurs.spi.Open;
import lv.pumpurs.spi.Refused;

/**
 * Leads whoever has no login to the few open pages of a tenant: the tenant of the path is bound, and nobody acts there.
 * What such a page shows and does is for its resource to say; the caller has no key and no role. Whoever is signed in has
 * come through the {@link Gate} before.
 */
@Provider
@Priority(Priorities.AUTHORIZATION + 1)
public class OpenDoor implements ContainerRequestFilter {

    // fields: RESTEasy makes providers by their empty constructor
    @Inject
    private Registry registry;

    @Inject
    private RequestTenant place;

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        Open open = resource.getResourceMethod().getAnnotation(Open.class);
        String slug = request.getUriInfo().getPathParameters().getFirst("tenant");
        if (open == null || slug == null || request.getSecurityContext().getUserPrincipal() instanceof Person) {
            return;
        }
        Tenant tenant = registry.find(slug)
            .filter(one -> registry.openness(one) == Openness.OPEN)
            .orElseThrow(() -> new Refused(IdentityProblem.TENANT_UNKNOWN));
        place.is(tenant, null);
        TenantScope.bind(tenant.schema(), null);
    }
}
