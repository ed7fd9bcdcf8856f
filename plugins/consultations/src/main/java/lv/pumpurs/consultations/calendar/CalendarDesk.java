package lv.pumpurs.consultations.calendar;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.pumpurs.consultations.ConsultationDesk;
import lv.pumpurs.consultations.Consultations.Reader;
import lv.pumpurs.consultations.PublicHolidays;
import lv.pumpurs.consultations.calendar.Block.Hours;
import lv.pumpurs.consultations.calendar.CalendarView.Day;
import lv.pumpurs.consultations.calendar.CalendarView.Off;
import lv.pumpurs.spi.school.SchoolName;

/** Puts the days together: sessions, free half hours, days off. */
@Dependent
public class CalendarDesk {

    /** Of so many schools the own days off are shown: each is a statement. */
    private static final int SCHOOLS = 3;
    /** A day of a month has room for so many. */
    private static final int IN_CELL = 3;

    private final CalendarRows rows;
    private final ConsultationDesk desk;

    /**
     * On the bound tenant.
     *
     * @param rows what is there
     * @param desk the schools' rules
     */
    @Inject
    public CalendarDesk(CalendarRows rows, ConsultationDesk desk) {
        this.rows = rows;
        this.desk = desk;
    }

    /**
     * The days of a span, in a number of statements that depends on the reader's schools alone.
     *
     * @param reader who reads
     * @param span which days
     * @param writes whether free half hours are shown
     */
    List<Day> days(Reader reader, Span span, boolean writes) {
        Map<LocalDate, Long> counts = rows.counts(reader, span);
        boolean month = span.view().equals("month");
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        // a month with more is told in numbers: the first days alone would say nothing of the others
        List<CalendarRow> found = month && all > CalendarView.MOST
                ? List.of()
                : rows.rows(reader, span, CalendarView.MOST);
        Map<LocalDate, List<Entry>> entries = entries(found);
        Map<LocalDate, List<Off>> off = off(reader, span);
        Hours hours = Hours.of(entries.values().stream().flatMap(List::stream).toList());
        List<Day> days = new ArrayList<>();
        for (LocalDate date : span.days()) {
            List<Entry> ofDay = entries.getOrDefault(date, List.of());
            List<Entry> shown = month ? ofDay.subList(0, Math.min(IN_CELL, ofDay.size())) : ofDay;
            List<Off> why = off.getOrDefault(date, List.of());
            days.add(new Day(date, why, shown, Math.max(0, counts.getOrDefault(date, 0L) - shown.size()),
                    writes && !month ? Block.of(ofDay, hours, isOpen(date, why)) : List.of()));
        }
        return days;
    }

    /** A provider of several schools may have time where the others are off. */
    private static boolean isOpen(LocalDate date, List<Off> off) {
        return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0
                && off.stream()
                    .allMatch(one -> one.holiday() == null && one.school() != null
                            && !one.school().isEmpty());
    }

    /** Rows of a session lie side by side, by the time that they share. */
    private static Map<LocalDate, List<Entry>> entries(List<CalendarRow> found) {
        Map<UUID, List<CalendarRow>> sessions = found.stream()
            .collect(Collectors.groupingBy(CalendarRow::session, LinkedHashMap::new, Collectors.toList()));
        return sessions.values()
            .stream()
            .collect(Collectors.groupingBy(session -> session.getFirst().day(),
                    Collectors.mapping(Entry::of, Collectors.toList())));
    }

    private Map<LocalDate, List<Off>> off(Reader reader, Span span) {
        Map<LocalDate, List<Off>> off = new LinkedHashMap<>();
        span.days()
            .stream()
            .map(LocalDate::getYear)
            .distinct()
            .forEach(year -> PublicHolidays.of(year)
                .forEach((day, name) -> off.put(day, new ArrayList<>(List.of(new Off(name, null))))));
        List<SchoolName> schools = rows.schools(reader, SCHOOLS);
        for (SchoolName school : schools) {
            Set<LocalDate> own = desk.rules(school.id()).daysOff();
            // of an only school everybody knows the name
            String name = schools.size() == 1 ? "" : Objects.requireNonNull(school.name());
            own.forEach(day -> off.computeIfAbsent(day, none -> new ArrayList<>()).add(new Off(null, name)));
        }
        return off;
    }
}
