package lv.pumpurs.core.family;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.family.FamilyView.Child;
import lv.pumpurs.core.family.FamilyView.Contact;
import lv.pumpurs.core.family.FamilyView.OpenPlan;
import lv.pumpurs.core.family.FamilyView.Place;
import lv.pumpurs.core.family.FamilyView.Support;
import lv.pumpurs.core.identity.InScope;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;

/** The learners for whom a person stands, and what each family is told: four statements, however many children. */
@Dependent
public class Families {

    private static final String CHILDREN = """
            select l.id, l.given_name || ' ' || l.family_name, s.name, e.class_name, e.school_year
            from learner l
            join enrolment e on e.id = l.latest_enrolment_id
            join school s on s.id = e.school_id
            where {scope}
            order by l.given_name, l.family_name, l.id""";

    /** Of whom the family can ask: the class teacher and the coordinator where the learner is taught today. */
    private static final String PEOPLE = """
            select distinct l.id, t.given_name || ' ' || t.family_name as name, r.role, t.family_name
            from learner l
            join enrolment e on e.id = l.latest_enrolment_id
            cross join today d
            join staff_role_today r on r.school_id = e.school_id
             and (r.role = 'SCHOOL_COORDINATOR' or (r.role = 'CLASS_TEACHER' and r.class_name = e.class_name))
            join staff t on t.id = r.staff_id
            where (e.valid_to is null or e.valid_to >= d.day) and {scope}
            order by r.role, t.family_name, name""";

    /** A plan whose time of support is over and that nobody has judged yet waits for that. */
    private static final String PLANS = """
            select l.id, p.id, p.code, p.semester, t.given_name || ' ' || t.family_name,
                   case when p.state in ('ACTIVE', 'SUSPENDED') and p.active_to < d.day then 'EVALUATION_DUE' else p.state end,
                   p.active_from, p.active_to, p.result
            from learner l
            join support_plan p on p.learner_id = l.id
            join staff t on t.id = p.author_id
            cross join today d
            where p.state not in ('REJECTED', 'CLOSED', 'TERMINATED') and {scope}
            order by p.semester collate "C" desc, p.code desc""";

    private static final String SUPPORT = """
            select p.id, k.name_lv, k.name_en, m.subject, t.given_name || ' ' || t.family_name, m.planned_quantity,
                   m.delivered_quantity, k.unit
            from learner l
            join support_plan p on p.learner_id = l.id
            join planned_measure m on m.plan_id = p.id
            join measure_kind k on k.code = m.kind
            left join staff t on t.id = m.provider_id
            where p.state not in ('REJECTED', 'CLOSED', 'TERMINATED') and {scope}
            order by k.position, m.id""";

    private final EntityManager entities;

    /**
     * On the bound tenant.
     *
     * @param entities of the request
     */
    @Inject
    public Families(EntityManager entities) {
        this.entities = entities;
    }

    List<Child> children(UUID personId, Set<Role> roles) {
        Map<UUID, List<Support>> support = new HashMap<>();
        rows(SUPPORT, personId, roles)
            .forEach(row -> support.computeIfAbsent((UUID) row[0], plan -> new ArrayList<>()).add(support(row)));
        Map<UUID, List<OpenPlan>> plans = new HashMap<>();
        rows(PLANS, personId, roles)
            .forEach(row -> plans.computeIfAbsent((UUID) row[0], learner -> new ArrayList<>())
                .add(plan(row, support.getOrDefault(row[1], List.of()))));
        Map<UUID, List<Contact>> people = new HashMap<>();
        rows(PEOPLE, personId, roles)
            .forEach(row -> people.computeIfAbsent((UUID) row[0], learner -> new ArrayList<>())
                .add(new Contact((String) row[1], (String) row[2])));
        return rows(CHILDREN, personId, roles).stream()
            .map(row -> new Child((UUID) row[0], (String) row[1],
                    new Place((String) row[2], (String) row[3], (String) row[4]),
                    plans.getOrDefault(row[0], List.of()), people.getOrDefault(row[0], List.of())))
            .toList();
    }

    private static OpenPlan plan(Object[] row, List<Support> support) {
        return new OpenPlan((UUID) row[1], (String) row[2], (String) row[3], (String) row[4], (String) row[5],
                day(row[6]), day(row[7]), (String) row[8], support);
    }

    private static Support support(Object[] row) {
        return new Support((String) row[1], (String) row[2], (String) row[3], (String) row[4], (BigDecimal) row[5],
                (BigDecimal) row[6], (String) row[7]);
    }

    private static @Nullable LocalDate day(@Nullable Object value) {
        return value == null ? null : ((Date) value).toLocalDate();
    }

    private List<Object[]> rows(String sql, UUID personId, Set<Role> roles) {
        List<?> found = entities.createNativeQuery(sql.replace("{scope}", InScope.learner("l.id", "?1", roles)))
            .setParameter(1, personId)
            .getResultList();
        return found.stream().map(Object[].class::cast).toList();
    }
}
