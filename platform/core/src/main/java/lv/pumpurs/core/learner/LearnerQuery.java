package lv.pumpurs.core.learner;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lv.pumpurs.spi.Role;

/**
 * Joins the conditions of a filter to the scope of the reader. The text is put together from constants only; whatever
 * was typed is a parameter.
 */
final class LearnerQuery {

    /** Whether the reader reaches the learner; parameters 1 and 2 of every query here. */
    static final String IN_SCOPE = """
            exists (select 1 from spi_learner_access a
                    where a.learner_id = l.id and a.person_id = ?1 and a.role = any (string_to_array(?2, ',')))
            """;

    private static final String FROM = """
            from learner l
            join enrolment e on e.id = l.latest_enrolment_id
            join school s on s.id = e.school_id
            where\s""" + IN_SCOPE;

    private final Reader reader;
    private final StringBuilder conditions = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    LearnerQuery(LearnerFilter filter, Reader reader) {
        this.reader = reader;
        parameters.add(reader.personId());
        parameters.add(joined(reader.ofLearners()));
        var search = filter.search();
        if (search != null) {
            FoldedName.patterns(search).forEach(pattern -> and("l.search_name like ", pattern));
        }
        if (filter.schoolId() != null) {
            and("e.school_id = ", filter.schoolId());
        }
        if (filter.className() != null) {
            and("e.class_name = ", filter.className());
        }
        if (filter.grade() != null) {
            and("e.grade = ", filter.grade());
        }
        var semester = filter.planIn();
        if (semester != null) {
            and("l.id in (select f.learner_id from support_plan f where f.semester = ", semester.code());
            conditions.append(')');
        }
    }

    Query count(EntityManager entities) {
        return bound(entities.createNativeQuery("select count(*) " + FROM + conditions));
    }

    /** The page is cut out first; the plans are looked up for its learners only. */
    Query rows(EntityManager entities, LearnerSort sort) {
        // the last parameter: roles by which the reader may know of a learner's plans
        int ofPlans = parameters.size() + 1;
        String known = """
                and exists (select 1 from spi_learner_access r
                            where r.learner_id = l.id and r.person_id = ?1
                              and r.role = any (string_to_array(?%d, ',')))""".formatted(ofPlans);
        return bound(entities.createNativeQuery("""
                select l.id, l.given_name, l.family_name, e.class_name, e.grade, e.school_id, s.name,
                       (select p.semester || ' ' || p.state from support_plan p where p.learner_id = l.id %1$s
                        order by p.semester collate "C" desc, p.code desc limit 1),
                       (select count(*) from support_plan p where p.learner_id = l.id %1$s)
                """.formatted(known) + FROM + conditions + " order by " + sort.sql()))
            .setParameter(ofPlans, joined(reader.ofPlans()));
    }

    static String joined(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().collect(Collectors.joining(","));
    }

    private void and(String condition, Object parameter) {
        parameters.add(parameter);
        conditions.append(" and ").append(condition).append('?').append(parameters.size());
    }

    private Query bound(Query query) {
        for (int i = 0; i < parameters.size(); i++) {
            query.setParameter(i + 1, parameters.get(i));
        }
        return query;
    }
}
