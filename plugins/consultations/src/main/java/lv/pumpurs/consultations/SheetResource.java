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
import java.util.Map;
import java.util.UUID;
import lv.pumpurs.spi.Form;
import lv.pumpurs.spi.KnownVersion;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.Requires;

/** One monthly sheet, the timesheet that it goes with, and its way back to the provider. */
@Path("t/{tenant}/consultations/sheets/{sheet}")
@Dependent
@Transactional
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class SheetResource {

    private final SheetReading reading;
    private final SheetDesk decisions;
    private final KnownVersion versions;
    private final ReadLog readLog;

    /**
     * One per request.
     *
     * @param reading how it is read
     * @param decisions where it is decided on
     * @param versions what the caller has read
     * @param readLog where it is written down who was shown whom
     */
    @Inject
    public SheetResource(SheetReading reading, SheetDesk decisions, KnownVersion versions, ReadLog readLog) {
        this.reading = reading;
        this.decisions = decisions;
        this.versions = versions;
        this.readLog = readLog;
    }

    /**
     * One sheet.
     *
     * @param id key
     * @return the sheet, and what the reader can do with it now
     */
    @GET
    @Requires(ConsultationsPlugin.READ)
    public SheetView one(@PathParam("sheet") UUID id) {
        return reading.sheet(id);
    }

    /**
     * The timesheet that it goes with.
     *
     * @param id key of the sheet
     * @return the provider's month at the school
     */
    @GET
    @Path("timesheet")
    @Requires(ConsultationsPlugin.TIMESHEET)
    public TimesheetView timesheet(@PathParam("sheet") UUID id) {
        return reading.timesheet(id);
    }

    /**
     * The form to give it back.
     *
     * @param id key
     * @return an empty form
     */
    @GET
    @Path("return")
    @Produces(MediaType.TEXT_HTML)
    @Requires(ConsultationsPlugin.RETURN)
    public Form returning(@PathParam("sheet") UUID id) {
        ConsultationSheet sheet = decisions.toReturn(id);
        readLog.opened(sheet.learnerId());
        return new Form(ReturnSheet.class,
                Map.of("sheet", id.toString(), "version", Integer.toString(sheet.version())), Map.of());
    }

    /**
     * Gives it back to the provider.
     *
     * @param tenant slug of the tenant
     * @param id key
     * @param input why
     * @return 303 to the sheet
     */
    @POST
    @Path("return")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Requires(ConsultationsPlugin.RETURN)
    public Response giveBack(@PathParam("tenant") String tenant, @PathParam("sheet") UUID id,
            @Valid ReturnSheet input) {
        ConsultationSheet sheet = decisions.toReturn(id);
        versions.require(input.version(), sheet.version());
        decisions.giveBack(sheet, input.reason());
        return Response
            .seeOther(UriBuilder.fromPath("t/{tenant}/consultations/sheets/{sheet}").build(tenant, id))
            .build();
    }
}
