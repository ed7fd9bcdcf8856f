package lv.pumpurs.core.worklist;

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
import lv.pumpurs.spi.BusinessTime;
import lv.pumpurs.spi.Form;
import lv.pumpurs.spi.Impersonal;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** How long work may take in this municipality: what the worklist calls late. */
@Path("t/{tenant}/deadlines")
@Dependent
@Transactional
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class DeadlinesResource {

    private final Deadlines deadlines;
    private final InstantSource clock;

    /**
     * One per request.
     *
     * @param deadlines of the bound tenant
     * @param clock business time
     */
    @Inject
    public DeadlinesResource(Deadlines deadlines, InstantSource clock) {
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * What holds today, and what comes next.
     *
     * @return one line for each programme and kind of work
     */
    @GET
    @Requires("deadline:write")
    @Impersonal(because = "it holds days and no people")
    @Operation(summary = "How many days each piece of work may take")
    public DeadlinesView list() {
        return new DeadlinesView(deadlines.lines());
    }

    /**
     * The form to set one.
     *
     * @param programme code of the programme
     * @param work kind of work
     * @return an empty form, from today on
     */
    @GET
    @Path("{programme}/{work}")
    @Produces(MediaType.TEXT_HTML)
    @Requires("deadline:write")
    @Impersonal(because = "it holds days and no people")
    @Operation(summary = "The form to say how long a piece of work may take")
    public Form form(@PathParam("programme") String programme, @PathParam("work") String work) {
        require(programme, work);
        return new Form(SetDeadline.class, Map.of("validFrom", BusinessTime.today(clock).toString(), "work", work),
                Map.of());
    }

    /**
     * Sets one.
     *
     * @param tenant slug of the tenant
     * @param programme code of the programme
     * @param work kind of work
     * @param input how many days, and from when on
     * @return 303 to all of them
     */
    @POST
    @Path("{programme}/{work}")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Requires("deadline:write")
    @Operation(summary = "Say how long a piece of work may take, from a day on")
    public Response set(@PathParam("tenant") String tenant, @PathParam("programme") String programme,
            @PathParam("work") String work, @Valid SetDeadline input) {
        require(programme, work);
        if (input.validFrom().isBefore(BusinessTime.today(clock))) {
            throw new Refused(WorklistProblem.DEADLINE_IN_THE_PAST,
                    Map.of("validFrom", "problem.deadline-in-the-past.detail"));
        }
        deadlines.set(programme, work, input.days(), input.validFrom());
        return Response.seeOther(UriBuilder.fromPath("t/{tenant}/deadlines").build(tenant)).build();
    }

    private void require(String programme, String work) {
        if (!deadlines.knows(programme, work)) {
            throw new NotFoundException();
        }
    }
}
