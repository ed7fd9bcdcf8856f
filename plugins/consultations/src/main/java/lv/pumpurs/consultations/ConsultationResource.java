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
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.Form;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.Requires;
import lv.pumpurs.spi.Role;

/** One consultation: its page, and what is done with it. Each act leads back to the page. */
@Path("t/{tenant}/consultations/{consultation}")
@Dependent
@Transactional
@Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class ConsultationResource {

    private final ConsultationFile file;
    private final ConsultationDesk desk;
    private final Caller caller;
    private final ReadLog readLog;

    /**
     * One per request.
     *
     * @param file where it lies
     * @param desk the school's rules and the time
     * @param caller who asks
     * @param readLog where it is written down who was shown whom
     */
    @Inject
    public ConsultationResource(ConsultationFile file, ConsultationDesk desk, Caller caller, ReadLog readLog) {
        this.file = file;
        this.desk = desk;
        this.caller = caller;
        this.readLog = readLog;
    }

    /**
     * One consultation.
     *
     * @param id key
     * @return the consultation, and what the reader can do with it now
     */
    @GET
    @Requires(ConsultationsPlugin.READ)
    public ConsultationView one(@PathParam("consultation") UUID id) {
        Consultation found = file.find(id, ConsultationsPlugin.READ);
        readLog.opened(found.learnerId());
        return file.view(found);
    }

    /**
     * A planned one was held.
     *
     * @param tenant slug of the tenant
     * @param id key
     * @param input the version that was read
     * @return 303 to the consultation
     */
    @POST
    @Path("holding")
    @Requires(ConsultationsPlugin.WRITE)
    public Response hold(@PathParam("tenant") String tenant, @PathParam("consultation") UUID id,
            @Valid ActOnConsultation input) {
        List<Consultation> held = file.take(id, input);
        desk.requireAgreed(held);
        file.each(held, one -> one.hold(desk.now(), rules(one)));
        return done(tenant, id);
    }

    /**
     * The learner did not come.
     *
     * @param tenant slug of the tenant
     * @param id key
     * @param input the version that was read
     * @return 303 to the consultation
     */
    @POST
    @Path("absence")
    @Requires(ConsultationsPlugin.WRITE)
    public Response miss(@PathParam("tenant") String tenant, @PathParam("consultation") UUID id,
            @Valid ActOnConsultation input) {
        file.each(file.take(id, input), one -> one.miss(desk.now()));
        return done(tenant, id);
    }

    /**
     * The form to call one off, or to take back what was written down as held by mistake.
     *
     * @param id key
     * @return an empty form
     */
    @GET
    @Path("cancellation")
    @Produces(MediaType.TEXT_HTML)
    @Requires(ConsultationsPlugin.WRITE)
    public Form cancellation(@PathParam("consultation") UUID id) {
        Consultation one = file.find(id, ConsultationsPlugin.WRITE);
        readLog.opened(one.learnerId());
        return new Form(CancelConsultation.class,
                Map.of("consultation", id.toString(), "version", Integer.toString(one.version()), "others",
                        Integer.toString(file.view(one).others()), "act",
                        one.state(desk.today()) instanceof ConsultationState.Planned ? "CANCEL" : "RETRACT"),
                Map.of());
    }

    /**
     * Calls a planned one off, or takes back what was written down as held by mistake.
     *
     * @param tenant slug of the tenant
     * @param id key
     * @param input why
     * @return 303 to the consultation
     */
    @POST
    @Path("cancellation")
    @Requires(ConsultationsPlugin.WRITE)
    public Response cancel(@PathParam("tenant") String tenant, @PathParam("consultation") UUID id,
            @Valid CancelConsultation input) {
        file.release(file.take(id, new ActOnConsultation(input.version(), input.all())),
                one -> one.cancel(input.reason()));
        return done(tenant, id);
    }

    /**
     * The learner's side says that it was held.
     *
     * @param tenant slug of the tenant
     * @param id key
     * @param input the version that was read
     * @return 303 to the consultation
     */
    @POST
    @Path("confirmation")
    @Requires(ConsultationsPlugin.CONFIRM)
    public Response confirm(@PathParam("tenant") String tenant, @PathParam("consultation") UUID id,
            @Valid ActOnConsultation input) {
        Consultation one = file.take(id, ConsultationsPlugin.CONFIRM, input);
        boolean self = one.learnerId().equals(caller.personId()) && caller.roles().contains(Role.LEARNER);
        file.each(List.of(one), held -> held.confirm(self ? Way.LEARNER : Way.GUARDIAN, desk.today()));
        return done(tenant, id);
    }

    private ConsultationRules rules(Consultation one) {
        UUID school = one.schoolId();
        // one that belongs to no school was held long ago: the aggregate says so
        ConsultationProblem.WRONG_STATE.unless(school != null);
        return desk.rules(Objects.requireNonNull(school));
    }

    static Response done(String tenant, UUID id) {
        return Response.seeOther(UriBuilder.fromPath("t/{tenant}/consultations/{consultation}").build(tenant, id))
            .build();
    }
}
