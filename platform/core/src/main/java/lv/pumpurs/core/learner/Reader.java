package lv.pumpurs.core.learner;

import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.Role;

/**
 * Who reads a list of learners. A name and a class may be read by roles that may not know of a plan: an administrator
 * keeps the roster, and whether a child has a plan is none of that work.
 *
 * @param personId the person's key in the tenant
 * @param ofLearners roles that may read learners; none reaches nobody
 * @param ofPlans roles that may read plans; for a learner reached by none of them the list tells nothing of plans
 */
public record Reader(UUID personId, Set<Role> ofLearners, Set<Role> ofPlans) {

    /** Keeps its own copies. */
    public Reader {
        ofLearners = Set.copyOf(ofLearners);
        ofPlans = Set.copyOf(ofPlans);
    }

    /**
     * The caller of a request.
     *
     * @param caller who asks
     * @return the caller as a reader
     */
    static Reader of(Caller caller) {
        return new Reader(caller.personId(), caller.rolesWith(Permissions.LEARNER_READ),
                caller.rolesWith(Permissions.PLAN_READ));
    }
}
