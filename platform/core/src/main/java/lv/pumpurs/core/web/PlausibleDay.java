package lv.pumpurs.core.web;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Days that somebody can mean: a typing error in the year is told at once, and none is too far off for the database. */
final class PlausibleDay {

    /** Nobody who is in a school, or works there, was born before. */
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;

    private PlausibleDay() {}

    /** The day as it is; refused like a text that is no date at all if it is out of every life. */
    static LocalDate of(LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new DateTimeException("not within " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        return day;
    }
}
