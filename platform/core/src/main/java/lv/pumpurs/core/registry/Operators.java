package lv.pumpurs.core.registry;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import lv.pumpurs.spi.Role;

/** People of the national operator; to be used while the nation is bound. */
@Dependent
public class Operators {

    private static final String OFFICES = """
            SELECT role FROM operator
            WHERE email = ?1 AND valid_from <= (now() AT TIME ZONE 'Europe/Riga')::date
              AND (valid_to IS NULL OR valid_to >= (now() AT TIME ZONE 'Europe/Riga')::date)""";

    private final EntityManager em;

    /**
     * On the entity manager of the request.
     *
     * @param em bound to the nation
     */
    @Inject
    public Operators(EntityManager em) {
        this.em = em;
    }

    /**
     * What somebody is for the nation today, by Latvia's calendar.
     *
     * @param email verified address in lower case
     * @return empty for everybody who is not an operator
     */
    public Set<Role> rolesOf(String email) {
        return roles(em.createNativeQuery(OFFICES).setParameter(1, email).getResultList());
    }

    /**
     * What somebody is for one tenant today: some operators look after some tenants only.
     *
     * @param email verified address in lower case
     * @param slug the tenant
     * @return empty for everybody who is not an operator of this tenant
     */
    public Set<Role> rolesOf(String email, String slug) {
        return roles(em.createNativeQuery(OFFICES + " AND (tenants IS NULL OR ?2 = ANY(tenants))")
            .setParameter(1, email)
            .setParameter(2, slug)
            .getResultList());
    }

    private static Set<Role> roles(List<?> rows) {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        rows.forEach(role -> roles.add(Role.valueOf((String) role)));
        return roles;
    }
}
