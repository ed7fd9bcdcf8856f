package lv.pumpurs.consultations;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import lv.pumpurs.spi.ListExport;
import lv.pumpurs.spi.Papers;
import lv.pumpurs.spi.Requires;
import org.jspecify.annotations.Nullable;

/** A monthly sheet and a timesheet on paper and as a file. */
@Path("t/{tenant}/consultations/sheets/{sheet}")
@Dependent
@Transactional
@Produces(MediaType.WILDCARD)
public class SheetFilesResource {

    private static final List<String> SHEET = List.of("consultations.learner", "consultations.sheet.plan",
            "consultations.held-on", "consultations.starts-at", "consultations.minutes", "consultations.quantity",
            "consultations.subject", "consultations.mode", "consultations.confirmed", "consultations.sheet.disallowed");

    private static final List<String> TIMESHEET = List.of("consultations.provider", "consultations.held-on",
            "consultations.starts-at", "consultations.minutes", "consultations.lessons", "consultations.subject",
            "consultations.mode", "consultations.sheet.plans");

    private final SheetReading reading;
    private final ListExport lists;
    private final Papers papers;

    /**
     * One per request.
     *
     * @param reading how they are read
     * @param lists makes a file of the rows
     * @param papers puts them on paper
     */
    @Inject
    public SheetFilesResource(SheetReading reading, ListExport lists, Papers papers) {
        this.reading = reading;
        this.lists = lists;
        this.papers = papers;
    }

    /**
     * The sheet as a PDF, in Latvian.
     *
     * @param id key
     * @return the file
     */
    @GET
    @Path("pdf")
    @Requires(ConsultationsPlugin.READ)
    public Response paper(@PathParam("sheet") UUID id) {
        return papers.of("consultation-sheet", () -> new SheetPaper(reading.sheet(id)));
    }

    /**
     * The sheet as a table.
     *
     * @param id key
     * @param format csv or xlsx
     * @return the file
     */
    @GET
    @Path("export/{format}")
    @Requires(ConsultationsPlugin.READ)
    public Response table(@PathParam("sheet") UUID id, @PathParam("format") String format) {
        SheetView sheet = reading.sheet(id);
        return lists.of(format, "consultation-sheet", SHEET,
                row -> sheet.rows()
                    .forEach(one -> row.of(sheet.head().learnerName(), sheet.head().planCode(), one.heldOn(),
                            at(one.startsAt()), one.minutes(), one.quantity(), one.subject(), held(one.mode()),
                            one.confirmedOn(), one.disallowed())))
            .response();
    }

    /**
     * The timesheet that it goes with as a PDF, in Latvian.
     *
     * @param id key of the sheet
     * @return the file
     */
    @GET
    @Path("timesheet/pdf")
    @Requires(ConsultationsPlugin.TIMESHEET)
    public Response timesheetPaper(@PathParam("sheet") UUID id) {
        return papers.of("consultation-timesheet", () -> new TimesheetPaper(reading.timesheet(id)));
    }

    /**
     * The timesheet that it goes with as a table.
     *
     * @param id key of the sheet
     * @param format csv or xlsx
     * @return the file
     */
    @GET
    @Path("timesheet/export/{format}")
    @Requires(ConsultationsPlugin.TIMESHEET)
    public Response timesheetTable(@PathParam("sheet") UUID id, @PathParam("format") String format) {
        TimesheetView sheet = reading.timesheet(id);
        return lists.of(format, "consultation-timesheet", TIMESHEET,
                row -> sheet.days()
                    .forEach(day -> day.sessions()
                        .forEach(one -> row.of(sheet.providerName(), day.day(), at(one.startsAt()),
                                one.time().minutes(), one.time().lessons(), one.subject(), held(one.mode()),
                                String.join(", ", one.planCodes())))))
            .response();
    }

    private static @Nullable String at(@Nullable LocalTime time) {
        return time == null ? null : time.toString();
    }

    private static ListExport.Word held(Mode mode) {
        return new ListExport.Word("consultations.mode." + mode);
    }
}
