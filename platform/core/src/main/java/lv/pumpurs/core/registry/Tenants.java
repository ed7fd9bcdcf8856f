package lv.pumpurs.core.registry;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** All tenants; to be used while the nation is bound. */
@Dependent
public class Tenants {

    private final EntityManager em;

    /**
     * On the entity manager of the request.
     *
     * @param em bound to the nation
     */
    @Inject
    public Tenants(EntityManager em) {
        this.em = em;
    }

    /**
     * Every tenant.
     *
     * @return by name, in the order of the Latvian alphabet
     */
    public List<Tenant> all() {
        List<?> rows = em
            .createNativeQuery("SELECT * FROM tenant ORDER BY name COLLATE \"lv-x-icu\", slug", Tenant.class)
            .getResultList();
        return rows.stream().map(Tenant.class::cast).toList();
    }

    /**
     * Every tenant, in a transaction of its own: the registry is read before the request's transaction begins.
     *
     * @return by its name in paths
     */
    @Transactional(TxType.REQUIRES_NEW)
    public Map<String, Tenant> eachBySlug() {
        return em.createQuery("select t from Tenant t", Tenant.class)
            .getResultStream()
            .collect(Collectors.toUnmodifiableMap(Tenant::slug, tenant -> tenant));
    }

    /**
     * One tenant, in a transaction of its own: the registry is read before the request's transaction begins.
     *
     * @param slug its name in paths
     * @return empty if there is none
     */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<Tenant> bySlug(String slug) {
        return em.createQuery("select t from Tenant t where t.slug = :slug", Tenant.class)
            .setParameter("slug", slug)
            .getResultStream()
            .findFirst();
    }
}
