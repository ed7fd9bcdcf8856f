package lv.pumpurs.consultations.calendar;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import lv.pumpurs.consultations.ConsultationDesk;
import lv.pumpurs.consultations.Consultations.Reader;
import lv.pumpurs.consultations.ConsultationsPlugin;
import lv.pumpurs.consultations.calendar.CalendarView.Day;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.ReadLog.Narrowing;
import lv.pumpurs.spi.Requires;
import lv.pumpurs.spi.Role;

/** Consultations by day, week and month. */
@Path("t/{tenant}/consultations/calendar")
@Dependent
@Transactional
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class CalendarResource {

    private final CalendarDesk calendar;
    private final ConsultationDesk desk;
    private final Caller caller;
    private final ReadLog readLog;

    /**
     * One per request.
     *
     * @param calendar puts the days together
     * @param desk who reads
     * @param caller who asks
     * @param readLog where it is written down who was shown whom
     */
    @Inject
    public CalendarResource(CalendarDesk calendar, ConsultationDesk desk, Caller caller, ReadLog readLog) {
        this.calendar = calendar;
        this.desk = desk;
        this.caller = caller;
        this.readLog = readLog;
    }

    /**
     * A day, a week or a month.
     *
     * @param uri its query: view (day, week, month), on (a day of it), whose (own, all); a wrong value counts as none
     * @return the days
     */
    @GET
    @Requires(ConsultationsPlugin.READ)
    public CalendarView show(@Context UriInfo uri) {
        MultivaluedMap<String, String> query = uri.getQueryParameters();
        Reader all = desk.reader(ConsultationsPlugin.READ);
        boolean writes = caller.may(ConsultationsPlugin.WRITE);
        // whoever also sees the work of others has the own time first
        boolean choice = writes && all.roles().size() > 1;
        boolean own = writes && !(choice && "all".equals(query.getFirst("whose")));
        Reader reader = own ? new Reader(all.me(), Set.of(Role.PROVIDER), all.today()) : all;
        Span span = Span.of(query, all.today());
        List<Day> days = calendar.days(reader, span, own);
        int shown = days.stream().mapToInt(day -> day.entries().size()).sum();
        readLog.listed(shown, List.of(Narrowing.PERIOD));
        return new CalendarView(span, all.today(), own ? "own" : "all", choice, days);
    }
}
