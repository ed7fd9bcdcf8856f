package lv.pumpurs.core.learner;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.invitation.Invitations;
import lv.pumpurs.core.staff.Accounts;
import lv.pumpurs.core.web.WebProblem;
import lv.pumpurs.spi.BusinessTime;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Refused;

/** Who stands for a learner from when to when, each act as a whole; access follows it with the next request. */
@Dependent
@Transactional
public class Custody {

    private final Learners learners;
    private final Guardians guardians;
    private final Accounts accounts;
    private final Invitations invitations;
    private final Caller caller;
    private final InstantSource clock;

    /**
     * On the bound tenant.
     *
     * @param learners for whom
     * @param guardians who
     * @param accounts everybody who may have a login: a teacher who becomes a guardian keeps the key
     * @param invitations of the tenant
     * @param caller who acts
     * @param clock business time
     */
    @Inject
    public Custody(Learners learners, Guardians guardians, Accounts accounts, Invitations invitations, Caller caller,
            InstantSource clock) {
        this.learners = learners;
        this.guardians = guardians;
        this.accounts = accounts;
        this.invitations = invitations;
        this.caller = caller;
        this.clock = clock;
    }

    /** Adds a guardian and notes that an invitation is to be sent; until the learner comes of age, if that is known. */
    UUID add(UUID learnerId, AddGuardian input) {
        LocalDate bornOn = learner(learnerId).birthDate();
        LearnerProblem.OF_AGE.unless(bornOn == null || !Majority.reached(bornOn, input.from()));
        String email = input.email().strip().toLowerCase(Locale.ROOT);
        Guardian guardian = guardian(learnerId, input, email);
        LearnerProblem.ADDRESS_TAKEN.unless(!guardian.id().equals(learnerId));
        guardian.represent(learnerId, input.relation(), input.from(),
                bornOn == null ? null : Majority.lastDayBefore(bornOn));
        invitations.ask(guardian.id());
        return guardian.id();
    }

    /** Somebody whom an import brought without an address gets it now, instead of coming a second time. */
    private Guardian guardian(UUID learnerId, AddGuardian input, String email) {
        String given = input.givenName().strip();
        String family = input.familyName().strip();
        Optional<UUID> known = accounts.keyOf(email);
        Optional<Guardian> named = known.isEmpty()
                ? guardians.onlyNamed(learnerId, given + " " + family)
                : Optional.empty();
        named.ifPresent(one -> one.reachAt(email));
        return named.orElseGet(() -> guardians.ensure(known.orElseGet(Ids::next), email, given, family));
    }

    /** Ends a guardianship. */
    void end(UUID learnerId, UUID guardianship, EndGuardianship when) {
        Guardianship one = of(learnerId, guardianship);
        LocalDate last = when.lastDay();
        LearnerProblem.ENDED_ALREADY.unless(!one.isEnded(today()));
        if (when.now()) {
            endNow(one);
        } else {
            LearnerProblem.NO_LAST_DAY.unless(last != null);
            LearnerProblem.LAST_DAY
                .unless(last != null && !last.isBefore(one.validFrom()) && !last.isBefore(today()));
            one.endOn(Objects.requireNonNull(last));
        }
    }

    /** Hands over to a learner who is of age: a login of one's own, and nobody stands for the learner any more. */
    void comeOfAge(UUID learnerId, ComeOfAge input) {
        Learner learner = learner(learnerId);
        LearnerProblem.NOT_OF_AGE.unless(Majority.reached(input.bornOn(), today()));
        Optional<UUID> known = accounts.keyOf(input.email());
        LearnerProblem.ADDRESS_TAKEN.unless(known.isEmpty() || known.get().equals(learnerId));
        learner.comeOfAge(input.bornOn(), input.email());
        guardians.lasting(learnerId).stream().filter(one -> !one.isEnded(today())).forEach(this::endNow);
        learners.write();
        invitations.ask(learnerId);
    }

    /** Asks again for the invitation of a guardian. */
    UUID askAgain(UUID learnerId, UUID guardianship) {
        Guardianship one = of(learnerId, guardianship);
        LearnerProblem.ENDED_ALREADY.unless(!one.isEnded(today()));
        LearnerProblem.NO_ADDRESS.unless(one.guardian().email() != null);
        UUID guardian = one.guardian().id();
        invitations.ask(guardian);
        return guardian;
    }

    private void endNow(Guardianship one) {
        if (one.validFrom().isBefore(today())) {
            one.endOn(today().minusDays(1));
        } else {
            one.guardian().forget(one);
        }
    }

    private Guardianship of(UUID learnerId, UUID guardianship) {
        learner(learnerId);
        return guardians.take(guardianship, learnerId).orElseThrow(() -> new Refused(WebProblem.NOT_FOUND));
    }

    /** A learner out of reach and one who does not exist look the same. */
    private Learner learner(UUID id) {
        return learners.find(id, caller.personId(), caller.rolesWith(Permissions.GUARDIAN_WRITE))
            .orElseThrow(() -> new Refused(WebProblem.NOT_FOUND));
    }

    private LocalDate today() {
        return BusinessTime.today(clock);
    }
}
