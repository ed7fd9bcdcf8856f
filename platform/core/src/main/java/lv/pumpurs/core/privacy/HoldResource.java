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
import java.util.Map;
import java.util.UUID;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.Form;
import lv.pumpurs.spi.Idempotent;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Whose data must be kept: as long as that holds, nobody forgets them, the platform neither. */
@Path("t/{tenant}/subjects/{learner}/hold")
@Dependent
@Transactional
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class HoldResource {

    private final DataSubjects subjects;
    private final PrivacyActs acts;
    private final Caller caller;
    private final ReadLog readLog;

    /**
     * One per request.
     *
     * @param subjects of the bound tenant
     * @param acts where holds are kept
     * @param caller who asks
     * @param readLog where it is written down who was shown whom
     */
    @Inject
    public HoldResource(DataSubjects subjects, PrivacyActs acts, Caller caller, ReadLog readLog) {
        this.subjects = subjects;
        this.acts = acts;
        this.caller = caller;
        this.readLog = readLog;
    }

    /**
     * The form to say so.
     *
     * @param id the learner
     * @return an empty form
     */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Requires(Permissions.RETENTION_WRITE)
    @Operation(summary = "The form to place a legal hold on a learner's data")
    public Form form(@PathParam("learner") UUID id) {
        require(id);
        readLog.opened(id);
        return new Form(HoldLearner.class, Map.of("subject", id.toString()), Map.of());
    }

    /**
     * Says so.
     *
     * @param tenant slug of the tenant
     * @param id the learner
     * @param input why
     * @return 303 to the learner
     */
    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Requires(Permissions.RETENTION_WRITE)
    @Idempotent(because = "whose data are held already stay held as they were")
    @Operation(summary = "Place a legal hold on a learner's data; one that is there stays as it is")
    public Response hold(@PathParam("tenant") String tenant, @PathParam("learner") UUID id, @Valid HoldLearner input) {
        subjects.lock(id);
        require(id);
        acts.hold(id, caller.personId(), PrivacyProblem.reason(input.reason()));
        return there(tenant, id);
    }

    /**
     * Says that it holds no more.
     *
     * @param tenant slug of the tenant
     * @param id the learner
     * @return 303 to the learner
     */
    @POST
    @Path("end")
    @Requires(Permissions.RETENTION_WRITE)
    @Operation(summary = "Lift the legal hold of a learner's data")
    public Response end(@PathParam("tenant") String tenant, @PathParam("learner") UUID id) {
        require(id);
        PrivacyProblem.NOT_HELD.when(!acts.lift(id, caller.personId()));
        return there(tenant, id);
    }

    private void require(UUID id) {
        if (subjects.find(id).isEmpty()) {
            throw new NotFoundException();
        }
    }

    private static Response there(String tenant, UUID id) {
        return Response.seeOther(UriBuilder.fromPath("/t/{tenant}/subjects/{learner}").build(tenant, id)).build();
    }
}
