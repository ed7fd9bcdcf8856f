package lv.pumpurs.core.worklist;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import lv.pumpurs.core.identity.InScope;
import lv.pumpurs.core.plugin.SwitchedOn;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.PluginWork;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;

/** What is due for a person, in one statement however much it is, and what each plugin needs for its own. */
@Dependent
public class Worklist {

    /** How many plans of a kind are shown; a list has the others. */
    public static final int SHOWN = 10;

    /** Of a kind: the most urgent first, those without a limit last and the longest waiting of them first. */
    private static final String OF_A_KIND = """
            (select '{kind}' as kind, p.id, p.code, p.learner_id, p.school_id, {since} as since,
                    {since} + d.days as due_on, count(*) over () as total,
                    count(*) filter (where {since} + d.days < t.day) over () as late, t.day
             from {source} p
             cross join today t
             left join lateral (select k.days from work_deadline k
                                where k.programme = p.programme and k.work = '{deadline}' and k.valid_from <= t.day
                                order by k.valid_from desc limit 1) d on true
             where {condition} and {scope}
             order by due_on nulls last, since, p.code
             limit {shown})""";

    private static final String SHOWN_ROWS = """
            select w.kind, w.id, w.code, l.given_name || ' ' || l.family_name, e.class_name, s.name, w.since, w.due_on,
                   coalesce(w.due_on < w.day, false), w.total, w.late
            from ({work}) w
            join learner l on l.id = w.learner_id
            join school s on s.id = w.school_id
            left join enrolment e on e.id = l.latest_enrolment_id and e.school_id = w.school_id
            order by w.due_on nulls last, w.since, w.code""";

    private final EntityManager entities;
    private final Supplier<List<PluginWork>> plugins;

    /**
     * On the bound tenant.
     *
     * @param entities of the request
     * @param plugins that have work for people
     * @param on which of them are on
     */
    @Inject
    public Worklist(EntityManager entities, @Any Instance<PluginWork> plugins, SwitchedOn on) {
        // asked when the list is read: a resource is made before the gate knows who asks, and what is on for whom
        this(entities, () -> on.among(plugins));
    }

    /**
     * With what is told of plugins.
     *
     * @param entities bound to a tenant
     * @param plugins those that are on
     */
    public Worklist(EntityManager entities, Supplier<List<PluginWork>> plugins) {
        this.entities = entities;
        this.plugins = plugins;
    }

    /**
     * What of plugins waits for a person today.
     *
     * @param reader the person
     * @return groups in which there is something, plugin by plugin
     */
    public List<PluginWork.Group> ofPlugins(Caller reader) {
        return plugins.get()
            .stream()
            .flatMap(plugin -> plugin.due(reader).stream())
            .filter(group -> group.total() > 0)
            .toList();
    }

    /**
     * What waits for a person today.
     *
     * @param personId the person
     * @param rolesWith the person's roles that hold a permission
     * @param semester code of the semester that is under way or comes next; null if none is published
     * @return kinds of which there is some, in the order of {@link Due}
     */
    public List<WorkGroup> of(UUID personId, Function<String, Set<Role>> rolesWith, @Nullable String semester) {
        List<String> kinds = Arrays.stream(Due.values())
            .filter(due -> semester != null && !rolesWith.apply(due.permission()).isEmpty())
            .map(due -> sql(due, rolesWith.apply(due.permission())))
            .toList();
        if (kinds.isEmpty()) {
            return List.of();
        }
        String sql = SHOWN_ROWS.replace("{work}", String.join(" union all ", kinds));
        var query = entities.createNativeQuery(sql).setParameter(1, personId);
        if (sql.contains("?2")) {
            query.setParameter(2, semester);
        }
        List<?> rows = query.getResultList();
        return groups(rows.stream().map(Object[].class::cast).toList());
    }

    /** From constants only: what comes from outside is a parameter. */
    private static String sql(Due due, Set<Role> roles) {
        return OF_A_KIND.replace("{kind}", due.name())
            .replace("{source}", due.source())
            .replace("{since}", due.since())
            .replace("{deadline}", due.deadline())
            .replace("{condition}", due.condition())
            .replace("{scope}", InScope.work("p", "?1", roles))
            .replace("{shown}", Integer.toString(SHOWN));
    }

    private static List<WorkGroup> groups(List<Object[]> rows) {
        Map<Due, List<Object[]>> byKind = rows.stream()
            .collect(Collectors.groupingBy(row -> Due.valueOf((String) row[0]), () -> new EnumMap<>(Due.class),
                    Collectors.toList()));
        List<WorkGroup> groups = new ArrayList<>();
        byKind.forEach((due, found) -> {
            Object[] any = found.getFirst();
            groups.add(new WorkGroup(due, ((Number) any[9]).longValue(), ((Number) any[10]).longValue(),
                    found.stream().map(Worklist::item).toList()));
        });
        return groups;
    }

    private static WorkItem item(Object[] row) {
        return new WorkItem((UUID) row[1], (String) row[2], (String) row[3], (String) row[4], (String) row[5],
                day(row[6]), row[7] == null ? null : day(row[7]), (Boolean) row[8]);
    }

    private static LocalDate day(Object column) {
        return ((Date) column).toLocalDate();
    }
}
