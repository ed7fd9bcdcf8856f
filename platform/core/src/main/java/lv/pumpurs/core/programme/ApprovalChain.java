package lv.pumpurs.core.programme;

import java.util.List;
import lv.pumpurs.spi.Role;

/**
 * Who must approve a plan, in order. In PuMPuRS: the school's director, the municipality's coordinator (a state
 * institution has none) and the national operator, for every single plan.
 *
 * @param steps role of each step, the first step is number 1
 */
public record ApprovalChain(List<Role> steps) {

    /**
     * A chain of at least one step.
     *
     * @throws IllegalArgumentException if nobody approves
     */
    public ApprovalChain {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("A programme without an approval step approves nothing");
        }
    }

    /**
     * Who decides a step.
     *
     * @param step number of the step, from 1
     * @return the role
     */
    public Role decider(int step) {
        return steps.get(step - 1);
    }

    /**
     * Whether a step is the last, so that its approval makes the plan active.
     *
     * @param step number of the step, from 1
     * @return true if no step follows
     */
    public boolean isLast(int step) {
        return step >= steps.size();
    }
}
