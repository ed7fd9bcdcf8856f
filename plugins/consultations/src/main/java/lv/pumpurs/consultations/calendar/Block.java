package lv.pumpurs.consultations.calendar;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of a provider's day, in half hours: free, or with what is in it.
 *
 * @param from when it begins
 * @param halves how many half hours it takes
 * @param free whether a consultation can be written down at its beginning
 * @param entries what is in it
 */
public record Block(LocalTime from, int halves, boolean free, List<Entry> entries) {

    private static final int HALF = 30;
    private static final int FIRST = 7 * 2;
    private static final int LAST = 20 * 2;
    private static final int OF_DAY = 24 * 2;

    /** The half hours that the calendar has on some days: from 7 to 20, and more where something is earlier or later. */
    record Hours(int first, int last) {

        static Hours of(List<Entry> entries) {
            int first = FIRST;
            int last = LAST;
            for (Entry entry : entries) {
                if (entry.startsAt() != null) {
                    first = Math.min(first, begin(entry));
                    last = Math.max(last, end(entry));
                }
            }
            return new Hours(first, last);
        }
    }

    /**
     * A day in a row of blocks without gaps, so that the days of a week stand beside each other.
     *
     * @param entries of the day, by their time
     * @param hours that all days have
     * @param open whether there is teaching on the day
     */
    static List<Block> of(List<Entry> entries, Hours hours, boolean open) {
        List<Block> blocks = new ArrayList<>();
        for (int half = hours.first(); half < hours.last();) {
            int end = half + 1;
            List<Entry> within = within(entries, half, end);
            // what runs into what is in it belongs to it
            for (int longer = longest(within, end); longer > end; longer = longest(within, end)) {
                end = longer;
                within = within(entries, half, end);
            }
            blocks.add(new Block(LocalTime.ofSecondOfDay(half * (HALF * 60L)), end - half,
                    open && within.stream().noneMatch(Entry::takesTime), within));
            half = end;
        }
        return blocks;
    }

    private static List<Entry> within(List<Entry> entries, int from, int to) {
        return entries.stream()
            .filter(one -> one.startsAt() != null && begin(one) >= from && begin(one) < to)
            .toList();
    }

    private static int longest(List<Entry> within, int end) {
        return within.stream().mapToInt(Block::end).reduce(end, Math::max);
    }

    private static int begin(Entry entry) {
        LocalTime at = entry.startsAt();
        return at == null ? FIRST : (at.getHour() * 60 + at.getMinute()) / HALF;
    }

    private static int end(Entry entry) {
        LocalTime at = entry.startsAt();
        int minutes = at == null ? 0 : at.getHour() * 60 + at.getMinute() + entry.minutes();
        return Math.min(OF_DAY, (minutes + HALF - 1) / HALF);
    }
}
