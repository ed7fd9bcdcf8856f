package lv.pumpurs.core.personalcode;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import lv.pumpurs.spi.Refused;

/**
 * A personal code: eleven digits, written with a hyphen after the sixth.
 *
 * <p>Until 30 June 2017 a code began with the date of birth and a digit for the century ({@code DDMMYY-CXXXX}); since
 * then it begins with 3, its second digit is 2 to 9 and the rest is random (Office of Citizenship and Migration
 * Affairs). The two forms cannot be confused: no day is above 31. A person may change the old code for a new one once,
 * so a code is never a key.
 *
 * <p>The checksum of the old form is not confirmed by an official source, so a wrong one is a {@link Warning}; a new
 * code has none. Its text is not in {@link #toString()}: it must not slip into a log.
 *
 * @param digits the eleven digits
 */
public record PersonalCode(String digits) {

    private static final Pattern TYPED = Pattern.compile("\\d{6}-?\\d{5}");
    private static final int[] WEIGHTS = {1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    /** A leap year, so that 29 February passes where the century is unknown. */
    private static final int CENTURY_UNKNOWN = 2000;
    private static final int NEVER_ISSUED_CENTURY = 9;

    /** What is odd about a code that is nevertheless accepted. */
    public enum Warning {
        /** The last digit of an old code does not follow from the others. */
        CHECKSUM,
        /** The digit of the century was never given out: a code made for tests and demonstrations. */
        NEVER_ISSUED
    }

    /**
     * A code of eleven digits.
     *
     * @throws Refused if they are not a code of either form
     */
    public PersonalCode {
        if (digits.length() != 11 || !TYPED.matcher(digits).matches() || !(isNew(digits) || isOld(digits))) {
            throw new Refused(PersonalCodeProblem.MALFORMED);
        }
    }

    /**
     * A code as it was typed, with or without hyphen.
     *
     * @param typed the text
     * @return the code
     * @throws Refused if the text is not a code of either form
     */
    public static PersonalCode of(String typed) {
        var text = typed.strip();
        if (!TYPED.matcher(text).matches()) {
            throw new Refused(PersonalCodeProblem.MALFORMED);
        }
        return new PersonalCode(text.replace("-", ""));
    }

    /**
     * A code that no person has: of the old form, with a century digit that was never given out and a right checksum.
     *
     * @param birthday the date it begins with
     * @param serial 0 to 999, tells people of one birthday apart
     * @return the code
     */
    public static PersonalCode neverIssued(LocalDate birthday, int serial) {
        var stem = "%02d%02d%02d%d%03d".formatted(birthday.getDayOfMonth(), birthday.getMonthValue(),
                birthday.getYear() % 100, NEVER_ISSUED_CENTURY, serial);
        return new PersonalCode(stem + checkDigit(stem));
    }

    /**
     * Whether the code is of the form used until 30 June 2017.
     *
     * @return true if it begins with a date
     */
    public boolean oldForm() {
        return !isNew(digits);
    }

    /**
     * What is odd about this code; never a reason to refuse it.
     *
     * @return empty for most codes and for every new one
     */
    public Set<Warning> warnings() {
        var warnings = EnumSet.noneOf(Warning.class);
        if (oldForm()) {
            if (digit(digits, 10) != checkDigit(digits)) {
                warnings.add(Warning.CHECKSUM);
            }
            if (digit(digits, 6) > 2) {
                warnings.add(Warning.NEVER_ISSUED);
            }
        }
        return warnings;
    }

    /**
     * The code as it is written, with a hyphen; showing it to anybody is an audited act.
     *
     * @return twelve characters
     */
    public String written() {
        return digits.substring(0, 6) + "-" + digits.substring(6);
    }

    /**
     * The code as it is shown: only the last four digits.
     *
     * @return {@code ******-*1234}
     */
    public String masked() {
        return "******-*" + digits.substring(7);
    }

    @Override
    public String toString() {
        return masked();
    }

    private static boolean isNew(String digits) {
        return digits.charAt(0) == '3' && digits.charAt(1) >= '2';
    }

    private static boolean isOld(String digits) {
        int day = Integer.parseInt(digits.substring(0, 2));
        int month = Integer.parseInt(digits.substring(2, 4));
        int century = digit(digits, 6);
        int year = Integer.parseInt(digits.substring(4, 6)) + 1800 + century * 100;
        try {
            return MonthDay.of(month, day).isValidYear(century > 2 ? CENTURY_UNKNOWN : year);
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    private static int checkDigit(String digits) {
        int sum = 1101;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum -= WEIGHTS[i] * digit(digits, i);
        }
        return sum % 11 % 10;
    }

    private static int digit(String digits, int index) {
        return digits.charAt(index) - '0';
    }
}
