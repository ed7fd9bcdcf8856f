package lv.pumpurs.core.roster;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lv.pumpurs.core.learner.ClassPlace;
import lv.pumpurs.core.personalcode.PersonalCode;
import lv.pumpurs.core.roster.Finding.Kind;
import org.jspecify.annotations.Nullable;

/** Understands one row, and finds everything that is wrong with it, not the first thing only. */
final class RowReading {

    private static final DateTimeFormatter LATVIAN = DateTimeFormatter.ofPattern("d.M.uuuu", Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M} .'’`´\\-‐‑–]*\\p{L}[\\p{L}\\p{M} .'’`´\\-‐‑–]*");
    private static final Pattern CLASS = Pattern
        .compile("(\\d{1,2})\\s*(?:\\.|\\s|-)?\\s*(?:klase)?\\s*([\\p{L}\\d]{0,8})");
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_CLASS = 20;
    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);

    private final Term term;
    private final Cell.Seal seal;
    private final RowCells cells;
    private final List<Finding> findings = new ArrayList<>();
    private final List<SaidGuardian> guardians;
    private @Nullable Line line;

    /** Reads a row of a table with so many columns. */
    RowReading(List<Cell> cells, int columns, Mapping mapping, Term term, Cell.Seal seal) {
        this.cells = new RowCells(cells, mapping);
        this.term = term;
        this.seal = seal;
        if (cells.size() != columns) {
            wrong(Finding.ROW, cells.size() < columns ? Kind.ROW_SHORT : Kind.ROW_LONG);
        }
        String given = name(RosterField.GIVEN_NAME);
        String family = name(RosterField.FAMILY_NAME);
        PersonalCode code = code();
        LocalDate birth = birthDate(code);
        ClassPlace place = place();
        LocalDate from = from();
        if (code == null && birth == null && findings.stream().noneMatch(this::isOfIdentity)) {
            wrong(Finding.ROW, Kind.CODE_OR_BIRTH_DATE);
        }
        guardians = GuardianReading.of(this.cells, seal, findings);
        if (place != null && findings.stream().noneMatch(Finding::serious)) {
            line = new Line(given, family, birth, code, place, from);
        }
    }

    /** Null if a serious problem was found. */
    @Nullable
    Line line() {
        return line;
    }

    List<Finding> findings() {
        return findings;
    }

    /** Whom it names as standing for the learner. */
    List<SaidGuardian> guardians() {
        return guardians;
    }

    private boolean isOfIdentity(Finding finding) {
        return finding.place() == at(RosterField.PERSONAL_CODE) || finding.place() == at(RosterField.BIRTH_DATE)
                || finding.place() == Finding.ROW;
    }

    private String name(RosterField field) {
        String name = text(field).replaceAll("\\s+", " ");
        Kind odd = name.isEmpty() ? Kind.MISSING : oddName(name);
        if (odd != null) {
            wrong(at(field), odd);
        }
        return name;
    }

    /** What is wrong with a name that is there; null for nothing. */
    static @Nullable Kind oddName(String name) {
        if (name.length() > LONGEST_NAME) {
            return Kind.TOO_LONG;
        }
        return NAME.matcher(name).matches() ? null : Kind.NAME_ODD;
    }

    private @Nullable PersonalCode code() {
        Cell cell = cells.cell(RosterField.PERSONAL_CODE);
        if (cell == null || cell.text().isEmpty()) {
            return null;
        }
        String sealed = cell.sealed();
        if (sealed == null) {
            wrong(at(RosterField.PERSONAL_CODE), Kind.CODE_MALFORMED);
            return null;
        }
        PersonalCode code = seal.open(sealed);
        if (code.warnings().contains(PersonalCode.Warning.CHECKSUM)) {
            odd(at(RosterField.PERSONAL_CODE), Kind.CODE_CHECKSUM);
        }
        return code;
    }

    /** An old code begins with the day of birth, so that a file with codes need not say it again. */
    private @Nullable LocalDate birthDate(@Nullable PersonalCode code) {
        LocalDate typed = date(RosterField.BIRTH_DATE);
        LocalDate ofCode = code == null ? null : birthDateOf(code);
        if (typed != null && (typed.isAfter(term.today()) || typed.isBefore(EARLIEST_BIRTH))) {
            wrong(at(RosterField.BIRTH_DATE), Kind.DATE_OUT);
            return null;
        }
        if (typed != null && ofCode != null && !typed.equals(ofCode)) {
            odd(at(RosterField.BIRTH_DATE), Kind.BIRTH_DATE_OF_CODE);
        }
        return typed == null ? ofCode : typed;
    }

    private static @Nullable LocalDate birthDateOf(PersonalCode code) {
        int century = code.digits().charAt(6) - '0';
        if (!code.oldForm() || century > 2) {
            return null;
        }
        String digits = code.digits();
        return LocalDate.of(1800 + century * 100 + Integer.parseInt(digits.substring(4, 6)),
                Integer.parseInt(digits.substring(2, 4)), Integer.parseInt(digits.substring(0, 2)));
    }

    private @Nullable LocalDate from() {
        LocalDate from = date(RosterField.FROM);
        // a pupil may have come years ago: that is no new class
        if (from != null && from.isAfter(term.endsOn())) {
            wrong(at(RosterField.FROM), Kind.DATE_OUT);
            return null;
        }
        return from == null || from.isBefore(term.startsOn().minusMonths(1)) ? null : from;
    }

    private @Nullable LocalDate date(RosterField field) {
        String text = text(field);
        if (text.isEmpty()) {
            return null;
        }
        try {
            String plain = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
            LocalDate date = plain.indexOf('.') > 0 ? LocalDate.parse(plain, LATVIAN) : LocalDate.parse(plain);
            if (date.getYear() >= 1000 && date.getYear() <= 9999) {
                return date;
            }
        } catch (DateTimeException notADate) {
            // told below
        }
        wrong(at(field), Kind.DATE_WRONG);
        return null;
    }

    private @Nullable ClassPlace place() {
        String name = text(RosterField.CLASS_NAME);
        String year = text(RosterField.VOCATIONAL_YEAR);
        String grade = text(RosterField.GRADE);
        if (name.isEmpty()) {
            wrong(at(RosterField.CLASS_NAME), Kind.MISSING);
            return null;
        }
        if (name.length() > LONGEST_CLASS) {
            wrong(at(RosterField.CLASS_NAME), Kind.TOO_LONG);
            return null;
        }
        if (!year.isEmpty()) {
            return place(name, year, 4, RosterField.VOCATIONAL_YEAR);
        }
        Matcher usual = CLASS.matcher(name);
        String plain = usual.matches() ? usual.group(2).toLowerCase(Locale.ROOT) : "";
        String written = !usual.matches() ? name : usual.group(1) + (plain.isEmpty() ? "" : "." + plain);
        if (!grade.isEmpty()) {
            return place(written, grade, 12, RosterField.GRADE);
        }
        if (!usual.matches()) {
            wrong(at(RosterField.CLASS_NAME), Kind.CLASS_WRONG);
            return null;
        }
        return place(written, usual.group(1), 12, RosterField.CLASS_NAME);
    }

    private @Nullable ClassPlace place(String name, String grade, int most, RosterField told) {
        String digits = grade.endsWith(".") ? grade.substring(0, grade.length() - 1) : grade;
        int number = digits.matches("\\d{1,2}") ? Integer.parseInt(digits) : 0;
        if (number < 1 || number > most) {
            wrong(at(told), Kind.GRADE_WRONG);
            return null;
        }
        return new ClassPlace(name, number, told == RosterField.VOCATIONAL_YEAR);
    }

    private String text(RosterField field) {
        return cells.text(field);
    }

    private int at(RosterField field) {
        return cells.at(field);
    }

    private void wrong(int place, Kind kind) {
        findings.add(Finding.serious(place, kind));
    }

    private void odd(int place, Kind kind) {
        findings.add(Finding.odd(place, kind));
    }
}
