package lv.pumpurs.bench;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicIntegerArray;
import lv.pumpurs.spi.BusinessTime;

/**
 * Times at which nothing is written down yet: a minute each, all days before one of them has a second one, so that a day
 * stays as full as a provider's day is. They lie before the consultations of {@code data/tenant.sql} and on other days of
 * the week, none of them on a public holiday.
 */
final class Slots {

    /** The day of the run, which the data were made for: midnight does not move the slots. */
    @SuppressWarnings("TimeInStaticInitializer")
    private static final LocalDate TODAY = LocalDate.now(BusinessTime.ZONE);
    /** A month of which the data hold all. */
    static final YearMonth MONTH = YearMonth.from(TODAY).minusMonths(1);

    private static final int FIRST_DAYS_AGO = 100;
    private static final int LAST_DAYS_AGO = 2990;
    private static final int MINUTES = 24 * 60;
    /** On these days of the week no holiday falls that has no date. */
    private static final Set<DayOfWeek> DAYS_OF_WEEK = Set.of(DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY,
            DayOfWeek.THURSDAY, DayOfWeek.SATURDAY);
    private static final Set<String> HOLIDAYS = Set.of("01-01", "05-01", "05-04", "06-23", "06-24", "11-18", "12-24",
            "12-25", "12-26", "12-31");
    private static final List<LocalDate> DAYS = TODAY.minusDays(LAST_DAYS_AGO)
        .datesUntil(TODAY.minusDays(FIRST_DAYS_AGO))
        .filter(day -> DAYS_OF_WEEK.contains(day.getDayOfWeek()) && !HOLIDAYS.contains(day.toString().substring(5)))
        .toList();

    private static final AtomicIntegerArray TAKEN = new AtomicIntegerArray(Settings.MOST_TENANTS + 1);

    private Slots() {}

    /** The next one of a tenant's. */
    static int next(int tenant) {
        int slot = TAKEN.getAndIncrement(tenant);
        if (slot >= DAYS.size() * MINUTES) {
            throw new IllegalStateException("All times of a tenant are taken");
        }
        return slot;
    }

    static LocalDate day(int slot) {
        return DAYS.get(slot % DAYS.size());
    }

    static LocalTime time(int slot) {
        return LocalTime.MIN.plusMinutes(slot / DAYS.size() % MINUTES);
    }
}
