package lv.pumpurs.core.tenancy;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.jspecify.annotations.Nullable;

/** Makes the container's entity manager injectable by constructor into collections. */
@Dependent
class EntityManagers {

    @PersistenceContext(unitName = "pumpurs")
    private @Nullable EntityManager entityManager;

    @Produces
    EntityManager entityManager() {
        EntityManager injected = entityManager;
        if (injected == null) {
            throw new IllegalStateException("the container injected no entity manager");
        }
        return injected;
    }
}
