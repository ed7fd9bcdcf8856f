package lv.pumpurs.consultations;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The school days of the demonstration, and what was known on them. */
final class DemoDays {

    /** Mondays of the weeks without teaching in autumn and spring, of the school years that the demonstration tells of. */
    private static final List<LocalDate> BREAKS = List.of(LocalDate.of(2017, 10, 23), LocalDate.of(2018, 3, 12),
            LocalDate.of(2018, 10, 22), LocalDate.of(2019, 3, 11), LocalDate.of(2019, 10, 21),
            LocalDate.of(2020, 3, 16), LocalDate.of(2020, 10, 19), LocalDate.of(2021, 3, 15),
            LocalDate.of(2026, 10, 19), LocalDate.of(2027, 3, 15));

    /** Schools were closed on 13 March 2020; the state of emergency ended on 9 June. */
    static final LocalDate CLOSED_FROM = LocalDate.of(2020, 3, 13);
    static final LocalDate CLOSED_TO = LocalDate.of(2020, 6, 9);

    static final ConsultationRules RULES = new ConsultationRules(40, 40, 7, 72, Set.of(), BREAKS.stream()
        .flatMap(monday -> monday.datesUntil(monday.plusDays(DayOfWeek.FRIDAY.getValue())))
        .collect(Collectors.toSet()));

    private DemoDays() {}

    /** Days of teaching between two days, both among them. */
    static List<LocalDate> between(LocalDate first, LocalDate last) {
        return last.isBefore(first)
                ? List.of()
                : first.datesUntil(last.plusDays(1)).filter(DemoDays::isTaught).toList();
    }

    /** So many of some days, as evenly as they can be had. */
    static List<LocalDate> spread(List<LocalDate> days, int number) {
        return IntStream.range(0, days.isEmpty() ? 0 : number)
            .mapToObj(i -> days.get((int) ((2L * i + 1) * days.size() / (2L * number))))
            .toList();
    }

    static Mode mode(LocalDate day) {
        return day.isBefore(CLOSED_FROM) || day.isAfter(CLOSED_TO) ? Mode.IN_PERSON : Mode.REMOTE;
    }

    private static boolean isTaught(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && !PublicHolidays.isHoliday(day)
                && !RULES.daysOff().contains(day);
    }
}
