package lv.pumpurs.core.school;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.spi.BusinessTime;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.Form;
import lv.pumpurs.spi.Idempotent;
import lv.pumpurs.spi.Impersonal;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The schools of a tenant: what they are called, and were called before. */
@Path("t/{tenant}/schools")
@Dependent
@Transactional
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class SchoolsResource {

    private static final String NOBODY = "it tells of schools, and of nobody";

    private final Schools schools;
    private final Caller caller;
    private final InstantSource clock;

    /**
     * One per request.
     *
     * @param schools of the bound tenant
     * @param caller who asks
     * @param clock business time
     */
    @Inject
    public SchoolsResource(Schools schools, Caller caller, InstantSource clock) {
        this.schools = schools;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * All schools.
     *
     * @return with their present names
     */
    @GET
    @Requires(Permissions.SCHOOL_READ)
    @Impersonal(because = NOBODY)
    @Operation(summary = "The schools of the tenant")
    public SchoolListView list() {
        return new SchoolListView(schools.all().stream().map(SchoolListView.Line::of).toList());
    }

    /**
     * One school.
     *
     * @param id its key
     * @return with every name that it had
     */
    @GET
    @Path("{school}")
    @Requires(Permissions.SCHOOL_READ)
    @Impersonal(because = NOBODY)
    @Operation(summary = "One school, with its names and types and since when each")
    public SchoolView one(@PathParam("school") UUID id) {
        return new SchoolView(SchoolListView.Line.of(school(id)), schools.names(id),
                caller.may(Permissions.SCHOOL_WRITE));
    }

    /**
     * The form for another name or type.
     *
     * @param id the school
     * @return with the present ones
     */
    @GET
    @Path("{school}/names")
    @Produces(MediaType.TEXT_HTML)
    @Requires(Permissions.SCHOOL_WRITE)
    @Impersonal(because = NOBODY)
    @Operation(summary = "The form to give a school another name or type")
    public Form form(@PathParam("school") UUID id) {
        School school = school(id);
        return new Form(NameSchool.class, Map.of("name", school.name(), "kind", school.kind(), "from",
                BusinessTime.today(clock).toString()), Map.of());
    }

    /**
     * Gives a school another name or type from a day on.
     *
     * @param tenant slug of the tenant
     * @param id the school
     * @param input what it is called
     * @return 303 to the school
     */
    @POST
    @Path("{school}/names")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Requires(Permissions.SCHOOL_WRITE)
    @Idempotent(because = "what the school is called already changes nothing")
    @Operation(summary = "Give a school another name or type from a day on; the former ones stay in its history")
    public Response name(@PathParam("tenant") String tenant, @PathParam("school") UUID id, @Valid NameSchool input) {
        schools.name(school(id), input, BusinessTime.today(clock));
        return Response.seeOther(UriBuilder.fromPath("/t/{tenant}/schools/{school}").build(tenant, id)).build();
    }

    private School school(UUID id) {
        return schools.find(id).orElseThrow(NotFoundException::new);
    }
}
