package lv.pumpurs.core.staff;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
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
     * Adds a person with the roles given so far.
     *
     * @param person the person
     */
    public void add(Staff person) {
        entities.persist(person);
    }
}
