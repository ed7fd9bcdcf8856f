package lv.pumpurs.spi;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days are days in Latvia, whatever the machine thinks. */
public final class BusinessTime {

    /** Where schools keep their calendar. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Riga");

    private BusinessTime() {}

    /**
     * The day it is in Latvia.
     *
     * @param clock business time, injectable as {@link InstantSource}
     * @return today
     */
    public static LocalDate today(InstantSource clock) {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
