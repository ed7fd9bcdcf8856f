package lv.pumpurs.core.privacy;

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
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.spi.BusinessTime;
import lv.pumpurs.spi.Form;
import lv.pumpurs.spi.Impersonal;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** How long data are kept in this municipality. */
@Path("t/{tenant}/retention")
@Dependent
@Transactional
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class RetentionResource {

    private static final String NOBODY = "it holds years and numbers, and names no learner";

    private final Retentions retentions;
    private final InstantSource clock;

    /**
     * One per request.
     *
     * @param retentions of the bound tenant
     * @param clock business time
     */
    @Inject
    public RetentionResource(Retentions retentions, InstantSource clock) {
        this.retentions = retentions;
        this.clock = clock;
    }

    /**
     * What holds, whose data must be kept longer, and what goes when.
     *
     * @return years and numbers
     */
    @GET
    @Requires(Permissions.RETENTION_WRITE)
    @Impersonal(because = NOBODY)
    @Operation(summary = "How long plans are kept, which data are held, and how many files go when")
    public RetentionView view() {
        return retentions.view();
    }

    /**
     * The form to say how long.
     *
     * @param programme code of the programme
     * @return an empty form, from today on
     */
    @GET
    @Path("{programme}")
    @Produces(MediaType.TEXT_HTML)
    @Requires(Permissions.RETENTION_WRITE)
    @Impersonal(because = NOBODY)
    @Operation(summary = "The form to say how long plans of a programme are kept")
    public Form form(@PathParam("programme") String programme) {
        require(programme);
        return new Form(SetRetention.class, Map.of("validFrom", BusinessTime.today(clock).toString(), "countedFrom",
                CountedFrom.PLAN_END.name()), Map.of());
    }

    /**
     * Says how long.
     *
     * @param tenant slug of the tenant
     * @param programme code of the programme
     * @param input years, counted from when, since when
     * @return 303 to all of them
     */
    @POST
    @Path("{programme}")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Requires(Permissions.RETENTION_WRITE)
    @Operation(summary = "Say how long plans of a programme are kept, from a day on")
    public Response set(@PathParam("tenant") String tenant, @PathParam("programme") String programme,
            @Valid SetRetention input) {
        require(programme);
        if (input.validFrom().isBefore(BusinessTime.today(clock))) {
            throw new Refused(PrivacyProblem.RETENTION_IN_THE_PAST,
                    Map.of("validFrom", "problem.retention-in-the-past.detail"));
        }
        retentions.set(programme, input);
        return Response.seeOther(UriBuilder.fromPath("/t/{tenant}/retention").build(tenant)).build();
    }

    private void require(String programme) {
        if (!retentions.knows(programme)) {
            throw new NotFoundException();
        }
    }
}
