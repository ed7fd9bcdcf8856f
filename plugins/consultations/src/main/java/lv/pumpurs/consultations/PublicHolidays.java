package lv.pumpurs.consultations;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import java.util.TreeSet;

/**
 * Latvia's public holidays of any year, by the law "Par svētku, atceres un atzīmējamām dienām" (likumi.lv, 72608): days
 * with a date; Good Friday, Easter Sunday and Monday, Whit Sunday and the second Sunday of May (Mothers' Day); and, when 4
 * May or 18 November falls on a Saturday or Sunday, the next working day (amendments of 24 May 2007, in force since 26
 * June 2007). Four days follow from no calendar: the day after the closing of the Song and Dance Celebration in 2018 and
 * 2023, the Pope's visit in 2018 and the medal of the hockey team in 2023. A celebration to come is a day off of the
 * school until it stands here.
 */
final class PublicHolidays {

    private static final Set<LocalDate> ONCE = Set.of(LocalDate.of(2018, Month.JULY, 9),
            LocalDate.of(2018, Month.SEPTEMBER, 24), LocalDate.of(2023, Month.MAY, 29),
            LocalDate.of(2023, Month.JULY, 10));

    private PublicHolidays() {}

    /** Whether nobody works and no school teaches. */
    static boolean isHoliday(LocalDate day) {
        return of(day.getYear()).contains(day);
    }

    /** All of a year. */
    static Set<LocalDate> of(int year) {
        Set<LocalDate> days = new TreeSet<>();
        LocalDate easter = easter(year);
        days.add(LocalDate.of(year, Month.JANUARY, 1));
        days.add(easter.minusDays(2));
        days.add(easter);
        days.add(easter.plusDays(1));
        days.add(LocalDate.of(year, Month.MAY, 1));
        days.add(LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.dayOfWeekInMonth(2, DayOfWeek.SUNDAY)));
        days.add(easter.plusDays(49));
        days.add(LocalDate.of(year, Month.JUNE, 23));
        days.add(LocalDate.of(year, Month.JUNE, 24));
        for (int day : new int[]{24, 25, 26, 31}) {
            days.add(LocalDate.of(year, Month.DECEMBER, day));
        }
        withNextWorkingDay(days, LocalDate.of(year, Month.MAY, 4), year >= 2008);
        withNextWorkingDay(days, LocalDate.of(year, Month.NOVEMBER, 18), year >= 2007);
        ONCE.stream().filter(day -> day.getYear() == year).forEach(days::add);
        return days;
    }

    private static void withNextWorkingDay(Set<LocalDate> days, LocalDate day, boolean moves) {
        days.add(day);
        if (moves && day.getDayOfWeek() == DayOfWeek.SATURDAY) {
            days.add(day.plusDays(2));
        } else if (moves && day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            days.add(day.plusDays(1));
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
