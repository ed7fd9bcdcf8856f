package lv.pumpurs.core.personnel;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.spi.Role;

/**
 * Joins the conditions of a filter to the reach of the reader: a school's administrator sees the staff of that school
 * with their roles there, a municipality's all of it. The text is put together from constants only.
 */
final class StaffQuery {

    private static final String OWN_SCHOOLS = "r.school_id in (select m.school_id from staff_role_today m"
            + " where m.staff_id = ?1 and m.role = 'SCHOOL_ADMIN')";
    private static final String WHOLE = "exists (select 1 from staff_role_today m"
            + " where m.staff_id = ?1 and m.role = 'TENANT_ADMIN')";
    private static final String STATE = "case when r.valid_to < t.day then 'ENDED'"
            + " when r.valid_from > t.day then 'LATER' else 'NOW' end";

    private final List<Object> parameters = new ArrayList<>();
    private final String reach;
    private final StringBuilder conditions = new StringBuilder();
    private final boolean everybody;

    StaffQuery(UUID reader, Set<Role> roles, StaffFilter filter) {
        boolean whole = roles.contains(Role.TENANT_ADMIN);
        reach = whole ? "(" + WHOLE + " or " + OWN_SCHOOLS + ")" : OWN_SCHOOLS;
        everybody = whole && !filter.narrows();
        parameters.add(reader);
        if (filter.school() != null) {
            and("r.school_id = ", filter.school());
        }
        if (filter.role() != null) {
            and("r.role = ", filter.role().name());
        }
        if (filter.state() != null) {
            and(STATE + " = ", filter.state());
        }
    }

    String count() {
        return "select count(*) from staff s where " + people();
    }

    String rows(String sort, boolean descending) {
        String way = descending ? " desc" : "";
        String order = sort.equals("email") ? "s.email" + way : "s.family_name" + way + ", s.given_name" + way;
        return "select s.id, s.given_name, s.family_name, s.email from staff s where " + people() + " order by "
                + order + ", s.id" + way;
    }

    /** One member of staff, if in reach. */
    String one(UUID id) {
        parameters.add(id);
        return "select s.id, s.given_name, s.family_name, s.email from staff s where s.id = ?2 and (" + people() + ")";
    }

    /** The roles in reach of the people whose keys are the second parameter, joined by commas. */
    static String roles(Set<Role> roles) {
        String reach = new StaffQuery(new UUID(0, 0), roles, new StaffFilter(null, null, null)).reach;
        return """
                select r.id, r.staff_id, r.role, r.school_id, c.name, r.class_name, r.provider_role,
                       cast(r.valid_from as text), cast(r.valid_to as text), d.given_name || ' ' || d.family_name, %s
                from staff_role r cross join today t
                left join school c on c.id = r.school_id
                left join staff d on d.id = r.deputy_for
                where r.staff_id = any (cast(string_to_array(?2, ',') as uuid[])) and %s
                order by r.valid_to < t.day nulls first, c.name nulls first, r.role, r.valid_from desc, r.id"""
            .formatted(STATE, reach);
    }

    Query in(EntityManager entities, String sql) {
        Query query = entities.createNativeQuery(sql);
        for (int i = 0; i < parameters.size(); i++) {
            query.setParameter(i + 1, parameters.get(i));
        }
        return query;
    }

    int parameters() {
        return parameters.size();
    }

    /** Whoever has the whole tenant also sees somebody without any role. */
    private String people() {
        String some = "exists (select 1 from staff_role r cross join today t where r.staff_id = s.id and " + reach
                + conditions + ")";
        return everybody ? "(" + WHOLE + " or " + some + ")" : some;
    }

    private void and(String condition, Object parameter) {
        parameters.add(parameter);
        conditions.append(" and ").append(condition).append('?').append(parameters.size());
    }
}
