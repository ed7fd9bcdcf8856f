package lv.pumpurs.core.staff;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The staff of a tenant. */
@Dependent
public class StaffMembers {

    private final EntityManager entities;

    /**
     * The collection.
     *
     * @param entities bound to a tenant
     */
    @Inject
    public StaffMembers(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * One person.
     *
     * @param id the key
     * @return the person, if there is one
     */
    public Optional<Staff> find(UUID id) {
        return Optional.ofNullable(entities.find(Staff.class, id));
    }

    /**
     * One person, whose roles nobody else changes until the transaction ends.
     *
     * @param id the key
     * @return the person, if there is one
     */
    public Optional<Staff> take(UUID id) {
        return Optional.ofNullable(entities.find(Staff.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /**
     * The person of an e-mail address.
     *
     * @param email the address, in any case
     * @return the person, if there is one
     */
    public Optional<Staff> byEmail(String email) {
        return entities.createQuery("select s from Staff s where s.email = :email", Staff.class)
            .setParameter("email", email.strip().toLowerCase(Locale.ROOT))
            .getResultStream()
            .findFirst();
    }

    /**
     * The person of an e-mail address, made if there is none; two who do so at once get the same.
     *
     * @param newcomer the person, without roles
     * @return whoever has the address, with the name kept before
     */
    public Staff ensure(Staff newcomer) {
        entities.createNativeQuery("insert into staff (id, email, given_name, family_name) values (?1, ?2, ?3, ?4)"
                + " on conflict do nothing")
            .setParameter(1, newcomer.id())
            .setParameter(2, newcomer.email())
            .setParameter(3, newcomer.givenName())
            .setParameter(4, newcomer.familyName())
            .executeUpdate();
        return byEmail(newcomer.email()).flatMap(known -> take(known.id())).orElseThrow();
    }

    /**
     * Adds a person with the roles given so far.
     *
     * @param person the person
     */
    public void add(Staff person) {
        entities.persist(person);
    }
}
