package lv.pumpurs.core.school;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.identity.InScope;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;

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
     * What a school is called, and was called before.
     *
     * @param school its key
     * @return the present name first
     */
    public List<NamePeriod> names(UUID school) {
        return periods("select school_id, name, kind, valid_from from school_name where school_id = ?1"
                + " order by valid_from desc nulls last", school)
            .getOrDefault(school, List.of());
    }

    /**
     * The names of all schools.
     *
     * @return key of a school to its names, the present one first
     */
    public Map<UUID, List<NamePeriod>> names() {
        return periods("select school_id, name, kind, valid_from from school_name"
                + " order by valid_from desc nulls last", null);
    }

    private Map<UUID, List<NamePeriod>> periods(String sql, @Nullable UUID school) {
        var query = entities.createNativeQuery(sql);
        if (school != null) {
            query.setParameter(1, school);
        }
        Map<UUID, List<NamePeriod>> names = new HashMap<>();
        for (Object found : query.getResultList()) {
            Object[] row = (Object[]) found;
            names.computeIfAbsent((UUID) row[0], unknown -> new ArrayList<>())
                .add(new NamePeriod((String) row[1], (String) row[2],
                        row[3] == null ? null : ((Date) row[3]).toLocalDate()));
        }
        return names;
    }

    /** Gives a school another name or type; the present one stays in the history. */
    void name(School school, NameSchool input, LocalDate today) {
        String name = input.name().strip();
        if (name.equals(school.name()) && input.kind().name().equals(school.kind())) {
            return;
        }
        LocalDate since = names(school.id()).stream().findFirst().map(NamePeriod::from).orElse(null);
        SchoolProblem.DAY.unless(!input.from().isAfter(today) && (since == null || input.from().isAfter(since)));
        SchoolProblem.NAME_TAKEN.unless(named(name).filter(other -> !other.id().equals(school.id())).isEmpty());
        entities.createNativeQuery("""
                insert into school_name (school_id, name, kind, valid_from) values (?1, ?2, ?3, cast(?4 as date))""")
            .setParameter(1, school.id())
            .setParameter(2, name)
            .setParameter(3, input.kind().name())
            .setParameter(4, input.from().toString())
            .executeUpdate();
        school.become(name, input.kind());
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
