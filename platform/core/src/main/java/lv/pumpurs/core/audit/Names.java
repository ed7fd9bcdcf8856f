package lv.pumpurs.core.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names behind the keys and codes that a page of a log mentions, all of them in one statement. */
@Dependent
public class Names {

    private static final String OF_KEYS = """
            select cast(k.id as text), k.lv, k.en, k.reason, k.family from (
              select id, name as lv, name as en, null as reason, false as family from school
              union all select id, given_name || ' ' || family_name, given_name || ' ' || family_name, null, false
                        from staff
              union all select id, given_name || ' ' || family_name, given_name || ' ' || family_name, null, true
                        from guardian
              union all select id, given_name || ' ' || family_name, given_name || ' ' || family_name, null, true
                        from learner
              union all select id, code, code, null, false from support_plan
              union all select id, person_name, person_name, reason, false from operator_entry
            ) k where k.id = any (cast(string_to_array(?1, ',') as uuid[]))
            union all
            select c.code, c.lv, c.en, null, false from (
              select code, name_lv as lv, name_en as en from risk
              union all select code, name_lv, name_en from measure_kind
              union all select code, name_lv, name_en from programme
            ) c where c.code = any (string_to_array(?2, ','))
            """;

    private static final String OF_PERSONS = """
            select key, name, reason, at from (
              select cast(id as text) as key, given_name || ' ' || family_name as name, null as reason,
                     cast(null as bigint) as at, family_name collate "lv-x-icu" as family from staff
              union all
              (select cast(id as text), person_name, reason,
                      cast(extract(epoch from entered_at) * 1000 as bigint), null
               from operator_entry order by entered_at desc limit 50)
            ) p order by at desc nulls first, family, name""";

    private final EntityManager entities;

    /**
     * On the bound tenant.
     *
     * @param entities of the request
     */
    @Inject
    public Names(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * A name.
     *
     * @param lv in Latvian
     * @param en in English
     * @param reason why an operator entered; null for everybody else
     * @param family whether it is the name of a learner or a guardian
     */
    public record Name(String lv, String en, @Nullable String reason, boolean family) {}

    /** A person who is staff and a guardian is named as staff. */
    Map<String, Name> of(Set<String> keys, Set<String> codes) {
        Map<String, Name> names = new HashMap<>();
        if (keys.isEmpty() && codes.isEmpty()) {
            return names;
        }
        for (Object[] row : rows(OF_KEYS, String.join(",", keys), String.join(",", codes))) {
            names.merge((String) row[0],
                    new Name((String) row[1], (String) row[2], (String) row[3], (Boolean) row[4]),
                    (one, other) -> one.family() ? other : one);
        }
        return names;
    }

    /** Whom a log can be narrowed to: staff by name, then operators, the latest entry first. */
    List<PersonChoice> persons() {
        return rows(OF_PERSONS).stream()
            .map(row -> new PersonChoice((String) row[0], (String) row[1], (String) row[2], moment(row[3])))
            .toList();
    }

    static @Nullable Long moment(@Nullable Object millis) {
        return millis == null ? null : ((Number) millis).longValue();
    }

    private Collection<Object[]> rows(String sql, String... parameters) {
        var query = entities.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        List<?> rows = query.getResultList();
        return rows.stream().map(Object[].class::cast).toList();
    }
}
