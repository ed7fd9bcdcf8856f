package lv.pumpurs.core.plan;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import lv.pumpurs.core.identity.InScope;
import lv.pumpurs.core.tenancy.RowCursor;
import lv.pumpurs.core.web.ListQuery;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;

/**
 * Joins the conditions of a filter to the scope of the reader. The text is put together from constants only; whatever
 * was typed is a parameter.
 */
final class PlanQuery {

    private static final String ROWS = """
            select p.id, p.code, l.given_name || ' ' || l.family_name, e.class_name, s.name, p.semester, {state}, c.role
            from support_plan p
            join learner l on l.id = p.learner_id
            join school s on s.id = p.school_id
            left join enrolment e on e.id = l.latest_enrolment_id and e.school_id = p.school_id
            left join approval_step c on c.programme = p.programme and c.ordinal = p.approval_step
            """;

    /** States that follow from more than the plan's own row. */
    private static final Set<String> FOLLOWING = Set.of("ACTIVE", "SUSPENDED", "EVALUATION_DUE", "AMENDMENT_PENDING");

    private final StringBuilder conditions = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    PlanQuery(PlanFilter filter, UUID personId, Set<Role> roles) {
        parameters.add(personId);
        conditions.append(InScope.plan("p", "?1", roles));
        // the stored state has an index; the shown one is looked at in what is left
        boolean follows = FOLLOWING.contains(String.valueOf(filter.state()));
        and(follows ? "p.state in ('ACTIVE', 'SUSPENDED') and " + PlanReading.STATE + " = " : "p.state = ",
                filter.state());
        and("p.semester = ", filter.semester());
        and("p.school_id = ", filter.school());
    }

    String count() {
        return "select count(*) from support_plan p where " + conditions;
    }

    List<PlanRow> page(EntityManager entities, PlanSort sort, ListQuery asked) {
        int last = parameters.size();
        List<?> rows = in(entities, ROWS.replace("{state}", PlanReading.STATE) + " where " + conditions + " order by "
                + sort.sql(asked.descending()) + " limit ?" + (last + 1) + " offset ?" + (last + 2))
            .setParameter(last + 1, asked.size())
            .setParameter(last + 2, asked.offset())
            .getResultList();
        return rows.stream().map(row -> row((Object[]) row)).toList();
    }

    /** All of them, in one statement. */
    void each(EntityManager entities, PlanSort sort, boolean descending, Consumer<PlanRow> each) {
        Query all = in(entities, ROWS.replace("{state}", PlanReading.STATE) + " where " + conditions + " order by "
                + sort.sql(descending));
        RowCursor.each(all, rows -> rows.forEach(row -> each.accept(row(row))));
    }

    private static PlanRow row(Object[] row) {
        return new PlanRow((UUID) row[0], (String) row[1], (String) row[2], (String) row[3], (String) row[4],
                (String) row[5], (String) row[6], (String) row[7]);
    }

    Query in(EntityManager entities, String sql) {
        Query query = entities.createNativeQuery(sql);
        for (int i = 0; i < parameters.size(); i++) {
            query.setParameter(i + 1, parameters.get(i));
        }
        return query;
    }

    private void and(String condition, @Nullable Object parameter) {
        if (parameter != null) {
            parameters.add(parameter);
            conditions.append(" and ").append(condition).append('?').append(parameters.size());
        }
    }
}
