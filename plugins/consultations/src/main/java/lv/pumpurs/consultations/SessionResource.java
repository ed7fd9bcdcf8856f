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
import lv.pumpurs.spi.Form;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.Requires;
import org.jspecify.annotations.Nullable;

/** Writing down, or planning, one session with several learners. */
@Path("t/{tenant}/consultations/sessions/new")
@Dependent
@Transactional
public class SessionResource {

    private static final int MOST = 40;

    private final ConsultationDesk desk;
    private final ReadLog readLog;

    /**
     * One per request.
     *
     * @param desk where it is written
     * @param readLog where it is written down who was shown whom
     */
    @Inject
    public SessionResource(ConsultationDesk desk, ReadLog readLog) {
        this.desk = desk;
        this.readLog = readLog;
    }

    /**
     * The form for the learners who were ticked.
     *
     * @param measures keys of measures, one a learner
     * @param at time of a slot of the calendar; may be left out
     * @return the form, with their names
     */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Requires(ConsultationsPlugin.WRITE)
    public Form form(@QueryParam("measure") List<String> measures, @QueryParam("at") @Nullable String at) {
        List<MeasureAtHand> all = desk.all(
                ConsultationDesk.keys(String.join(",", measures.stream().limit(MOST).toList())));
        readLog.listed(all.size(), List.of());
        return desk.form(all, RecordingForm.at(at));
    }

    /**
     * Writes the session down: once, for all of them.
     *
     * @param tenant slug of the tenant
     * @param input what was typed
     * @return 201 with the place of the list
     */
    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @Requires(ConsultationsPlugin.WRITE)
    public Response add(@PathParam("tenant") String tenant, @Valid RecordConsultation input) {
        desk.write(desk.all(ConsultationDesk.keys(input.measures())), RecordingResource.wish(input));
        return Response.created(UriBuilder.fromPath("t/{tenant}/consultations").build(tenant)).build();
    }
}
