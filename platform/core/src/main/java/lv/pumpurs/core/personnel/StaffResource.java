package lv.pumpurs.core.personnel;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.invitation.Inviting;
import lv.pumpurs.core.web.ListQuery;
import lv.pumpurs.core.web.Wants;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.Idempotent;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The staff within the reader's reach, and the way in for somebody new. */
@Path("t/{tenant}/staff")
@Dependent
@Transactional
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class StaffResource {

    private static final Set<String> SORTS = Set.of("name", "email");

    private final StaffDesk desk;
    private final Appointing appointing;
    private final Inviting inviting;
    private final Caller caller;

    /**
     * One per request.
     *
     * @param desk the pages
     * @param appointing the acts
     * @param inviting the identity provider
     * @param caller who asks
     */
    @Inject
    public StaffResource(StaffDesk desk, Appointing appointing, Inviting inviting, Caller caller) {
        this.desk = desk;
        this.appointing = appointing;
        this.inviting = inviting;
        this.caller = caller;
    }

    /**
     * The list.
     *
     * @param uri its query: school, role, state, sort, page, size; a wrong value counts as none
     * @return one page
     */
    @GET
    @Requires(Permissions.STAFF_READ)
    @Operation(summary = "Staff within reach: filter, sort and page in the query")
    @Parameter(name = "school", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "Key of a school")
    @Parameter(name = "role", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "A role of staff")
    @Parameter(name = "state", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "NOW, LATER or ENDED")
    @Parameter(name = "sort", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "name or email; descending with a minus")
    @Parameter(name = "page", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "From 1")
    @Parameter(name = "size", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "25, 50 or 100")
    public StaffListView list(@Context UriInfo uri) {
        MultivaluedMap<String, String> query = uri.getQueryParameters();
        return desk.list(
                StaffFilter.of(query.getFirst("school"), query.getFirst("role"), query.getFirst("state")),
                ListQuery.of(query, SORTS, "name"));
    }

    /**
     * The form by which somebody is invited.
     *
     * @return the form with what can be chosen
     */
    @GET
    @Path("new")
    @Requires(Permissions.STAFF_WRITE)
    @Operation(summary = "The roles, schools and professions that somebody can be invited with")
    public GrantView form() {
        return desk.form(null, Map.of("from", desk.today().toString()), Map.of());
    }

    /**
     * Takes somebody in with a first role and sends the invitation. Outside a transaction: the person is kept first, in
     * one of its own, and stays if the identity provider does not answer; sent again it changes nothing.
     *
     * @param tenant slug of the tenant
     * @param input who, and the role
     * @param headers of the request
     * @return 201 with the person's page, which tells how far the invitation is; for a person the form again if
     *     something is wrong
     */
    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Requires(Permissions.STAFF_WRITE)
    @Idempotent(because = "whoever is there with the same role already is not made again")
    @Transactional(TxType.NOT_SUPPORTED)
    @Operation(summary = "Invite a member of staff by e-mail, with a first role")
    public Response invite(@PathParam("tenant") String tenant, @Valid InviteStaff input,
            @Context HttpHeaders headers) {
        UUID person;
        try {
            person = appointing.invite(input);
        } catch (Refused refused) {
            if (!Wants.page(headers)) {
                throw refused;
            }
            return Response.status(refused.type().status())
                .entity(desk.form(null, Typed.of(input), refused.fields()))
                .build();
        }
        inviting.send(person);
        return Response.created(UriBuilder.fromPath("/t/{tenant}/staff/{staff}").build(tenant, person)).build();
    }

    /**
     * One member of staff.
     *
     * @param id key
     * @return the person, with the roles that the reader may see
     */
    @GET
    @Path("{staff}")
    @Requires(Permissions.STAFF_READ)
    @Operation(summary = "One member of staff with all roles, past ones too")
    public StaffView one(@PathParam("staff") UUID id) {
        return desk.one(id);
    }

    /**
     * Sends an invitation again.
     *
     * @param tenant slug of the tenant
     * @param id to whom
     * @return 303 to the person's page, which tells what came of it
     */
    @POST
    @Path("{staff}/invitation")
    @Requires(Permissions.STAFF_WRITE)
    @Idempotent(because = "an account is made once, and a mail may go out again")
    @Transactional(TxType.NOT_SUPPORTED)
    @Operation(summary = "Send the invitation of a member of staff again")
    public Response inviteAgain(@PathParam("tenant") String tenant, @PathParam("staff") UUID id) {
        appointing.askAgain(id, caller.rolesWith(Permissions.STAFF_WRITE));
        inviting.send(id);
        return Response.seeOther(UriBuilder.fromPath("/t/{tenant}/staff/{staff}").build(tenant, id)).build();
    }
}
