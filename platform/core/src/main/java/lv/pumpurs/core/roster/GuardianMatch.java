package lv.pumpurs.core.roster;

import java.util.List;
import lv.pumpurs.core.roster.Finding.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Who is meant by what a row says of a guardian: the one whom the school's system knows by the same key, if a name or the
 * e-mail address agrees or it is one of the learner's own guardians, because a system may give a key anew, and whoever had it
 * would see another's child; else the one with
 * the same e-mail address, if a name agrees; else the one of the same name among the learner's own guardians. The same
 * name at another learner never makes two people one.
 *
 * @param person null for somebody new, or if it is in doubt
 * @param doubt why it is in doubt; null for nothing
 */
record GuardianMatch(@Nullable KnownGuardian person, @Nullable Kind doubt) {

    /**
     * Everybody who may be meant.
     *
     * @param bySource whom this school's system knows by this key
     * @param byOtherSource whom the systems of other schools know by this key
     * @param byEmail who has the address
     * @param own who stands, or stood, for the learner
     */
    record Candidates(@Nullable KnownGuardian bySource, List<KnownGuardian> byOtherSource,
            @Nullable KnownGuardian byEmail, List<KnownGuardian> own) {}

    static GuardianMatch of(SaidGuardian said, Candidates candidates) {
        KnownGuardian known = candidates.bySource();
        KnownGuardian addressed = candidates.byEmail();
        if (known != null && !agrees(said, known) && !isAmong(candidates.own(), known)) {
            return new GuardianMatch(null, Kind.GUARDIAN_KEY);
        }
        if (known == null && addressed != null) {
            if (!said.mayBeCalled(addressed.givenName(), addressed.familyName())) {
                return new GuardianMatch(null, Kind.GUARDIAN_OTHER);
            }
            known = addressed;
        }
        List<KnownGuardian> namesakes = candidates.own()
            .stream()
            .filter(one -> one.foldedName().equals(said.foldedName()) && !one.hasOtherSource(said.source()))
            .toList();
        if (known == null) {
            known = sameKeyElsewhere(said, candidates.byOtherSource());
        }
        KnownGuardian found = known;
        if (found != null) {
            return isAmong(candidates.own(), found) || namesakes.isEmpty()
                    ? new GuardianMatch(found, null)
                    : new GuardianMatch(null, Kind.GUARDIAN_AMBIGUOUS);
        }
        return switch (namesakes.size()) {
            case 0 -> new GuardianMatch(null, null);
            case 1 -> new GuardianMatch(namesakes.getFirst(), null);
            default -> new GuardianMatch(null, Kind.GUARDIAN_AMBIGUOUS);
        };
    }

    private static boolean isAmong(List<KnownGuardian> own, KnownGuardian person) {
        return own.stream().anyMatch(one -> one.id().equals(person.id()));
    }

    private static boolean agrees(SaidGuardian said, KnownGuardian known) {
        return said.mayBeCalled(known.givenName(), known.familyName())
                || (said.email() != null && said.email().equals(known.email()));
    }

    /** Two schools may use one key for two people: it counts if the whole name is the same, and no address differs. */
    private static @Nullable KnownGuardian sameKeyElsewhere(SaidGuardian said, List<KnownGuardian> others) {
        List<KnownGuardian> same = others.stream()
            .filter(one -> one.foldedName().equals(said.foldedName()))
            .filter(one -> one.email() == null || said.email() == null || one.email().equals(said.email()))
            .toList();
        return same.size() == 1 ? same.getFirst() : null;
    }
}
