package lv.pumpurs.consultations;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import lv.pumpurs.consultations.ConsultationList.Choice;
import lv.pumpurs.consultations.Consultations.Reader;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.Requires;

/** Consultations of the learners in the caller's reach. */
@Path("t/{tenant}/consultations")
@Dependent
@Transactional
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class ConsultationsResource {

    private static final int LAST_PAGE = 10_000;

    private final Consultations consultations;
    private final ConsultationDesk desk;
    private final Caller caller;
    private final ReadLog readLog;

    /**
     * One per request.
     *
     * @param consultations of the bound tenant
     * @param desk for what the caller may write some down
     * @param caller who asks
     * @param readLog where it is written down who was shown whom
     */
    @Inject
    public ConsultationsResource(Consultations consultations, ConsultationDesk desk, Caller caller, ReadLog readLog) {
        this.consultations = consultations;
        this.desk = desk;
        this.caller = caller;
        this.readLog = readLog;
    }

    /**
     * Consultations, the latest first.
     *
     * @param uri its query: month, state, learner, page; a wrong value counts as none
     * @return one page
     */
    @GET
    @Requires(ConsultationsPlugin.READ)
    public ConsultationList list(@Context UriInfo uri) {
        ConsultationFilter filter = ConsultationFilter.of(uri.getQueryParameters());
        String asked = uri.getQueryParameters().getFirst("page");
        int page = asked != null && asked.matches("[1-9]\\d{0,3}") ? Math.min(Integer.parseInt(asked), LAST_PAGE) : 1;
        Reader reader = desk.reader(ConsultationsPlugin.READ);
        List<ConsultationLine> lines = consultations.page(reader, filter, page);
        List<Choice> choices = caller.may(ConsultationsPlugin.WRITE)
                ? desk.mine().stream().map(Choice::of).toList()
                : List.of();
        readLog.listed(lines.size() + choices.size(), filter.narrowings());
        return new ConsultationList(lines, consultations.count(reader, filter), page, filter, choices);
    }
}
