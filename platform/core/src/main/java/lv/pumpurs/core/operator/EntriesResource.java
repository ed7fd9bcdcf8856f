package lv.pumpurs.core.operator;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import lv.pumpurs.core.identity.OperatorStays;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.identity.Person;
import lv.pumpurs.core.registry.Registry;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.Form;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The door into a tenant, and out again. Each act is a transaction of its own in each schema that it writes to. */
@Path("operator/tenants/{slug}")
@Dependent
public class EntriesResource {

    private final OperatorStays stays;
    private final Registry registry;
    private final Caller caller;

    /**
     * One per request.
     *
     * @param stays going in and out
     * @param registry tenants by slug
     * @param caller who goes
     */
    @Inject
    public EntriesResource(OperatorStays stays, Registry registry, Caller caller) {
        this.stays = stays;
        this.registry = registry;
        this.caller = caller;
    }

    /**
     * The form that asks for the reason.
     *
     * @param slug the tenant
     * @return an empty form
     */
    @GET
    @Path("entries")
    @Produces(MediaType.TEXT_HTML)
    @Requires("tenant:enter")
    public Form form(@PathParam("slug") String slug) {
        if (registry.find(slug).isEmpty()) {
            throw new NotFoundException();
        }
        return Form.empty(EnterTenant.class);
    }

    /**
     * Lets an operator in, with a reason, for a limited time.
     *
     * @param slug the tenant
     * @param input the reason
     * @param security who
     * @return 201 with the tenant's home
     */
    @POST
    @Path("entries")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Requires("tenant:enter")
    @Operation(summary = "Enter a tenant with a reason; recorded, and over by itself")
    public Response enter(@PathParam("slug") String slug, @Valid EnterTenant input,
            @Context SecurityContext security) {
        stays.enter(operator(security), slug, input.reason());
        return Response.created(UriBuilder.fromPath("/t/{slug}").build(slug)).build();
    }

    /**
     * Lets an operator out.
     *
     * @param slug the tenant
     * @param security who
     * @return 303 to the registry, or to the queue of whoever reviews plans only
     */
    @POST
    @Path("exit")
    @Requires("tenant:leave")
    @Operation(summary = "Leave a tenant")
    public Response leave(@PathParam("slug") String slug, @Context SecurityContext security) {
        stays.leave(operator(security), slug);
        String back = caller.may(Permissions.TENANT_ENTER) ? "/operator/tenants" : "/operator/reviews";
        return Response.seeOther(URI.create(back)).build();
    }

    private static Person operator(SecurityContext security) {
        if (security.getUserPrincipal() instanceof Person person) {
            return person;
        }
        throw new ForbiddenException();
    }
}
