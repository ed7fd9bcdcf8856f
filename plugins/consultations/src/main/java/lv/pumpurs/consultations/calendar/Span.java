package lv.pumpurs.consultations.calendar;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the calendar shows: a day, a week from its Monday, or a month in whole weeks.
 *
 * @param view {@code day}, {@code week} or {@code month}
 * @param on a day of it
 * @param first the first day that is shown
 * @param last the last one
 */
public record Span(String view, LocalDate on, LocalDate first, LocalDate last) {

    /** All there are. */
    public static final List<String> VIEWS = List.of("day", "week", "month");

    private static final int EARLIEST = 2000;
    private static final int LATEST = 2100;

    static Span of(String view, LocalDate on) {
        return switch (view) {
            case "day" -> new Span(view, on, on, on);
            case "month" -> new Span(view, on, monday(on.withDayOfMonth(1)),
                    sunday(on.with(TemporalAdjusters.lastDayOfMonth())));
            default -> new Span("week", on, monday(on), sunday(on));
        };
    }

    /** As an address says it; a wrong value counts as none, and then it is this week. */
    static Span of(MultivaluedMap<String, String> query, LocalDate today) {
        String view = query.getFirst("view");
        LocalDate on = day(query.getFirst("on"));
        return of(view != null && VIEWS.contains(view) ? view : "week", on == null ? today : on);
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            LocalDate day = text == null || text.length() != 10 ? null : LocalDate.parse(text);
            return day == null || day.getYear() < EARLIEST || day.getYear() > LATEST ? null : day;
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static LocalDate sunday(LocalDate day) {
        return day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    }

    /**
     * Every day that is shown.
     *
     * @return in their order
     */
    public List<LocalDate> days() {
        return first.datesUntil(last.plusDays(1)).toList();
    }

    /**
     * A day of what comes before.
     *
     * @return a day, to be shown in the same view
     */
    public LocalDate previous() {
        return switch (view) {
            case "day" -> on.minusDays(1);
            case "month" -> on.withDayOfMonth(1).minusMonths(1);
            default -> on.minusWeeks(1);
        };
    }

    /**
     * A day of what comes next.
     *
     * @return a day, to be shown in the same view
     */
    public LocalDate next() {
        return switch (view) {
            case "day" -> on.plusDays(1);
            case "month" -> on.withDayOfMonth(1).plusMonths(1);
            default -> on.plusWeeks(1);
        };
    }

    /**
     * Number of a week, as it stands on calendars here: the first one is that of the first Thursday.
     *
     * @param day a day of it
     * @return 1 to 53
     */
    public static int week(LocalDate day) {
        return day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    /**
     * Whether a day is of the month that is shown, and not of its neighbours.
     *
     * @param day a day
     * @return true in the other views
     */
    public boolean isWithin(LocalDate day) {
        return !view.equals("month") || day.getMonth() == on.getMonth();
    }
}
