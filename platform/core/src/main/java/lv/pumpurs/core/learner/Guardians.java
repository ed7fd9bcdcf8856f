package lv.pumpurs.core.learner;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.identity.InScope;
import lv.pumpurs.spi.Role;

/** Who stands for the learners of a tenant. */
@Dependent
public class Guardians {

    private final EntityManager entities;

    /**
     * The collection.
     *
     * @param entities bound to a tenant
     */
    @Inject
    public Guardians(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * The guardians of a learner whom a person reaches.
     *
     * @param learner the learner
     * @param person the reader
     * @param roles the reader's roles that may know of guardians
     * @return those who stand for the learner now first; nobody if the learner is out of reach
     */
    public List<GuardianLine> of(UUID learner, UUID person, Set<Role> roles) {
        List<?> rows = entities.createNativeQuery("""
                select h.id, g.id, g.given_name || ' ' || g.family_name, g.email, h.relation,
                       cast(h.valid_from as text), cast(h.valid_to as text),
                       case when h.valid_to < t.day then 'ENDED' when h.valid_from > t.day then 'LATER' else 'NOW' end,
                       i.state, g.phone
                from guardianship h cross join today t
                join guardian g on g.id = h.guardian_id
                left join invitation i on i.id = g.id
                where h.learner_id = ?2 and %s
                order by h.valid_to < t.day nulls first, g.family_name, g.given_name, h.valid_from desc, h.id"""
            .formatted(InScope.learner("h.learner_id", "?1", roles)))
            .setParameter(1, person)
            .setParameter(2, learner)
            .getResultList();
        return rows.stream().map(row -> GuardianLine.of((Object[]) row)).toList();
    }

    /** The guardian of an e-mail address, made if there is none; two who do so at once get the same. */
    Guardian ensure(UUID key, String email, String givenName, String familyName) {
        entities.createNativeQuery("insert into guardian (id, email, given_name, family_name) values (?1, ?2, ?3, ?4)"
                + " on conflict do nothing")
            .setParameter(1, key)
            .setParameter(2, email)
            .setParameter(3, givenName)
            .setParameter(4, familyName)
            .executeUpdate();
        List<UUID> known = entities.createQuery("select g.id from Guardian g where g.email = :email", UUID.class)
            .setParameter("email", email)
            .getResultList();
        return entities.find(Guardian.class, known.getFirst(), LockModeType.PESSIMISTIC_WRITE);
    }

    /** The learner's guardian of this name of whom no address is known, if there is exactly one: an import brought the person. */
    Optional<Guardian> onlyNamed(UUID learner, String name) {
        List<Guardian> known = lasting(learner).stream()
            .map(Guardianship::guardian)
            .filter(one -> one.isOnlyNamed(name))
            .distinct()
            .toList();
        return known.size() == 1 ? Optional.of(known.getFirst()) : Optional.empty();
    }

    /** A guardianship of a learner, nobody else's until the transaction ends. */
    Optional<Guardianship> take(UUID id, UUID learner) {
        return Optional.ofNullable(entities.find(Guardianship.class, id, LockModeType.PESSIMISTIC_WRITE))
            .filter(one -> one.learnerId().equals(learner));
    }

    /** Those that have not ended. */
    List<Guardianship> lasting(UUID learner) {
        return entities
            .createQuery("select h from Guardianship h where h.learnerId = :learner", Guardianship.class)
            .setParameter("learner", learner)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultList();
    }
}
