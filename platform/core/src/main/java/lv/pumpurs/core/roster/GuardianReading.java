package lv.pumpurs.core.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import lv.pumpurs.core.learner.FoldedName;
import lv.pumpurs.core.learner.Relation;
import lv.pumpurs.core.roster.Finding.Kind;
import lv.pumpurs.core.roster.SaidGuardian.Role;
import org.jspecify.annotations.Nullable;

/** Understands what a row says of its guardians, and finds everything that is wrong with it. */
final class GuardianReading {

    /** How many guardians a row may name. */
    static final int MOST = 2;

    private static final Pattern EMAIL = Pattern
        .compile("[a-z0-9._%+'&-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,24}");
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_SOURCE = 255;
    private static final Pattern PHONE = Pattern.compile("\\+[0-9]{8,15}");
    private static final String COUNTRY = "371";

    /** Whoever is none of these, a grandmother for instance, stands for no child by law. */
    private static final Map<String, Relation> RELATIONS = Map.ofEntries(Map.entry("vecaks", Relation.PARENT),
            Map.entry("mate", Relation.PARENT), Map.entry("mamma", Relation.PARENT),
            Map.entry("tevs", Relation.PARENT), Map.entry("tetis", Relation.PARENT),
            Map.entry("parent", Relation.PARENT), Map.entry("mother", Relation.PARENT),
            Map.entry("father", Relation.PARENT), Map.entry("aizbildnis", Relation.GUARDIAN),
            Map.entry("aizbildne", Relation.GUARDIAN), Map.entry("parstavis", Relation.GUARDIAN),
            Map.entry("likumiskais parstavis", Relation.GUARDIAN), Map.entry("guardian", Relation.GUARDIAN),
            Map.entry("audzugimene", Relation.FOSTER_FAMILY), Map.entry("foster family", Relation.FOSTER_FAMILY),
            Map.entry("foster parent", Relation.FOSTER_FAMILY), Map.entry("bernu nams", Relation.INSTITUTION),
            Map.entry("aprupes iestade", Relation.INSTITUTION), Map.entry("institucija", Relation.INSTITUTION),
            Map.entry("institution", Relation.INSTITUTION));

    private final RowCells cells;
    private final Cell.Seal seal;
    private final List<Finding> findings;
    private final List<SaidGuardian> guardians = new ArrayList<>();

    private GuardianReading(RowCells cells, Cell.Seal seal, List<Finding> findings) {
        this.cells = cells;
        this.seal = seal;
        this.findings = findings;
    }

    /**
     * Reads the guardians of a row.
     *
     * @param cells the row
     * @param seal opens what was masked because it looks like a personal code
     * @param findings where to add what is wrong
     * @return those named; whoever cannot be understood is left out
     */
    static List<SaidGuardian> of(RowCells cells, Cell.Seal seal, List<Finding> findings) {
        GuardianReading reading = new GuardianReading(cells, seal, findings);
        for (int nth = 1; nth <= MOST; nth++) {
            reading.read(nth);
        }
        return List.copyOf(reading.guardians);
    }

    private void read(int nth) {
        Name name = name(nth);
        String source = source(nth);
        String typedEmail = text(nth, GuardianPart.EMAIL);
        Cell typedPhone = cells.cell(RosterField.of(nth, GuardianPart.PHONE));
        boolean noPhone = typedPhone == null || typedPhone.text().isBlank();
        if (name.isEmpty() && source.isEmpty() && typedEmail.isEmpty() && noPhone) {
            return;
        }
        boolean understood = isComplete(nth, name);
        String email = typedEmail.isEmpty() ? null : typedEmail.toLowerCase(Locale.ROOT);
        if (email != null && (email.length() > LONGEST_EMAIL || !EMAIL.matcher(email).matches())) {
            understood = wrong(nth, GuardianPart.EMAIL, Kind.EMAIL_WRONG);
        }
        String phone = typedPhone == null || noPhone ? null : phone(typedPhone);
        if (phone != null && !PHONE.matcher(phone).matches()) {
            understood = wrong(nth, GuardianPart.PHONE, Kind.PHONE_WRONG);
        }
        if (source.length() > LONGEST_SOURCE) {
            understood = wrong(nth, GuardianPart.SOURCE, Kind.TOO_LONG);
        }
        if (understood) {
            add(new SaidGuardian(nth, source.isEmpty() ? null : source, name.given(), name.family(), email, phone,
                    role(text(nth, GuardianPart.RELATION))));
        }
    }

    private void add(SaidGuardian one) {
        if (guardians.stream().anyMatch(one::isSameAs)) {
            wrong(one.nth(), GuardianPart.EMAIL, Kind.GUARDIAN_TWICE);
        } else {
            guardians.add(one);
        }
    }

    /** Given and family name; a name in one has the family name before a comma, or as its last word. */
    private record Name(String given, String family) {

        boolean isEmpty() {
            return given.isEmpty() && family.isEmpty();
        }
    }

    private Name name(int nth) {
        Name apart = new Name(text(nth, GuardianPart.GIVEN_NAME), text(nth, GuardianPart.FAMILY_NAME));
        String whole = text(nth, GuardianPart.NAME);
        if (!apart.isEmpty() || whole.isEmpty()) {
            return apart;
        }
        int comma = whole.indexOf(',');
        if (comma >= 0) {
            return new Name(whole.substring(comma + 1).strip(), whole.substring(0, comma).strip());
        }
        int last = whole.lastIndexOf(' ');
        return last < 0 ? new Name(whole, "") : new Name(whole.substring(0, last), whole.substring(last + 1));
    }

    private boolean isComplete(int nth, Name name) {
        boolean understood = true;
        boolean inOne = text(nth, GuardianPart.GIVEN_NAME).isEmpty() && text(nth, GuardianPart.FAMILY_NAME).isEmpty();
        GuardianPart given = inOne ? GuardianPart.NAME : GuardianPart.GIVEN_NAME;
        GuardianPart family = inOne ? GuardianPart.NAME : GuardianPart.FAMILY_NAME;
        if (name.given().isEmpty() || name.family().isEmpty()) {
            return wrong(nth, name.given().isEmpty() ? given : family, Kind.GUARDIAN_NAME);
        }
        Kind oddGiven = RowReading.oddName(name.given());
        if (oddGiven != null) {
            understood = wrong(nth, given, oddGiven);
        }
        Kind oddFamily = RowReading.oddName(name.family());
        if (oddFamily != null && !(inOne && oddFamily == oddGiven)) {
            understood = wrong(nth, family, oddFamily);
        }
        return understood;
    }

    /** A number of Latvia without its country is completed; so that the same number is the same text. */
    private String phone(Cell cell) {
        String digits = cell.text().replaceAll("[\\s()./\u2010-\u2015-]", "");
        String sealed = cell.sealed();
        if (sealed != null) {
            // eleven digits that begin with 371 could be a code too, and were masked when they arrived
            String code = seal.open(sealed).digits();
            return code.startsWith(COUNTRY) ? "+" + code : cell.text();
        }
        if (digits.startsWith("00")) {
            return "+" + digits.substring(2);
        }
        if (digits.matches("[2-9][0-9]{7}")) {
            return "+" + COUNTRY + digits;
        }
        return digits;
    }

    /** A personal code that serves as key is used as a keyed hash, as in the tables of OneRoster. */
    private String source(int nth) {
        Cell cell = cells.cell(RosterField.of(nth, GuardianPart.SOURCE));
        if (cell == null || !cell.looksLikeCode()) {
            return text(nth, GuardianPart.SOURCE);
        }
        String sealed = cell.sealed();
        return sealed == null ? "" : "#" + seal.index(seal.open(sealed));
    }

    private static Role role(String text) {
        String folded = FoldedName.fold(text);
        return new Role(folded.isEmpty() ? Relation.PARENT : RELATIONS.get(folded), !folded.isEmpty());
    }

    private String text(int nth, GuardianPart part) {
        return cells.text(RosterField.of(nth, part)).replaceAll("\\s+", " ");
    }

    private boolean wrong(int nth, GuardianPart part, Kind kind) {
        findings.add(Finding.serious(at(cells.mapping(), nth, part), kind));
        return false;
    }

    /** The column that says this of the guardian, or else the one that names the person. */
    static int at(Mapping mapping, int nth, GuardianPart part) {
        for (GuardianPart one : List.of(part, GuardianPart.NAME, GuardianPart.GIVEN_NAME, GuardianPart.EMAIL,
                GuardianPart.SOURCE, GuardianPart.PHONE)) {
            Integer place = mapping.place(RosterField.of(nth, one));
            if (place != null) {
                return place;
            }
        }
        return Finding.ROW;
    }
}
