package lv.pumpurs.core.plan;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.programme.ApprovalChain;
import lv.pumpurs.spi.Role;

/**
 * Somebody in front of a plan.
 *
 * @param personId who
 * @param roles the person's roles today that hold at the plan's school
 * @param chain who approves plans of its programme
 * @param today the day
 */
record PlanActor(UUID personId, Set<Role> roles, ApprovalChain chain, LocalDate today) {

    PlanActor {
        roles = Set.copyOf(roles);
    }

    boolean may(String permission) {
        return Permissions.all().holders(permission).stream().anyMatch(roles::contains);
    }

    /** Whether it is this person's turn. */
    boolean decides(int step) {
        return step <= chain.steps().size() && roles.contains(chain.decider(step));
    }
}
