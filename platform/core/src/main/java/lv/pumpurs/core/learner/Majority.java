package lv.pumpurs.core.learner;

import java.time.LocalDate;

/** Coming of age: from that day a learner stands for oneself, and nobody else does. */
public final class Majority {

    /** In Latvia, by the Civil Law. */
    static final int YEARS = 18;

    private Majority() {}

    /**
     * Whether somebody is of age. Who was born on 29 February is on 1 March of a year that has no such day.
     *
     * @param bornOn day of birth
     * @param day the day
     * @return true from the eighteenth birthday on
     */
    public static boolean reached(LocalDate bornOn, LocalDate day) {
        return !day.minusYears(YEARS).isBefore(bornOn);
    }

    /**
     * The last day on which somebody else stands for a child.
     *
     * @param bornOn day of birth
     * @return the day before coming of age
     */
    public static LocalDate lastDayBefore(LocalDate bornOn) {
        LocalDate day = bornOn.plusYears(YEARS);
        return reached(bornOn, day) ? day.minusDays(1) : day;
    }
}
