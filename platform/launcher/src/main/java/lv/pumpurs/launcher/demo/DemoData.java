package lv.pumpurs.launcher.demo;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.UUID;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import lv.pumpurs.core.personalcode.PersonalCodeVault;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.core.tenancy.StandaloneEntityManagers;
import lv.pumpurs.spi.BusinessTime;
import lv.pumpurs.spi.Demonstration;
import lv.pumpurs.spi.Demonstration.Stage;
import lv.pumpurs.spi.Ids;

/**
 * Loads the demonstration into tenants that were provisioned from their files, and what plugins add to it. Loading again
 * adds nothing but what a plugin adds that has nothing there yet; a load that was killed left nothing, because a tenant is
 * one transaction.
 */
public final class DemoData {

    private static final String RANDOM = "L64X128MixRandom";

    private final StandaloneEntityManagers entityManagers;
    private final PersonalCodeVault vault;
    private final InstantSource clock;

    /**
     * A loader.
     *
     * @param entityManagers of the database
     * @param vault keys of the personal codes, the same as the server's
     * @param clock business time
     */
    public DemoData(StandaloneEntityManagers entityManagers, PersonalCodeVault vault, InstantSource clock) {
        this.entityManagers = entityManagers;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Loads people, learners and plans into a tenant that has no learners, and what plugins show of them.
     *
     * @param tenant slug of one of {@link DemoAccounts#TENANTS}
     * @return true if something was loaded, false if all of it is there already
     */
    public boolean load(String tenant) {
        var schema = SchemaName.ofTenant(tenant);
        return entityManagers.inTransaction(schema, null, entities -> {
            var random = RandomGeneratorFactory.of(RANDOM).create(tenant.hashCode());
            boolean isNew = !hasLearners(entities);
            if (isNew) {
                new DemoStory(tenant, entities, vault, random).tell();
                // what was told is read again by views
                entities.clear();
            }
            var stage = new Stage(entities, random, LocalDateTime.ofInstant(clock.instant(), BusinessTime.ZONE),
                    evaluated(entities));
            // every one of them, whatever the others added
            return ServiceLoader.load(Demonstration.class)
                .stream()
                .map(plugin -> plugin.get().show(stage))
                .reduce(isNew, Boolean::logicalOr);
        });
    }

    /** What evaluations said was delivered, by key of the measure. */
    private static Map<UUID, BigDecimal> evaluated(EntityManager entities) {
        List<?> rows = entities.createNativeQuery("""
                select m.id, m.delivered_quantity
                from planned_measure m join support_plan p on p.id = m.plan_id
                where p.evaluated_on is not null""")
            .getResultList();
        return rows.stream()
            .map(Object[].class::cast)
            .collect(Collectors.toMap(row -> (UUID) row[0], row -> (BigDecimal) row[1]));
    }

    /**
     * Adds the people of the operator to the nation.
     *
     * @return true if somebody was added
     */
    public boolean loadOperators() {
        return entityManagers.inTransaction(SchemaName.NATION, null, entities -> {
            int added = 0;
            for (var operator : DemoAccounts.operators()) {
                added += entities.createNativeQuery("""
                        insert into operator (id, email, name, role, valid_from) values (?1, ?2, ?3, ?4, ?5)
                        on conflict (email) do nothing""")
                    .setParameter(1, Ids.next())
                    .setParameter(2, operator.email())
                    .setParameter(3, operator.givenName() + " " + operator.familyName())
                    .setParameter(4, operator.roles().getFirst().name())
                    .setParameter(5, LocalDate.of(2026, 1, 1))
                    .executeUpdate();
            }
            return added > 0;
        });
    }

    private static boolean hasLearners(EntityManager entities) {
        return !entities.createNativeQuery("select 1 from learner limit 1").getResultList().isEmpty();
    }
}
