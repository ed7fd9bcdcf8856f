package lv.pumpurs.core.worklist;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import lv.pumpurs.core.identity.InScope;
import lv.pumpurs.spi.Role;

/** How much is due for a person, in one statement however much it is, and in none for whoever has no such work. */
@Dependent
public class WorkCounts {

    private static final String OF_A_KIND = """
            select '{kind}', count(*) from {source} p cross join today t
            where {condition} and {scope}""";

    /** The semester that is under way or comes next, or else was the last; without any nothing is due. */
    private static final String NOW = """
            (select x.code from semester x, today d
             order by x.ends_on < d.day, case when x.ends_on >= d.day then x.code end, x.code desc limit 1)""";

    private final EntityManager entities;

    /**
     * On the bound tenant.
     *
     * @param entities of the transaction
     */
    @Inject
    public WorkCounts(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * What waits for a person today.
     *
     * @param personId the person
     * @param rolesWith the person's roles that hold a permission
     * @return kinds of which there is some, with how much
     */
    public Map<Due, Long> of(UUID personId, Function<String, Set<Role>> rolesWith) {
        List<String> kinds = Arrays.stream(Due.values())
            .filter(due -> !rolesWith.apply(due.permission()).isEmpty())
            .map(due -> sql(due, rolesWith.apply(due.permission())))
            .toList();
        if (kinds.isEmpty()) {
            return Map.of();
        }
        List<?> rows = entities
            .createNativeQuery("select k.kind, k.plans from (" + String.join(" union all ", kinds)
                    + ") k (kind, plans) where k.plans > 0 and " + NOW + " is not null")
            .setParameter(1, personId)
            .getResultList();
        Map<Due, Long> counts = new EnumMap<>(Due.class);
        rows.stream()
            .map(Object[].class::cast)
            .forEach(row -> counts.put(Due.valueOf((String) row[0]), ((Number) row[1]).longValue()));
        return Collections.unmodifiableMap(counts);
    }

    /** From constants only: what comes from outside is a parameter. */
    private static String sql(Due due, Set<Role> roles) {
        return OF_A_KIND.replace("{kind}", due.name())
            .replace("{source}", due.source())
            .replace("{condition}", due.condition().replace("?2", NOW))
            .replace("{scope}", InScope.work("p", "?1", roles));
    }
}
