package lv.pumpurs.core.schoolyear;

import java.util.regex.Pattern;

/**
 * A semester of a school year, for instance {@code 2018/2019-2}: the second of 2018/19, which schools write
 * "2018./2019.m.g. 2. semestris". Ordered by time.
 *
 * @param firstYear calendar year in which the school year begins
 * @param ordinal 1 or 2
 */
public record Semester(int firstYear, int ordinal) implements Comparable<Semester> {

    private static final Pattern CODE = Pattern.compile("(\\d{4})/(\\d{4})-([12])");

    /**
     * A semester.
     *
     * @throws IllegalArgumentException if the ordinal is neither 1 nor 2
     */
    public Semester {
        if (ordinal != 1 && ordinal != 2) {
            throw new IllegalArgumentException("A school year has semesters 1 and 2, not " + ordinal);
        }
        if (firstYear < 1000 || firstYear > 9998) {
            throw new IllegalArgumentException("Not a year of four digits: " + firstYear);
        }
    }

    /**
     * The semester of a code.
     *
     * @param code for instance {@code 2018/2019-2}
     * @return the semester
     * @throws IllegalArgumentException if the code is not of that form, or its years do not follow each other
     */
    public static Semester of(String code) {
        var matcher = CODE.matcher(code);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not a semester: " + code);
        }
        var semester = new Semester(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(3)));
        if (!semester.code().equals(code)) {
            throw new IllegalArgumentException("Not a school year: " + code);
        }
        return semester;
    }

    /**
     * Whether a text is the code of a semester.
     *
     * @param code any text
     * @return true if {@link #of} would take it
     */
    public static boolean isCode(String code) {
        try {
            of(code);
            return true;
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }

    /**
     * The code, which is also the key in the database and sorts by time.
     *
     * @return for instance {@code 2018/2019-2}
     */
    public String code() {
        return schoolYear() + "-" + ordinal;
    }

    /**
     * The code of the school year.
     *
     * @return for instance {@code 2018/2019}
     */
    public String schoolYear() {
        return firstYear + "/" + (firstYear + 1);
    }

    /**
     * The semester after this one.
     *
     * @return in the same school year or the next
     */
    public Semester next() {
        return plus(1);
    }

    /**
     * The semester a number of semesters later.
     *
     * @param semesters how many; negative for earlier
     * @return the semester
     */
    public Semester plus(int semesters) {
        int index = index() + semesters;
        return new Semester(Math.floorDiv(index, 2), Math.floorMod(index, 2) + 1);
    }

    /**
     * How many semesters lie from this one to another.
     *
     * @param other the other
     * @return 0 for itself, positive if the other is later
     */
    public int until(Semester other) {
        return other.index() - index();
    }

    @Override
    public int compareTo(Semester other) {
        return Integer.compare(index(), other.index());
    }

    @Override
    public String toString() {
        return code();
    }

    private int index() {
        return firstYear * 2 + ordinal - 1;
    }
}
