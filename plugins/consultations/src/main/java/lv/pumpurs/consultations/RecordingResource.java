package lv.pumpurs.consultations;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.UUID;
import lv.pumpurs.consultations.ConsultationDesk.Wish;
import lv.pumpurs.spi.Form;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Requires;
import org.jspecify.annotations.Nullable;

/** Writing down, or planning, a consultation with one learner. */
@Path("t/{tenant}/consultations/learners/{learner}/new")
@Dependent
@Transactional
public class RecordingResource {

    private final ConsultationDesk desk;
    private final ReadLog readLog;

    /**
     * One per request.
     *
     * @param desk where it is written
     * @param readLog where it is written down who was shown whom
     */
    @Inject
    public RecordingResource(ConsultationDesk desk, ReadLog readLog) {
        this.desk = desk;
        this.readLog = readLog;
    }

    /**
     * The form, filled with what is likely: now, and as long as usual.
     *
     * @param learnerId the learner
     * @param measure key of the measure; may be left out
     * @param at time of a slot of the calendar; may be left out
     * @return the form, with the learner's name
     */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Requires(ConsultationsPlugin.WRITE)
    public Form form(@PathParam("learner") UUID learnerId, @QueryParam("measure") @Nullable String measure,
            @QueryParam("at") @Nullable String at) {
        List<MeasureAtHand> mine = inReach(learnerId);
        readLog.opened(learnerId);
        MeasureAtHand likely = mine.stream()
            .filter(one -> one.id().toString().equals(measure))
            .findFirst()
            .orElseGet(mine::getFirst);
        return desk.form(List.of(likely), RecordingForm.at(at));
    }

    /**
     * Writes one down that was held, or plans one.
     *
     * @param tenant slug of the tenant
     * @param learnerId the learner
     * @param input what was typed
     * @return 201 with the place of the consultation
     */
    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @Requires(ConsultationsPlugin.WRITE)
    public Response add(@PathParam("tenant") String tenant, @PathParam("learner") UUID learnerId,
            @Valid RecordConsultation input) {
        MeasureAtHand meant = desk.meant(inReach(learnerId), input);
        desk.write(List.of(meant), wish(input));
        return Response.created(UriBuilder.fromPath("t/{tenant}/consultations").build(tenant)).build();
    }

    static Wish wish(RecordConsultation input) {
        return new Wish(new Slot(input.heldOn(), input.startsAt(), input.minutes()), input.way(), input.held(),
                input.subject(), input.known(), null);
    }

    private List<MeasureAtHand> inReach(UUID learnerId) {
        List<MeasureAtHand> mine = desk.of(learnerId);
        if (mine.isEmpty()) {
            throw new Refused(ConsultationProblem.LEARNER_UNKNOWN);
        }
        return mine;
    }
}
