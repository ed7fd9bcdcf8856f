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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.consultations.ConsultationDesk.Wish;
import lv.pumpurs.spi.Form;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.Requires;

/** Moving a planned consultation to another time: another one is planned instead, by the same rules. */
@Path("t/{tenant}/consultations/{consultation}/moving")
@Dependent
@Transactional
public class MovingResource {

    private final ConsultationFile file;
    private final ConsultationDesk desk;
    private final Consultations consultations;
    private final ReadLog readLog;

    /**
     * One per request.
     *
     * @param file where it lies
     * @param desk where the other one is planned
     * @param consultations where both are written
     * @param readLog where it is written down who was shown whom
     */
    @Inject
    public MovingResource(ConsultationFile file, ConsultationDesk desk, Consultations consultations,
            ReadLog readLog) {
        this.file = file;
        this.desk = desk;
        this.consultations = consultations;
        this.readLog = readLog;
    }

    /**
     * The form, with the time as it is.
     *
     * @param id key
     * @return the form
     */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Requires(ConsultationsPlugin.WRITE)
    public Form form(@PathParam("consultation") UUID id) {
        Consultation one = file.find(id, ConsultationsPlugin.WRITE);
        readLog.opened(one.learnerId());
        LocalTime at = one.slot().startsAt();
        return new Form(MoveConsultation.class,
                Map.of("consultation", id.toString(), "version", Integer.toString(one.version()), "heldOn",
                        one.slot().day().toString(), "startsAt", at == null ? "" : at.toString(), "minutes",
                        Integer.toString(one.slot().minutes())),
                Map.of());
    }

    /**
     * Moves it.
     *
     * @param tenant slug of the tenant
     * @param id key
     * @param input when it is held instead
     * @return 303 to the consultation that is planned instead
     */
    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @Requires(ConsultationsPlugin.WRITE)
    public Response move(@PathParam("tenant") String tenant, @PathParam("consultation") UUID id,
            @Valid MoveConsultation input) {
        Consultation one = file.take(id, new ActOnConsultation(input.version(), false)).getFirst();
        UUID measure = one.measureId();
        ConsultationProblem.WRONG_STATE.unless(measure != null);
        List<Consultation> instead = desk.prepare(desk.all(Set.of(Objects.requireNonNull(measure))),
                new Wish(new Slot(input.heldOn(), input.startsAt(), input.minutes()), one.mode(), false,
                        one.subject(), input.known(), one));
        file.release(List.of(one), moved -> moved.moveTo(instead.getFirst().id()));
        consultations.add(instead);
        return ConsultationResource.done(tenant, instead.getFirst().id());
    }
}
