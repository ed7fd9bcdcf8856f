package lv.pumpurs.core.identity;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import lv.pumpurs.core.plugin.InstalledPlugins;
import lv.pumpurs.core.plugin.SwitchedOn;
import lv.pumpurs.core.registry.Openness;
import lv.pumpurs.core.registry.Registry;
import lv.pumpurs.core.registry.Tenant;
import lv.pumpurs.core.tenancy.Acting;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.core.tenancy.TenantScope;
import lv.pumpurs.spi.Open;
import lv.pumpurs.spi.Plugin;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Requires;
import org.jspecify.annotations.Nullable;

/**
 * The one gate that every matched request passes: it joins the person that the token proves with the tenant of the
 * path, finds the roles that this tenant gives to that person, checks the permission that the resource method
 * requires, and binds the tenant and whoever acts there for the rest of the request. {@link TenantScopeEnd} lets go of it.
 *
 * <p>A tenant that does not exist and one that the person does not belong to are refused alike, so that nobody learns
 * which tenants there are.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class Gate implements ContainerRequestFilter {

    // fields: RESTEasy makes providers by their empty constructor
    @Inject
    private Registry registry;

    @Inject
    private Roles roles;

    @Inject
    private RequestCaller caller;

    @Inject
    private RequestTenant place;

    @Inject
    private SwitchedOn plugins;

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        Requires requires = resource.getResourceMethod().getAnnotation(Requires.class);
        Open open = resource.getResourceMethod().getAnnotation(Open.class);
        if (requires == null && open == null) {
            throw new Refused(IdentityProblem.NOT_PERMITTED);
        }
        String slug = request.getUriInfo().getPathParameters().getFirst("tenant");
        Person person = request.getSecurityContext().getUserPrincipal() instanceof Person known ? known : null;
        if (open != null && !open.signedIn() && slug != null && plugin().isPresent()) {
            // the same for whoever is signed in: a link is good for anybody who has it
            passBy(slug, plugin().get());
            return;
        }
        if (person == null) {
            if (open == null || open.signedIn()) {
                askToSignIn(request);
            }
            return;
        }
        if (slug == null) {
            enterNation(person);
        } else {
            enterTenant(person, slug, requires);
        }
        if (requires != null && !caller.may(requires.value())) {
            throw new Refused(IdentityProblem.NOT_PERMITTED);
        }
    }

    private void enterNation(Person person) {
        TenantScope.bind(SchemaName.NATION, null);
        caller.is(person.name(), roles.inNation(person));
    }

    private void enterTenant(Person person, String slug, @Nullable Requires requires) {
        Tenant tenant = registry.find(slug).orElseThrow(() -> new Refused(IdentityProblem.TENANT_UNKNOWN));
        refuseIfClosed(person, tenant);
        Standing standing = standing(person, tenant);
        if (standing == null) {
            throw new Refused(IdentityProblem.TENANT_UNKNOWN);
        }
        caller.is(person.name(), standing);
        place.is(tenant, standing.entry());
        plugins.are(standing.plugins());
        if (plugin().filter(owner -> !plugins.at(owner.id())).isPresent()) {
            // off means that it is not there; what the person may do there is not even asked
            throw new NotFoundException();
        }
        TenantScope.bind(tenant.schema(),
                requires == null
                        ? new Acting(standing.personId(), Set.of(), "")
                        : new Acting(standing.personId(), caller.rolesWith(requires.value()), requires.value()));
    }

    /** The plugin that the resource belongs to. */
    private Optional<Plugin> plugin() {
        return InstalledPlugins.all().ofClass(resource.getResourceClass());
    }

    /**
     * Somebody uses what a plugin leaves open, a link from a message for instance, signed in or not: the tenant is bound,
     * nobody acts there. Whether the link is good the plugin says.
     */
    private void passBy(String slug, Plugin owner) {
        Tenant tenant = registry.find(slug)
            .filter(one -> registry.openness(one) == Openness.OPEN && one.offered().contains(owner.id()))
            .orElseThrow(NotFoundException::new);
        TenantScope.bind(tenant.schema(), null);
        if (!roles.isAnywhere(owner.id())) {
            throw new NotFoundException();
        }
        place.is(tenant, null);
    }

    /** The schema of a closed tenant may not be there, or half-way: nothing in it is asked. */
    private void refuseIfClosed(Person person, Tenant tenant) {
        Openness openness = registry.openness(tenant);
        if (openness == Openness.OPEN) {
            return;
        }
        TenantScope.bind(SchemaName.NATION, null);
        boolean knowsIt = person.organisations().contains(tenant.slug())
                || roles.inNation(person).contains(lv.pumpurs.spi.Role.OPERATOR_ADMIN);
        throw new Refused(knowsIt ? IdentityProblem.of(openness) : IdentityProblem.TENANT_UNKNOWN);
    }

    private @Nullable Standing standing(Person person, Tenant tenant) {
        TenantScope.bind(tenant.schema(), null);
        Standing standing = person.organisations().contains(tenant.slug())
                ? roles.ofMember(person, tenant)
                : roles.ofOperator(person, tenant);
        if (standing != null && standing.entry() != null) {
            TenantScope.bind(SchemaName.NATION, null);
            // an entry ends with the office of the operator who made it
            return roles.inNation(person, tenant.slug()).contains(standing.entry().role()) ? standing : null;
        }
        return standing;
    }

    /** A person in front of a browser is led to the sign-in page and back; a program is told. */
    private static void askToSignIn(ContainerRequestContext request) {
        boolean navigates = HttpMethod.GET.equals(request.getMethod()) && request.getHeaderString("HX-Request") == null
                && request.getAcceptableMediaTypes()
                    .stream()
                    .findFirst()
                    .filter(type -> type.isCompatible(MediaType.TEXT_HTML_TYPE) && !type.isWildcardType())
                    .isPresent();
        if (!navigates || request.getHeaderString("Authorization") != null) {
            throw new Refused(IdentityProblem.SIGN_IN_NEEDED);
        }
        URI here = request.getUriInfo().getRequestUri();
        String back = here.getRawQuery() == null ? here.getRawPath() : here.getRawPath() + "?" + here.getRawQuery();
        URI login = UriBuilder.fromPath("/login").queryParam("back", "{back}").build(back);
        request.abortWith(Response.seeOther(login).build());
    }
}
