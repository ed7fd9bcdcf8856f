package lv.pumpurs.consultations;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import lv.pumpurs.consultations.Consultations.Reader;
import lv.pumpurs.spi.ListExport;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.Requires;

/** The list of consultations as a file: the same view, whole. */
@Path("t/{tenant}/consultations/export/{format}")
@Dependent
@Transactional
public class ConsultationFilesResource {

    private static final List<String> COLUMNS = List.of("consultations.held-on", "consultations.starts-at",
            "consultations.learner", "consultations.class", "consultations.subject", "consultations.minutes",
            "consultations.mode", "consultations.state");

    private final Consultations consultations;
    private final ConsultationDesk desk;
    private final ReadLog readLog;
    private final ListExport lists;

    /**
     * One per request.
     *
     * @param consultations of the bound tenant
     * @param desk who reads
     * @param readLog where it is written down who was shown whom
     * @param lists makes a file of the list
     */
    @Inject
    public ConsultationFilesResource(Consultations consultations, ConsultationDesk desk, ReadLog readLog,
            ListExport lists) {
        this.consultations = consultations;
        this.desk = desk;
        this.readLog = readLog;
        this.lists = lists;
    }

    /**
     * All consultations in reach, or those to which the list is narrowed.
     *
     * @param format csv or xlsx
     * @param uri its query, as that of the list
     * @return the file
     */
    @GET
    @Produces(MediaType.WILDCARD)
    @Requires(ConsultationsPlugin.READ)
    public Response export(@PathParam("format") String format, @Context UriInfo uri) {
        ConsultationFilter filter = ConsultationFilter.of(uri.getQueryParameters());
        Reader reader = desk.reader(ConsultationsPlugin.READ);
        ListExport.Exported file = lists.of(format, "consultations", COLUMNS,
                row -> consultations.each(reader, filter,
                        line -> row.of(line.heldOn(), line.startsAt() == null ? null : line.startsAt().toString(),
                                line.name(), line.className(), line.subject(), line.minutes(),
                                word("mode", line.mode().name()),
                                word("state", line.state()))));
        readLog.listed(file.rows(), filter.narrowings());
        return file.response();
    }

    private static ListExport.Word word(String of, String code) {
        return new ListExport.Word("consultations." + of + "." + code);
    }
}
