package lv.pumpurs.core.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lv.pumpurs.core.learner.ClassPlace;
import lv.pumpurs.core.learner.Outcome;
import lv.pumpurs.core.roster.Finding.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What a row would change about a learner who is there.
 *
 * @param fields what becomes different
 * @param move what happens to the enrolment
 * @param doubt why the enrolment cannot be changed so, or what is odd about it; null for nothing
 * @param serious whether the doubt forbids it
 */
record Difference(List<Field> fields, Move move, @Nullable Kind doubt, boolean serious) {

    private static final Move STAYS = new Move(null, null, null, false);

    /**
     * One thing that becomes different.
     *
     * @param field what
     * @param before null if nothing was known
     * @param after what the file says
     */
    record Field(RosterField field, @Nullable String before, String after) {}

    /**
     * What happens to the enrolment.
     *
     * @param previousTo last day in the class until now; null if it has ended already or goes on
     * @param outcome how that one ends; null if it goes on, or the class changes within a year
     * @param nextFrom first day of another enrolment; null for none
     * @param corrected whether the class of the enrolment is only put right
     */
    record Move(@Nullable LocalDate previousTo, @Nullable Outcome outcome, @Nullable LocalDate nextFrom,
            boolean corrected) {}

    static Difference of(Line line, @Nullable String codeIndex, Known known, Term term, UUID schoolId) {
        List<Field> fields = new ArrayList<>();
        compare(fields, RosterField.GIVEN_NAME, known.givenName(), line.givenName());
        compare(fields, RosterField.FAMILY_NAME, known.familyName(), line.familyName());
        LocalDate birth = known.birthDate();
        LocalDate said = line.birthDate();
        if (said != null) {
            compare(fields, RosterField.BIRTH_DATE, birth == null ? null : birth.toString(), said.toString());
        }
        var code = line.code();
        if (code != null && codeIndex != null && !known.has(codeIndex)) {
            fields.add(new Field(RosterField.PERSONAL_CODE, null, code.masked()));
        }
        Known.Latest latest = known.latest();
        boolean otherPlace = !latest.place().equals(line.place());
        boolean leftBefore = latest.to() != null;
        boolean otherYear = !latest.schoolYear().equals(term.schoolYear());
        if (!otherPlace && !leftBefore && !otherYear && latest.schoolId().equals(schoolId)) {
            return new Difference(List.copyOf(fields), STAYS, null, false);
        }
        if (otherPlace || otherYear || leftBefore) {
            fields.add(new Field(RosterField.CLASS_NAME, words(latest.place(), latest.schoolYear()),
                    words(line.place(), term.schoolYear())));
        }
        return moved(List.copyOf(fields), line, latest, term, schoolId);
    }

    private static Difference moved(List<Field> fields, Line line, Known.Latest latest, Term term, UUID schoolId) {
        int years = latest.schoolYear().compareTo(term.schoolYear());
        if (years > 0) {
            return new Difference(fields, STAYS, Kind.LATER_YEAR, true);
        }
        if (latest.to() == null && !latest.schoolId().equals(schoolId)) {
            return new Difference(fields, STAYS, Kind.ELSEWHERE, true);
        }
        LocalDate to = latest.to();
        LocalDate usual = years < 0 ? term.startsOn() : term.today();
        LocalDate from = line.from() == null ? usual : line.from();
        if (years == 0 && to == null) {
            return from.isAfter(latest.from())
                    ? new Difference(fields, new Move(from.minusDays(1), null, from, false), null, false)
                    : new Difference(fields, new Move(null, null, null, true), null, false);
        }
        if (!from.isAfter(to == null ? latest.from() : to)) {
            return new Difference(fields, STAYS, Kind.TOO_EARLY, true);
        }
        if (to != null) {
            return new Difference(fields, new Move(null, null, from, false), null, false);
        }
        Kind odd = isLower(latest.place(), line.place()) ? Kind.GRADE_LOWER : null;
        return new Difference(fields, new Move(from.minusDays(1), outcome(latest.place(), line.place()), from, false),
                odd, false);
    }

    private static boolean isLower(ClassPlace before, ClassPlace after) {
        return before.vocational() == after.vocational() && after.grade() < before.grade();
    }

    static @Nullable Outcome outcome(ClassPlace before, ClassPlace after) {
        if (before.vocational() != after.vocational()) {
            return after.vocational() ? Outcome.GRADUATED : null;
        }
        if (after.grade() == before.grade()) {
            return Outcome.REPEATED;
        }
        return after.grade() > before.grade() ? Outcome.PROMOTED : null;
    }

    private static String words(ClassPlace place, String schoolYear) {
        return place.className() + " (" + schoolYear + ")";
    }

    private static void compare(List<Field> fields, RosterField field, @Nullable String before, String after) {
        if (!after.equals(before)) {
            fields.add(new Field(field, before, after));
        }
    }

    boolean isEmpty() {
        return fields.isEmpty() && move.equals(STAYS);
    }
}
