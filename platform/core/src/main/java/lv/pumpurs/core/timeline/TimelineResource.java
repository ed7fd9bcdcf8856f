package lv.pumpurs.core.timeline;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.learner.Learner;
import lv.pumpurs.core.learner.Learners;
import lv.pumpurs.core.timeline.Timelines.Found;
import lv.pumpurs.core.web.ListQuery;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The timeline of a learner. */
@Path("t/{tenant}/learners/{learner}/timeline")
@Dependent
@Transactional
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class TimelineResource {

    private final Timelines timelines;
    private final Learners learners;
    private final Caller caller;
    private final ReadLog readLog;

    /**
     * One per request.
     *
     * @param timelines of the bound tenant
     * @param learners whose
     * @param caller who asks
     * @param readLog where it is written down who was shown whom
     */
    @Inject
    public TimelineResource(Timelines timelines, Learners learners, Caller caller, ReadLog readLog) {
        this.timelines = timelines;
        this.learners = learners;
        this.caller = caller;
        this.readLog = readLog;
    }

    /**
     * What happened, newest first.
     *
     * @param id the learner
     * @param uri its query: chapter, page, size; a wrong value counts as none
     * @return one page, with what the reader may see
     */
    @GET
    @Requires(Permissions.LEARNER_READ)
    @Operation(summary = "What happened to a learner, newest first, as far as the reader may see it")
    @Parameter(name = "chapter", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "CLASS, PLAN, CONTACT, GUARDIAN or OTHER")
    @Parameter(name = "page", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "From 1")
    @Parameter(name = "size", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "25, 50 or 100")
    public TimelineView timeline(@PathParam("learner") UUID id, @Context UriInfo uri) {
        Learner learner = learners.find(id, caller.personId(), caller.rolesWith(Permissions.LEARNER_READ))
            .orElseThrow(NotFoundException::new);
        ListQuery asked = ListQuery.of(uri.getQueryParameters(), Set.of("day"), "day");
        Chapter only = Chapter.of(uri.getQueryParameters().getFirst("chapter")).orElse(null);
        Found found = timelines.page(id, caller, only, asked.offset(), asked.size());
        readLog.opened(id);
        return new TimelineView(id, learner.givenName() + " " + learner.familyName(), found.entries(),
                asked.of(found.total()), Timelines.chapters(caller), only);
    }
}
