package lv.pumpurs.core.review;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import lv.pumpurs.core.identity.OperatorStays;
import lv.pumpurs.core.identity.Person;
import lv.pumpurs.core.registry.Registry;
import lv.pumpurs.core.registry.Tenant;
import lv.pumpurs.core.review.ReviewsView.Line;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.core.web.ListQuery;
import lv.pumpurs.core.web.Texts;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The queue of the operator's reviewers, and the door from it into one plan. */
@Path("operator/reviews")
@Dependent
@Transactional
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class ReviewsResource {

    private final Reviews reviews;
    private final OperatorStays stays;
    private final Registry registry;
    private final Texts texts;

    /**
     * One per request.
     *
     * @param reviews what waits
     * @param stays going into a tenant
     * @param registry tenants by slug
     * @param texts the reason, in the tenant's language
     */
    @Inject
    public ReviewsResource(Reviews reviews, OperatorStays stays, Registry registry, Texts texts) {
        this.reviews = reviews;
        this.stays = stays;
        this.registry = registry;
        this.texts = texts;
    }

    /**
     * The queue.
     *
     * @param uri its query: tenant, sort, page, size; a wrong value counts as none
     * @param security who asks
     * @return one page, the plan that waits longest first
     */
    @GET
    @Requires("review:list")
    @Operation(summary = "Plans of all tenants that wait for the operator: code and tenant, no names")
    @Parameter(name = "tenant", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "Slug of a tenant")
    @Parameter(name = "sort", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "since, tenant, code or semester; descending with a minus")
    @Parameter(name = "page", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "From 1")
    @Parameter(name = "size", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "25, 50 or 100")
    public ReviewsView list(@Context UriInfo uri, @Context SecurityContext security) {
        MultivaluedMap<String, String> query = uri.getQueryParameters();
        return reviews.page(reviewer(security).email(), tenant(query),
                ListQuery.of(query, Reviews.SORTS, "since"));
    }

    /**
     * Opens a plan inside its tenant, for review and a limited time; recorded there and here.
     *
     * @param slug the tenant
     * @param plan key of the plan
     * @param security who
     * @return 303 to the plan
     */
    // two schemas, each in a transaction of its own: none is open around them
    @POST
    @Path("{slug}/{plan}")
    @Transactional(TxType.NOT_SUPPORTED)
    @Requires("review:open")
    @Operation(summary = "Open a plan of the queue inside its tenant; recorded, and over by itself")
    public Response open(@PathParam("slug") String slug, @PathParam("plan") UUID plan,
            @Context SecurityContext security) {
        Person reviewer = reviewer(security);
        Line line = reviews.waiting(reviewer.email(), slug, plan)
            .orElseThrow(() -> new Refused(ReviewProblem.NOT_WAITING));
        Tenant tenant = registry.find(slug).orElseThrow(() -> new Refused(ReviewProblem.NOT_WAITING));
        stays.review(reviewer, slug, plan, texts.text(tenant.locale(), "review.reason", line.code()));
        return Response.seeOther(UriBuilder.fromPath("t/{tenant}/plans/{plan}").build(slug, plan)).build();
    }

    static @Nullable String tenant(MultivaluedMap<String, String> query) {
        String asked = query.getFirst("tenant");
        return asked != null && SchemaName.isSlug(asked) ? asked : null;
    }

    static Person reviewer(SecurityContext security) {
        if (security.getUserPrincipal() instanceof Person person) {
            return person;
        }
        throw new ForbiddenException();
    }
}
