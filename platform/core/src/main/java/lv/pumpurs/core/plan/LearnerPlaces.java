package lv.pumpurs.core.plan;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.identity.InScope;
import lv.pumpurs.core.schoolyear.Semester;
import lv.pumpurs.spi.Role;

/** The schools, classes and grades of learners for whom a plan is written or proposed. */
@Dependent
public class LearnerPlaces {

    private final EntityManager entities;

    /**
     * The collection.
     *
     * @param entities bound to a tenant
     */
    @Inject
    public LearnerPlaces(EntityManager entities) {
        this.entities = entities;
    }

    /** Where a learner is, for whoever may write plans there; empty if the person does not reach the learner. */
    Optional<LearnerPlace> find(UUID learnerId, UUID personId, Set<Role> roles) {
        List<?> rows = entities
            .createNativeQuery("""
                    select l.given_name || ' ' || l.family_name, e.class_name, s.id, s.name
                    from learner l join enrolment e on e.id = l.latest_enrolment_id join school s on s.id = e.school_id
                    where l.id = ?2 and\s""" + InScope.learner("l.id", "?1", roles))
            .setParameter(1, personId)
            .setParameter(2, learnerId)
            .getResultList();
        return rows.stream()
            .map(Object[].class::cast)
            .map(row -> new LearnerPlace(learnerId, (String) row[0], (String) row[1], (UUID) row[2], (String) row[3]))
            .findFirst();
    }

    /** The grade in which a learner is taught in a school year; 0 if that is not known, or vocational. */
    int grade(UUID learnerId, Semester semester) {
        List<?> grades = entities.createNativeQuery("""
                select case when e.vocational then 0 else e.grade end from enrolment e
                where e.learner_id = ?1 and e.school_year = ?2 order by e.valid_from desc""")
            .setParameter(1, learnerId)
            .setParameter(2, semester.schoolYear())
            .getResultList();
        return grades.isEmpty() ? 0 : ((Number) grades.getFirst()).intValue();
    }
}
