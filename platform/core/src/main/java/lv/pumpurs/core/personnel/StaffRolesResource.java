package lv.pumpurs.core.personnel;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.web.Wants;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Requires;
import lv.pumpurs.spi.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The roles of one member of staff: granted, and ended. What is granted or ended holds with the next request. */
@Path("t/{tenant}/staff/{staff}/roles")
@Dependent
@Transactional
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class StaffRolesResource {

    private static final String PAGE = "/t/{tenant}/staff/{staff}";

    private final StaffDesk desk;
    private final Appointing appointing;
    private final Caller caller;

    /**
     * One per request.
     *
     * @param desk the pages
     * @param appointing the acts
     * @param caller who acts
     */
    @Inject
    public StaffRolesResource(StaffDesk desk, Appointing appointing, Caller caller) {
        this.desk = desk;
        this.appointing = appointing;
        this.caller = caller;
    }

    /**
     * The form by which a role is granted.
     *
     * @param id to whom
     * @return the form with what can be chosen
     */
    @GET
    @Path("new")
    @Requires(Permissions.STAFF_WRITE)
    @Operation(summary = "The roles that a member of staff can be given")
    public GrantView form(@PathParam("staff") UUID id) {
        return desk.form(id, Map.of("from", desk.today().toString()), Map.of());
    }

    /**
     * Grants a role.
     *
     * @param tenant slug of the tenant
     * @param id to whom
     * @param input the role
     * @param headers of the request
     * @return 201 with the person's page; for a person the form again if something is wrong
     */
    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Requires(Permissions.STAFF_WRITE)
    @Operation(summary = "Grant a role in a place for a period, as the own one or as a deputy")
    public Response grant(@PathParam("tenant") String tenant, @PathParam("staff") UUID id, @Valid GrantRole input,
            @Context HttpHeaders headers) {
        try {
            appointing.grant(id, roles(), input);
        } catch (Refused refused) {
            return again(refused, headers, () -> desk.form(id, Typed.of(input), refused.fields()));
        }
        return Response.created(UriBuilder.fromPath(PAGE).build(tenant, id)).build();
    }

    /**
     * The form by which a role is ended.
     *
     * @param id whose
     * @param role which
     * @return the form
     */
    @GET
    @Path("{role}/end")
    @Requires(Permissions.STAFF_WRITE)
    @Operation(summary = "A role that is about to be ended")
    public EndView endForm(@PathParam("staff") UUID id, @PathParam("role") UUID role) {
        return desk.end(id, role, null, Map.of());
    }

    /**
     * Ends a role.
     *
     * @param tenant slug of the tenant
     * @param id whose
     * @param role which
     * @param input the last day
     * @param headers of the request
     * @return 303 to the person's page; for a person the form again if something is wrong
     */
    @POST
    @Path("{role}/end")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Requires(Permissions.STAFF_WRITE)
    @Operation(summary = "End a role on a day, or take it away now")
    public Response end(@PathParam("tenant") String tenant, @PathParam("staff") UUID id, @PathParam("role") UUID role,
            @Valid EndRole input, @Context HttpHeaders headers) {
        try {
            appointing.end(id, roles(), role, input);
        } catch (Refused refused) {
            return again(refused, headers, () -> {
                // the form has one field: whatever is wrong stands there
                Map<String, String> errors = new LinkedHashMap<>();
                refused.fields().values().forEach(sentence -> errors.put("lastDay", sentence));
                return desk.end(id, role, input.lastDay(), errors);
            });
        }
        return Response.seeOther(UriBuilder.fromPath(PAGE).build(tenant, id)).build();
    }

    private Set<Role> roles() {
        return caller.rolesWith(Permissions.STAFF_WRITE);
    }

    /** A program is told, a person gets the form back. */
    private static Response again(Refused refused, HttpHeaders headers,
            Supplier<? extends Record> form) {
        if (!Wants.page(headers)) {
            throw refused;
        }
        return Response.status(refused.type().status()).entity(form.get()).build();
    }
}
