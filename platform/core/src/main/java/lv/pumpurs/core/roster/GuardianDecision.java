package lv.pumpurs.core.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lv.pumpurs.core.roster.Finding.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a guardian whom a row names.
 *
 * @param act what is done to the person
 * @param person as the person will be; for {@link Act#LEFT} as the row says
 * @param stands whether the person begins to stand for the learner
 * @param fields what becomes different
 * @param hints what the reader should know
 */
record GuardianDecision(Act act, KnownGuardian person, boolean stands, List<Field> fields, List<Hint> hints) {

    /** What is done to a person. */
    enum Act {
        /** Comes into the register. */
        NEW,
        /** Becomes different. */
        CHANGED,
        /** Stays. */
        SAME,
        /** Is not taken from the row, for a reason. */
        LEFT
    }

    /** How it is between a guardian and a learner until now. */
    enum Custody {
        /** The person has never stood for the learner. */
        NONE,
        /** The person does, or will. */
        LASTS,
        /** The person did. */
        ENDED
    }

    /**
     * One thing that becomes different.
     *
     * @param part what
     * @param before null if nothing was known
     * @param after what the file says
     */
    record Field(GuardianPart part, @Nullable String before, String after) {}

    /**
     * Something that the reader should know.
     *
     * @param part by which column it is told
     * @param kind what it is
     * @param serious whether it stops the import
     * @param otherRow another row that it is about; null for none
     */
    record Hint(GuardianPart part, Kind kind, boolean serious, @Nullable Integer otherRow) {}

    /**
     * The learner and the reader.
     *
     * @param adult whether nobody stands for the learner any more
     * @param custody how it is between the person found and the learner
     * @param otherRelation whether the register says another relation
     * @param self whether the person found is the one who imports
     * @param addressed who has the address, whoever was found; null for nobody
     */
    record Case(boolean adult, Custody custody, boolean otherRelation, boolean self,
            @Nullable KnownGuardian addressed) {}

    /**
     * Decides.
     *
     * @param said what the row says
     * @param match who is meant
     * @param newId key of the person if it is a new one
     * @param one the learner and the reader
     * @return what becomes of it
     */
    static GuardianDecision of(SaidGuardian said, GuardianMatch match, UUID newId, Case one) {
        KnownGuardian asSaid = new KnownGuardian(newId, false, said.givenName(), said.familyName(), said.email(),
                said.phone(), new KnownGuardian.Standing(said.source(), true, false, null));
        KnownGuardian found = match.person();
        Kind doubt = match.doubt();
        KnownGuardian addressed = one.addressed();
        if (one.adult()) {
            return left(asSaid, new Hint(GuardianPart.NAME, Kind.GUARDIAN_ADULT, false, null));
        }
        if (said.role().relation() == null) {
            return left(asSaid, new Hint(GuardianPart.RELATION, Kind.GUARDIAN_RELATION, false, null));
        }
        if (doubt != null) {
            Integer row = doubt == Kind.GUARDIAN_OTHER && addressed != null ? addressed.standing().row() : null;
            // a file that gives one address to two people is wrong whatever the register says
            return left(asSaid, new Hint(doubt == Kind.GUARDIAN_OTHER ? GuardianPart.EMAIL : GuardianPart.NAME, doubt,
                    row != null, row));
        }
        if (one.self() && one.custody() != Custody.LASTS) {
            return left(asSaid, new Hint(GuardianPart.NAME, Kind.GUARDIAN_SELF, false, null));
        }
        if (one.custody() == Custody.ENDED) {
            return left(asSaid, new Hint(GuardianPart.NAME, Kind.GUARDIAN_ENDED, false, null));
        }
        boolean stands = one.custody() == Custody.NONE;
        if (found == null) {
            return new GuardianDecision(Act.NEW, asSaid, stands, List.of(), List.of());
        }
        return new Known(said, found, one).decision(stands);
    }

    private static GuardianDecision left(KnownGuardian asSaid, Hint hint) {
        return new GuardianDecision(Act.LEFT, asSaid, false, List.of(), List.of(hint));
    }

    /** Somebody who is there already: changed where an import may, left as it is with a hint where not. */
    private static final class Known {

        private final SaidGuardian said;
        private final KnownGuardian found;
        private final Case one;
        private final List<Field> fields = new ArrayList<>();
        private final List<Hint> hints = new ArrayList<>();

        Known(SaidGuardian said, KnownGuardian found, Case one) {
            this.said = said;
            this.found = found;
            this.one = one;
        }

        GuardianDecision decision(boolean stands) {
            boolean mayChange = found.guardian() && found.standing().untouched() && found.standing().row() == null;
            KnownGuardian addressed = one.addressed();
            boolean free = (addressed == null || addressed.id().equals(found.id())) && !found.standing().signsIn();
            String given = kept(GuardianPart.GIVEN_NAME, found.givenName(), said.givenName(), mayChange);
            String family = kept(GuardianPart.FAMILY_NAME, found.familyName(), said.familyName(), mayChange);
            String email = kept(GuardianPart.EMAIL, found.email(), said.email(), mayChange && free);
            String phone = kept(GuardianPart.PHONE, found.phone(), said.phone(), mayChange || !found.guardian());
            if (one.otherRelation()) {
                hints.add(new Hint(GuardianPart.RELATION, Kind.GUARDIAN_DIFFERS, false, null));
            }
            if (stands && found.standing().signsIn()) {
                hints.add(new Hint(GuardianPart.NAME, Kind.GUARDIAN_SIGNS_IN, false, null));
            }
            KnownGuardian after = new KnownGuardian(found.id(), found.guardian(), given == null ? "" : given,
                    family == null ? "" : family, email, phone, found.standing());
            Act act = !found.guardian() ? Act.NEW : fields.isEmpty() ? Act.SAME : Act.CHANGED;
            return new GuardianDecision(act, after, stands, found.guardian() ? List.copyOf(fields) : List.of(),
                    List.copyOf(hints));
        }

        /** What a file does not say is nothing that it changes. */
        private @Nullable String kept(GuardianPart part, @Nullable String before, @Nullable String after,
                boolean mayChange) {
            if (after == null || after.equals(before)) {
                return before;
            }
            if (mayChange) {
                fields.add(new Field(part, before, after));
                return after;
            }
            hints.add(new Hint(part, Kind.GUARDIAN_DIFFERS, false, found.standing().row()));
            return before;
        }
    }

}
