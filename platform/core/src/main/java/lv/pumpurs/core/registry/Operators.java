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
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        List<?> rows = em.createNativeQuery("""
                SELECT role FROM operator
                WHERE email = ?1 AND valid_from <= (now() AT TIME ZONE 'Europe/Riga')::date
                  AND (valid_to IS NULL OR valid_to >= (now() AT TIME ZONE 'Europe/Riga')::date)""")
            .setParameter(1, email)
            .getResultList();
        rows.forEach(role -> roles.add(Role.valueOf((String) role)));
        return roles;
    }
}
