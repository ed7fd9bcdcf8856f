package lv.pumpurs.consultations;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.TreeMap;

/**
 * Latvia's public holidays of any year, by the law "Par svētku, atceres un atzīmējamām dienām" (likumi.lv, 72608): days
 * with a date; Good Friday, Easter Sunday and Monday, Whit Sunday and the second Sunday of May (Mothers' Day); and, when 4
 * May or 18 November falls on a Saturday or Sunday, the next working day (amendments of 24 May 2007, in force since 26
 * June 2007). Four days follow from no calendar: the day after the closing of the Song and Dance Celebration in 2018 and
 * 2023, the Pope's visit in 2018 and the medal of the hockey team in 2023. A celebration to come is a day off of the
 * school until it stands here.
 */
public final class PublicHolidays {

    private static final String SONGS = "AFTER_SONGS";

    private static final Map<LocalDate, String> ONCE = Map.of(LocalDate.of(2018, Month.JULY, 9), SONGS,
            LocalDate.of(2018, Month.SEPTEMBER, 24), "POPE", LocalDate.of(2023, Month.MAY, 29), "HOCKEY",
            LocalDate.of(2023, Month.JULY, 10), SONGS);

    private PublicHolidays() {}

    /** Whether nobody works and no school teaches. */
    static boolean isHoliday(LocalDate day) {
        return of(day.getYear()).containsKey(day);
    }

    /**
     * All of a year.
     *
     * @param year the year
     * @return day to the code of its name; where two fall together the first one
     */
    public static Map<LocalDate, String> of(int year) {
        Map<LocalDate, String> days = new TreeMap<>();
        LocalDate easter = easter(year);
        days.put(LocalDate.of(year, Month.JANUARY, 1), "NEW_YEAR");
        days.put(easter.minusDays(2), "GOOD_FRIDAY");
        days.put(easter, "EASTER_SUNDAY");
        days.put(easter.plusDays(1), "EASTER_MONDAY");
        days.putIfAbsent(LocalDate.of(year, Month.MAY, 1), "LABOUR");
        days.put(easter.plusDays(49), "WHITSUN");
        days.putIfAbsent(LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.dayOfWeekInMonth(2, DayOfWeek.SUNDAY)),
                "MOTHERS");
        days.put(LocalDate.of(year, Month.JUNE, 23), "LIGO");
        days.put(LocalDate.of(year, Month.JUNE, 24), "JANI");
        days.put(LocalDate.of(year, Month.DECEMBER, 24), "CHRISTMAS_EVE");
        days.put(LocalDate.of(year, Month.DECEMBER, 25), "CHRISTMAS");
        days.put(LocalDate.of(year, Month.DECEMBER, 26), "SECOND_CHRISTMAS");
        days.put(LocalDate.of(year, Month.DECEMBER, 31), "NEW_YEARS_EVE");
        withNextWorkingDay(days, LocalDate.of(year, Month.MAY, 4), "INDEPENDENCE", year >= 2008);
        withNextWorkingDay(days, LocalDate.of(year, Month.NOVEMBER, 18), "PROCLAMATION", year >= 2007);
        ONCE.forEach((day, name) -> {
            if (day.getYear() == year) {
                days.put(day, name);
            }
        });
        return days;
    }

    private static void withNextWorkingDay(Map<LocalDate, String> days, LocalDate day, String name, boolean moves) {
        days.putIfAbsent(day, name);
        if (moves && day.getDayOfWeek() == DayOfWeek.SATURDAY) {
            days.putIfAbsent(day.plusDays(2), "MOVED");
        } else if (moves && day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            days.putIfAbsent(day.plusDays(1), "MOVED");
        }
    }

    /** Easter Sunday of the Gregorian calendar, after Meeus, Jones and Butcher. */
    static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int inCentury = year % 100;
        int correction = (century - (century + 8) / 25 + 1) / 3;
        int epact = (19 * golden + century - century / 4 - correction + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7;
        int late = (golden + 11 * epact + 22 * weekday) / 451;
        int days = epact + weekday - 7 * late + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1);
    }
}
