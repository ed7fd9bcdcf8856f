package lv.pumpurs.core.schoolyear;

import java.time.LocalDate;

/**
 * A school year that the nation published.
 *
 * @param code for instance {@code 2020/2021}
 * @param startsOn first day
 * @param endsOn last day
 */
public record SchoolYear(String code, LocalDate startsOn, LocalDate endsOn) {

    /**
     * The code of the year after this one, whether it is published or not.
     *
     * @return for instance {@code 2021/2022}
     */
    public String nextCode() {
        int next = Integer.parseInt(code.substring(0, 4)) + 1;
        return next + "/" + (next + 1);
    }
}
