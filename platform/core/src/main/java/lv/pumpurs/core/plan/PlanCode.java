package lv.pumpurs.core.plan;

import java.text.Normalizer;
import java.util.Locale;
import lv.pumpurs.core.schoolyear.Semester;

/**
 * The code by which orders and forms name a plan without naming the child: school, semester and a running number, for
 * instance {@code LUB-2020-2-0007}.
 *
 * @param value the code
 */
public record PlanCode(String value) {

    /**
     * The code of a number.
     *
     * @param prefix see {@link #prefix}
     * @param semester the plan's semester
     * @param number running number within prefix and semester, from 1
     * @return the code
     */
    public static PlanCode of(String prefix, Semester semester, int number) {
        return new PlanCode("%s-%d-%d-%04d".formatted(prefix, semester.firstYear(), semester.ordinal(), number));
    }

    /**
     * The three letters that stand for a school; schools of one town may share them, and then share the numbers.
     *
     * @param schoolName name of the school
     * @return its first three letters without diacritics; padded with X
     */
    public static String prefix(String schoolName) {
        var letters = Normalizer.normalize(schoolName, Normalizer.Form.NFD)
            .toUpperCase(Locale.ROOT)
            .replaceAll("[^A-Z]", "");
        return (letters + "XXX").substring(0, 3);
    }

    @Override
    public String toString() {
        return value;
    }
}
