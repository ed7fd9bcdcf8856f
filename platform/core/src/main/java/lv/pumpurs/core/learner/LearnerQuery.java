package lv.pumpurs.core.learner;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import lv.pumpurs.core.identity.InScope;
import lv.pumpurs.spi.Role;

/**
 * Joins the conditions of a filter to the scope of the reader. The text is put together from constants only; whatever
 * was typed is a parameter.
 */
final class LearnerQuery {

    private static final String SCHOOLED = """
            join enrolment e on e.id = l.latest_enrolment_id
            """;

    private final Reader reader;
    private final boolean byPlace;
    private final StringBuilder conditions = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    LearnerQuery(LearnerFilter filter, Reader reader) {
        this.reader = reader;
        this.byPlace = filter.schoolId() != null || filter.className() != null || filter.grade() != null;
        parameters.add(reader.personId());
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

    /** Every learner has been at a school: it is looked up only if the filter asks for it. */
    String count() {
        return "select count(*) from learner l " + (byPlace ? SCHOOLED : "") + " where " + inScope()
                + " and l.latest_enrolment_id is not null" + conditions;
    }

    /** The page is cut out first; the plans are looked up for its learners only. */
    String rows(LearnerSort sort) {
        return """
                select l.id, l.given_name, l.family_name, e.class_name, e.grade, e.school_id, s.name,
                       (select p.semester || ' ' || p.state from support_plan p where p.learner_id = l.id %1$s
                        order by p.semester collate "C" desc, p.code desc limit 1),
                       (select count(*) from support_plan p where p.learner_id = l.id %1$s)
                from learner l
                """.formatted(knownPlans()) + SCHOOLED + "join school s on s.id = e.school_id where " + inScope()
                + conditions + " order by " + sort.sql();
    }

    /**
     * One page of the rows. The limit stands in the text: the driver's own would only stop reading, after the plans of
     * all learners in scope had been looked up and sorted. It is a number there, not a parameter, and the first page has no
     * offset: a plan for any limit and any offset would read and sort all learners.
     */
    Query page(EntityManager entities, LearnerSort sort, long skipped, int length) {
        String first = rows(sort) + " limit " + length;
        int next = parameters.size() + 1;
        return skipped == 0
                ? in(entities, first)
                : in(entities, first + " offset ?" + next).setParameter(next, skipped);
    }

    Query in(EntityManager entities, String sql) {
        Query query = entities.createNativeQuery(sql);
        for (int i = 0; i < parameters.size(); i++) {
            query.setParameter(i + 1, parameters.get(i));
        }
        return query;
    }

    private String inScope() {
        return InScope.learner("l.id", "?1", reader.ofLearners());
    }

    /** Who reaches a learner by roles that may all read plans reaches the learner's plans: nothing to ask again. */
    private String knownPlans() {
        boolean all = !reader.ofPlans().contains(Role.PROVIDER) && reader.ofPlans().containsAll(reader.ofLearners());
        return all ? "" : "and " + InScope.plan("p", "?1", reader.ofPlans());
    }

    private void and(String condition, Object parameter) {
        parameters.add(parameter);
        conditions.append(" and ").append(condition).append('?').append(parameters.size());
    }
}
