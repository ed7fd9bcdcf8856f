package lv.pumpurs.consultations;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A provider's timesheet of a month at a school (darba laika uzskaites lapa), as it follows from the sheets that were handed
 * in.
 *
 * @param sheet the sheet by which it was found
 * @param month the month
 * @param providerName whose time it is
 * @param schoolName where
 * @param stage code of the stage that all of its sheets have reached
 * @param days each with its sessions
 * @param total all of them together
 * @param sheets the sheets that it goes with
 */
public record TimesheetView(UUID sheet, YearMonth month, String providerName, String schoolName, String stage,
        List<Day> days, Time total, List<SheetLink> sheets) {

    /**
     * One day.
     *
     * @param day which
     * @param sessions in the order of the hours
     * @param total all of them together
     */
    public record Day(LocalDate day, List<Session> sessions, Time total) {}

    /**
     * A consultation, with one learner or a group: its time is counted once.
     *
     * @param startsAt when it began
     * @param subject subject or topic
     * @param mode how it was held
     * @param planCodes ID codes of the plans of the learners who were there
     * @param time how long it took; nothing if it is disallowed for all of them
     */
    public record Session(@Nullable LocalTime startsAt, String subject, Mode mode, List<String> planCodes, Time time) {}

    /**
     * How long something took.
     *
     * @param minutes in minutes
     * @param lessons in consultation hours
     */
    public record Time(int minutes, BigDecimal lessons) {

        static final Time NONE = new Time(0, BigDecimal.ZERO);

        Time plus(Time more) {
            return new Time(minutes + more.minutes, lessons.add(more.lessons));
        }
    }

    /**
     * A sheet that it goes with.
     *
     * @param id its key
     * @param planCode ID code of its plan
     * @param number which of the month it is
     * @param stage code of where it is
     */
    public record SheetLink(UUID id, String planCode, int number, String stage) {}
}
