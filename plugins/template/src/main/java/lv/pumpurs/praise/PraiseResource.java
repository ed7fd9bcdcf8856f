package lv.pumpurs.praise;

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
import lv.pumpurs.praise.PraiseList.Choice;
import lv.pumpurs.spi.BusinessTime;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.Form;
import lv.pumpurs.spi.ListExport;
import lv.pumpurs.spi.PluginSettings;
import lv.pumpurs.spi.PluginSettings.Values;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Requires;
import lv.pumpurs.spi.learner.RosterLearner;

/**
 * Praise of the learners in the caller's reach. Transactional, for reading too: a tenant is bound to a transaction. A
 * browser gets the page, a program the JSON, of the same method.
 */
@Path("t/{tenant}/praise")
@Dependent
@Transactional
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class PraiseResource {

    private static final List<String> COLUMNS = List.of("praise.given-on", "praise.learner", "praise.class",
            "praise.words");

    private final Praises praises;
    private final Caller caller;
    private final PluginSettings settings;
    private final InstantSource clock;
    private final ReadLog readLog;
    private final ListExport lists;

    /**
     * One per request.
     *
     * @param praises of the bound tenant
     * @param caller who asks
     * @param settings what each school is set to
     * @param clock business time: a test says what day it is
     * @param readLog where it is written down who was shown whom
     * @param lists makes a file of the list
     */
    @Inject
    public PraiseResource(Praises praises, Caller caller, PluginSettings settings, InstantSource clock,
            ReadLog readLog, ListExport lists) {
        this.praises = praises;
        this.caller = caller;
        this.settings = settings;
        this.clock = clock;
        this.readLog = readLog;
        this.lists = lists;
    }

    /**
     * The latest praise.
     *
     * @return newest first
     */
    @GET
    @Requires(PraisePlugin.READ)
    public PraiseList list() {
        List<PraiseLine> latest = praises.latest(caller.personId(), caller.rolesWith(PraisePlugin.READ));
        List<Choice> choices = caller.may(PraisePlugin.WRITE)
                ? praises.learners(caller.personId(), caller.rolesWith(PraisePlugin.WRITE))
                    .stream()
                    .map(learner -> new Choice(learner.id(), learner.name(), learner.className()))
                    .toList()
                : List.of();
        // a page that shows people and does not say so is refused
        readLog.listed(latest.size() + choices.size(), List.of());
        return new PraiseList(latest, choices);
    }

    /**
     * All praise in reach as a file.
     *
     * @param format csv or xlsx
     * @return the file
     */
    @GET
    @Path("export/{format}")
    @Produces(MediaType.WILDCARD)
    @Requires(PraisePlugin.READ)
    public Response export(@PathParam("format") String format) {
        ListExport.Exported file = lists.of(format, "praise", COLUMNS,
                row -> praises.each(caller.personId(), caller.rolesWith(PraisePlugin.READ),
                        line -> row.of(line.givenOn(), line.learner(), line.className(), line.words())));
        readLog.listed(file.rows(), List.of());
        return file.response();
    }

    /**
     * The form to praise a learner.
     *
     * @param learnerId the learner
     * @return an empty form, with the learner's name
     */
    @GET
    @Path("learners/{learner}/new")
    @Produces(MediaType.TEXT_HTML)
    @Requires(PraisePlugin.WRITE)
    public Form form(@PathParam("learner") UUID learnerId) {
        RosterLearner learner = inReach(learnerId);
        readLog.opened(learnerId);
        return new Form(WritePraise.class, Map.of("learner", learner.name()), Map.of());
    }

    /**
     * Praises a learner.
     *
     * @param tenant slug of the tenant
     * @param learnerId the learner
     * @param input what was typed
     * @return 201 with the place of the list; a browser is sent there
     */
    @POST
    @Path("learners/{learner}/new")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Requires(PraisePlugin.WRITE)
    public Response add(@PathParam("tenant") String tenant, @PathParam("learner") UUID learnerId,
            @Valid WritePraise input) {
        UUID school = inReach(learnerId).schoolId();
        if (school == null) {
            throw new Refused(PraiseProblem.LEARNER_UNKNOWN);
        }
        Values values = settings.of(PraisePlugin.ID, school);
        praises.add(Praise.given(learnerId, caller.personId(), BusinessTime.today(clock), input.words().strip(),
                values));
        return Response.created(UriBuilder.fromPath("t/{tenant}/praise").build(tenant)).build();
    }

    private RosterLearner inReach(UUID learnerId) {
        return praises.learner(learnerId, caller.personId(), caller.rolesWith(PraisePlugin.WRITE))
            .orElseThrow(() -> new Refused(PraiseProblem.LEARNER_UNKNOWN));
    }
}
