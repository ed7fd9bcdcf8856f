package lv.pumpurs.core.privacy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lv.pumpurs.core.privacy.Retentions.Due;

/** The transactions of a round: one a learner, so that a long list holds no lock for long and what is done stays done. */
@Dependent
public class RetentionSteps {

    /** Learners that are looked for at a time. */
    static final int BATCH = 50;

    private final Retentions retentions;
    private final DataSubjects subjects;

    /**
     * On the bound tenant.
     *
     * @param retentions whose time is over
     * @param subjects forgets them
     */
    @Inject
    public RetentionSteps(Retentions retentions, DataSubjects subjects) {
        this.retentions = retentions;
        this.subjects = subjects;
    }

    @Transactional(TxType.REQUIRES_NEW)
    List<UUID> due(UUID after) {
        return retentions.due(after, BATCH).stream().map(Due::learner).toList();
    }

    /**
     * Forgets what is over of a learner. Another server, or somebody who placed a hold, may have come first: it is asked
     * again under the lock.
     *
     * @param learner who
     * @param now when
     * @return false if nothing was left to do
     */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean expire(UUID learner, Instant now) {
        subjects.lock(learner);
        List<Due> left = retentions.due(learner);
        left.forEach(one -> {
            if (one.before() == null) {
                subjects.expire(learner, now);
            } else {
                subjects.expire(learner, one.before(), now);
            }
        });
        return !left.isEmpty();
    }
}
