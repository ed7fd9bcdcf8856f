package lv.pumpurs.consultations.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The calendar.
 *
 * @param span what is shown
 * @param today the day in Latvia
 * @param whose {@code own} or {@code all} that the reader reaches
 * @param choice whether the reader can choose between the two
 * @param days one after the other
 */
public record CalendarView(Span span, LocalDate today, String whose, boolean choice, List<Day> days) {

    /** More than these would not be read on one page. */
    static final int MOST = 400;
    private static final int OF_WEEK = 7;

    /**
     * One day.
     *
     * @param date the day
     * @param off why there is no teaching, or not everywhere
     * @param entries sessions, by their time
     * @param more how many sessions there are beside them
     * @param blocks the same as a day with its free half hours; empty for a reader who does not write
     */
    public record Day(LocalDate date, List<Off> off, List<Entry> entries, long more, List<Block> blocks) {}

    /**
     * A day without teaching.
     *
     * @param holiday code of a public holiday; null for a day of the school's own
     * @param school the school; null for a public holiday
     */
    public record Off(@Nullable String holiday, @Nullable String school) {}

    /**
     * The days by weeks.
     *
     * @return each with seven days, from Monday; for a day alone this one
     */
    public List<List<Day>> weeks() {
        List<List<Day>> weeks = new ArrayList<>();
        for (int i = 0; i < days.size(); i += OF_WEEK) {
            weeks.add(days.subList(i, Math.min(days.size(), i + OF_WEEK)));
        }
        return weeks;
    }

    /**
     * Whether there is nothing at all.
     *
     * @return true if so
     */
    public boolean isBare() {
        return days.stream().allMatch(day -> day.entries().isEmpty() && day.more() == 0);
    }

    /**
     * Address of a view.
     *
     * @param view which one
     * @param on a day of it
     * @return the query of a link
     */
    public String query(String view, LocalDate on) {
        return "?view=" + view + "&on=" + on + (choice ? "&whose=" + whose : "");
    }
}
