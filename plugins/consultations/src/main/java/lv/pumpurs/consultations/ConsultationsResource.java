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
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.pumpurs.consultations.ConsultationList.Choice;
import lv.pumpurs.spi.BusinessTime;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.Form;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.ListExport;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Requires;
import lv.pumpurs.spi.learner.RosterLearner;

/** Held consultations of the learners in the caller's reach. */
@Path("t/{tenant}/consultations")
@Dependent
@Transactional
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class ConsultationsResource {

    private static final List<String> COLUMNS = List.of("consultations.held-on", "consultations.learner",
            "consultations.class", "consultations.subject", "consultations.minutes");

    private final Consultations consultations;
    private final Caller caller;
    private final InstantSource clock;
    private final ReadLog readLog;
    private final ListExport lists;

    /**
     * One per request.
     *
     * @param consultations of the bound tenant
     * @param caller who asks
     * @param clock business time
     * @param readLog where it is written down who was shown whom
     * @param lists makes a file of the list
     */
    @Inject
    public ConsultationsResource(Consultations consultations, Caller caller, InstantSource clock, ReadLog readLog,
            ListExport lists) {
        this.consultations = consultations;
        this.caller = caller;
        this.clock = clock;
        this.readLog = readLog;
        this.lists = lists;
    }

    /**
     * The latest consultations.
     *
     * @return newest first
     */
    @GET
    @Requires(ConsultationsPlugin.READ)
    public ConsultationList list() {
        List<Choice> choices = caller.may(ConsultationsPlugin.WRITE)
                ? consultations.learners(caller.personId(), caller.rolesWith(ConsultationsPlugin.WRITE))
                    .stream()
                    .map(learner -> new Choice(learner.id(), learner.name(), learner.className()))
                    .toList()
                : List.of();
        List<ConsultationLine> latest = consultations.latest(caller.personId(),
                caller.rolesWith(ConsultationsPlugin.READ));
        readLog.listed(latest.size() + choices.size(), List.of());
        return new ConsultationList(latest, choices);
    }

    /**
     * All consultations in reach as a file.
     *
     * @param format csv or xlsx
     * @return the file
     */
    @GET
    @Path("export/{format}")
    @Produces(MediaType.WILDCARD)
    @Requires(ConsultationsPlugin.READ)
    public Response export(@PathParam("format") String format) {
        ListExport.Exported file = lists.of(format, "consultations", COLUMNS,
                row -> consultations.each(caller.personId(), caller.rolesWith(ConsultationsPlugin.READ),
                        line -> row.of(line.heldOn(), line.givenName() + " " + line.familyName(), line.className(),
                                line.subject(), line.minutes())));
        readLog.listed(file.rows(), List.of());
        return file.response();
    }

    /**
     * The form to record one with a learner.
     *
     * @param learnerId the learner
     * @return an empty form, with the learner's name
     */
    @GET
    @Path("learners/{learner}/new")
    @Produces(MediaType.TEXT_HTML)
    @Requires(ConsultationsPlugin.WRITE)
    public Form form(@PathParam("learner") UUID learnerId) {
        RosterLearner learner = inReach(learnerId);
        readLog.opened(learnerId);
        return new Form(RecordConsultation.class, Map.of("learner", learner.name()), Map.of());
    }

    /**
     * Records a consultation that was held.
     *
     * @param tenant slug of the tenant
     * @param learnerId the learner
     * @param input what was typed
     * @return 201 with the place of the list
     */
    @POST
    @Path("learners/{learner}/new")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Requires(ConsultationsPlugin.WRITE)
    public Response add(@PathParam("tenant") String tenant, @PathParam("learner") UUID learnerId,
            @Valid RecordConsultation input) {
        inReach(learnerId);
        consultations.add(Consultation.held(Ids.next(), learnerId, caller.personId(), input.heldOn(),
                BusinessTime.today(clock), input.subject().strip(), input.minutes()));
        return Response.created(UriBuilder.fromPath("t/{tenant}/consultations").build(tenant)).build();
    }

    private RosterLearner inReach(UUID learnerId) {
        return consultations.learner(caller.personId(), caller.rolesWith(ConsultationsPlugin.WRITE), learnerId)
            .orElseThrow(() -> new Refused(ConsultationProblem.LEARNER_UNKNOWN));
    }
}
