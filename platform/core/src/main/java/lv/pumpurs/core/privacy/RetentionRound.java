package lv.pumpurs.core.privacy;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** Forgets in the bound tenant what has not to be kept any more, some learners at a time. */
public final class RetentionRound {

    private static final System.Logger LOG = System.getLogger(RetentionRound.class.getName());
    private static final UUID BEFORE_ALL = new UUID(0, 0);

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
     * Once through all of whom anything is over. Whoever cannot be forgotten is left for the next round, and keeps nobody
     * else from it.
     *
     * @return of how many learners something was forgotten
     */
    public int all() {
        int done = 0;
        for (List<UUID> due = steps.due(BEFORE_ALL); !due.isEmpty(); due = steps.due(due.getLast())) {
            for (UUID learner : due) {
                done += isExpired(learner) ? 1 : 0;
            }
        }
        return done;
    }

    private boolean isExpired(UUID learner) {
        try {
            return steps.expire(learner, clock.instant());
        } catch (RuntimeException e) {
            // never the text of the failure: it may hold what stands in a row
            LOG.log(System.Logger.Level.ERROR, "Somebody could not be forgotten: {0}", e.getClass().getName());
            return false;
        }
    }
}
