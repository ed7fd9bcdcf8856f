package lv.pumpurs.core.staff;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import lv.pumpurs.spi.Role;

/**
 * Who signs in: staff, guardians and adult learners, found by the e-mail address that the identity provider proved. A
 * person has one key in a tenant: a teacher who is also a parent there has the same key as both.
 */
@Dependent
public class Accounts {

    private final EntityManager entities;

    /**
     * The collection.
     *
     * @param entities bound to a tenant
     */
    @Inject
    public Accounts(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * The key of an e-mail address: staff, guardian or adult learner, whatever the person holds today.
     *
     * @param email the address, in any case
     * @return empty if nobody here has it
     */
    public Optional<UUID> keyOf(String email) {
        List<?> keys = entities
            .createNativeQuery("select a.person_id from account a where a.email = ?1 order by 1 limit 1")
            .setParameter(1, email.strip().toLowerCase(Locale.ROOT))
            .getResultList();
        return keys.stream().map(UUID.class::cast).findFirst();
    }

    /**
     * The person of an e-mail address, with the roles that hold today, in one statement. Should two people of this
     * tenant share an address against the rule, only the first is answered, never the roles of both.
     *
     * @param email the address, in any case
     * @return empty if nobody here has it
     */
    public Optional<Account> byEmail(String email) {
        List<?> found = entities.createNativeQuery("""
                select a.person_id, a.given_name, a.family_name, r.role, r.school_id
                from account a left join account_role r on r.person_id = a.person_id
                where a.email = ?1
                order by a.person_id""").setParameter(1, email.strip().toLowerCase(Locale.ROOT)).getResultList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var rows = found.stream().map(Object[].class::cast).toList();
        var first = rows.getFirst();
        var roles = EnumSet.noneOf(Role.class);
        var throughout = EnumSet.noneOf(Role.class);
        for (var row : rows) {
            if (row[3] != null && row[0].equals(first[0])) {
                var role = Role.valueOf((String) row[3]);
                roles.add(role);
                if (row[4] == null) {
                    throughout.add(role);
                }
            }
        }
        return Optional.of(new Account((UUID) first[0], (String) first[1], (String) first[2], roles, throughout));
    }
}
