package lv.pumpurs.core.school;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.identity.InScope;
import lv.pumpurs.spi.Role;

/** The schools of a tenant. */
@Dependent
public class Schools {

    private final EntityManager entities;

    /**
     * The collection.
     *
     * @param entities bound to a tenant
     */
    @Inject
    public Schools(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * All schools in the order of the Latvian alphabet.
     *
     * @return the schools
     */
    public List<School> all() {
        return entities.createQuery("select s from School s order by s.name", School.class).getResultList();
    }

    /**
     * The schools for which a person holds a role, in the order of the Latvian alphabet.
     *
     * @param personId who
     * @param roles the roles that count; none gives no school
     * @return the schools
     */
    public List<School> of(UUID personId, Set<Role> roles) {
        List<?> own = entities
            .createNativeQuery("select s.* from school s where " + InScope.school("s.id", "?1", roles)
                    + " order by s.name", School.class)
            .setParameter(1, personId)
            .getResultList();
        return own.stream().map(School.class::cast).toList();
    }

    /**
     * One school.
     *
     * @param id its key
     * @return the school, if there is one
     */
    public Optional<School> find(UUID id) {
        return Optional.ofNullable(entities.find(School.class, id));
    }

    /**
     * One school by its name.
     *
     * @param name the whole name
     * @return the school, if there is one
     */
    public Optional<School> named(String name) {
        return entities.createQuery("select s from School s where s.name = :name", School.class)
            .setParameter("name", name)
            .getResultStream()
            .findFirst();
    }

    /**
     * Adds a school.
     *
     * @param school the school
     */
    public void add(School school) {
        entities.persist(school);
    }
}
