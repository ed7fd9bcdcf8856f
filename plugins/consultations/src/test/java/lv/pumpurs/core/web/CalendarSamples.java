package lv.pumpurs.core.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.pumpurs.consultations.ConsultationFilter;
import lv.pumpurs.consultations.calendar.Block;
import lv.pumpurs.consultations.calendar.CalendarView;
import lv.pumpurs.consultations.calendar.CalendarView.Day;
import lv.pumpurs.consultations.calendar.CalendarView.Off;
import lv.pumpurs.consultations.calendar.Entry;
import lv.pumpurs.consultations.calendar.Span;
import lv.pumpurs.consultations.feed.FeedView;
import org.jspecify.annotations.Nullable;

/** Calendars with much in them and with nothing, and what becomes of the feed. */
final class CalendarSamples {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final LocalTime SEVEN = LocalTime.of(7, 0);

    private CalendarSamples() {}

    static Map<String, Record> all() {
        Map<String, Record> all = new LinkedHashMap<>();
        all.put("calendar-week", new CalendarView(new Span("week", TODAY, MONDAY, MONDAY.plusDays(6)), TODAY, "own",
                true, days(MONDAY, 7, true, 6)));
        all.put("calendar-week-none", new CalendarView(new Span("week", TODAY, MONDAY, MONDAY.plusDays(6)), TODAY,
                "all", false, days(MONDAY, 7, false, 0)));
        all.put("calendar-week-all", new CalendarView(new Span("week", TODAY, MONDAY, MONDAY.plusDays(6)), TODAY,
                "all", true, days(MONDAY, 7, false, 12)));
        all.put("calendar-day", new CalendarView(new Span("day", TODAY, TODAY, TODAY), TODAY, "own", true,
                days(TODAY, 1, true, 6)));
        all.put("calendar-day-none", new CalendarView(new Span("day", TODAY, TODAY, TODAY), TODAY, "all", false,
                days(TODAY, 1, false, 0)));
        Span month = new Span("month", TODAY, LocalDate.of(2026, 10, 26), LocalDate.of(2026, 12, 6));
        all.put("calendar-month", new CalendarView(month, TODAY, "own", true, days(month.first(), 42, false, 3)));
        all.put("calendar-month-none", new CalendarView(month, TODAY, "all", false, days(month.first(), 42, false, 0)));
        all.put("feed-none", new FeedView(null, null, null));
        all.put("feed-made", new FeedView("https://pumpurs.example/t/lubana/consultations/feeds/" + "a2".repeat(16)
                + "/calendar.ics", TODAY, null));
        all.put("feed-there", new FeedView(null, MONDAY, TODAY));
        return all;
    }

    private static List<Day> days(LocalDate first, int days, boolean blocks, int entries) {
        List<Day> all = new ArrayList<>();
        for (int i = 0; i < days; i++) {
            LocalDate date = first.plusDays(i);
            boolean weekend = date.getDayOfWeek().getValue() > 5;
            List<Entry> ofDay = new ArrayList<>();
            for (int j = 0; j < (weekend ? 0 : entries - i % 3); j++) {
                ofDay.add(entry(j + i % 2));
            }
            List<Off> off = date.equals(LocalDate.of(2026, 11, 18))
                    ? List.of(new Off("PROCLAMATION", null))
                    : date.equals(LocalDate.of(2026, 11, 27))
                            ? List.of(new Off(null, "Lubānas vidusskola"))
                            : List.of();
            all.add(new Day(date, off, ofDay, entries > 6 || (days > 7 && entries > 0 && i % 4 == 1) ? 12 : 0,
                    blocks ? blocks(ofDay, !weekend) : List.of()));
        }
        return all;
    }

    private static Entry entry(int number) {
        @Nullable
        String name = number % 3 == 1
                ? null
                : number % 3 == 0 ? "Anna-Elizabete Skuja-Kalniņzemniece" : "Jānis Bērziņš";
        return new Entry(new UUID(1, number), SEVEN.plusMinutes(60L * number % 720), 40, "Matemātika",
                number % 8 == 7 ? "MIXED" : ConsultationFilter.STATES.get(number % 8), name == null ? 7 : 1, name);
    }

    private static List<Block> blocks(List<Entry> entries, boolean open) {
        List<Block> blocks = new ArrayList<>();
        for (int half = 0; half < 26; half++) {
            LocalTime from = SEVEN.plusMinutes(30L * half);
            List<Entry> within = entries.stream().filter(one -> from.equals(one.startsAt())).toList();
            blocks.add(new Block(from, within.isEmpty() ? 1 : 2, open && within.isEmpty(), within));
            half += within.isEmpty() ? 0 : 1;
        }
        return blocks;
    }
}
