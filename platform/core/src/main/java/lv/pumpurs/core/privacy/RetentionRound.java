package lv.pumpurs.core.privacy;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** Forgets in the bound tenant what has not to be kept any more, some learners at a time. */
public final class RetentionRound {

    private final RetentionSteps steps;
    private final InstantSource clock;

    /**
     * One visit.
     *
     * @param steps the transactions
     * @param clock business time
     */
    public RetentionRound(RetentionSteps steps, InstantSource clock) {
        this.steps = steps;
        this.clock = clock;
    }

    /**
     * Until nobody is left of whom anything is over, or nothing moves.
     *
     * @return of how many learners something was forgotten
     */
    public int all() {
        int done = 0;
        List<UUID> due = steps.due();
        while (!due.isEmpty()) {
            int before = done;
            for (UUID learner : due) {
                done += steps.expire(learner, clock.instant()) ? 1 : 0;
            }
            due = done == before ? List.of() : steps.due();
        }
        return done;
    }
}
