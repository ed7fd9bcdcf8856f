package lv.pumpurs.spi;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * What a plugin adds to the demonstration: rows of its own for the generated learners and plans of a tenant. Named in
 * {@code META-INF/services/lv.pumpurs.spi.Demonstration} and used by the launcher in a plain JVM: there are no beans, and
 * nobody acts. It writes by the plugin's aggregates, so that its rows keep the plugin's rules.
 */
public interface Demonstration {

    /**
     * Adds the plugin's rows to a tenant. It is asked at every start: where the plugin is off in every school, and where it
     * has rows already, nothing is added.
     *
     * @param stage the tenant, with its learners and plans
     * @return true if something was added
     */
    boolean show(Stage stage);

    /**
     * Where and when it is shown.
     *
     * @param entities bound to the tenant, in a transaction
     * @param random what is left to chance
     * @param now the time in Latvia
     * @param evaluated how much of each measure was delivered by the plan's evaluation, by key of the measure
     */
    record Stage(EntityManager entities, RandomGenerator random, LocalDateTime now,
            Map<UUID, BigDecimal> evaluated) {

        /** Keeps its own copy. */
        public Stage {
            evaluated = Map.copyOf(evaluated);
        }
    }
}
