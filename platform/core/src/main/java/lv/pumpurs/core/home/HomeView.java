package lv.pumpurs.core.home;

import java.util.List;
import lv.pumpurs.core.worklist.WorkGroup;
import lv.pumpurs.spi.PluginWork;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;

/**
 * A person's home in a tenant: who the person is here, what is due, and what lies within reach.
 *
 * @param name the person's name
 * @param roles roles valid today
 * @param work what waits for the person, by kind; empty if nothing does
 * @param more what waits for the person in plugins
 * @param learners learners in reach; null for a person who may not read learners
 * @param semester the semester that contains today, null in the summer
 * @param plans plans in reach by state, in this semester; null for a person who may not read plans
 */
public record HomeView(String name, List<Role> roles, List<WorkGroup> work, List<PluginWork.Group> more,
        @Nullable Long learners, @Nullable String semester, @Nullable List<StateCount> plans) {

    /**
     * Plans in one state.
     *
     * @param state state code
     * @param plans how many
     */
    public record StateCount(String state, long plans) {}

    /**
     * Plans in all states.
     *
     * @return the sum; 0 for a person who may not read plans
     */
    public long allPlans() {
        return plans == null ? 0 : plans.stream().mapToLong(StateCount::plans).sum();
    }
}
