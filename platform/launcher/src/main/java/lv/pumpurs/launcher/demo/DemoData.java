package lv.pumpurs.launcher.demo;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.random.RandomGeneratorFactory;
import lv.pumpurs.core.personalcode.PersonalCodeVault;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.core.tenancy.StandaloneEntityManagers;
import lv.pumpurs.spi.Ids;

/**
 * Loads the demonstration into tenants that were provisioned from their files. Loading again adds nothing; a load that
 * was killed left nothing, because a tenant is one transaction.
 */
public final class DemoData {

    private static final String RANDOM = "L64X128MixRandom";

    private final StandaloneEntityManagers entityManagers;
    private final PersonalCodeVault vault;

    /**
     * A loader.
     *
     * @param entityManagers of the database
     * @param vault keys of the personal codes, the same as the server's
     */
    public DemoData(StandaloneEntityManagers entityManagers, PersonalCodeVault vault) {
        this.entityManagers = entityManagers;
        this.vault = vault;
    }

    /**
     * Loads people, learners and plans into a tenant.
     *
     * @param tenant slug of one of {@link DemoAccounts#TENANTS}
     * @return true if they were loaded, false if the tenant has learners already
     */
    public boolean load(String tenant) {
        var schema = SchemaName.ofTenant(tenant);
        return entityManagers.inTransaction(schema, null, entities -> {
            if (hasLearners(entities)) {
                return false;
            }
            var random = RandomGeneratorFactory.of(RANDOM).create(tenant.hashCode());
            new DemoStory(tenant, entities, vault, random).tell();
            return true;
        });
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
