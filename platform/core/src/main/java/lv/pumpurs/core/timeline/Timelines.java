package lv.pumpurs.core.timeline;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lv.pumpurs.core.identity.InScope;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.plugin.SwitchedOn;
import lv.pumpurs.core.timeline.TimelineView.Entry;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.Role;
import lv.pumpurs.spi.learner.LearnerTimeline;
import lv.pumpurs.spi.learner.LearnerTimeline.Events;
import org.jspecify.annotations.Nullable;

/**
 * Events of learners in one order: one statement over the tables of the core, whatever there is, and what each plugin
 * needs. Each part has the scope of the page that shows the same.
 */
@Dependent
public class Timelines {

    /** A year follows from how the one before it ended; the last one may have an end of its own. */
    private static final String CLASSES = """
            select y.valid_from as day, 'CLASS' as chapter,
                   case when y.school_before is null then 'ENROLLED' when y.school_before <> y.school_id then 'TRANSFERRED'
                        when y.before = 'REPEATED' then 'REPEATED' when y.before in ('PROMOTED', 'GRADUATED') then 'PROMOTED'
                        else 'CLASS' end as kind,
                   null as code, y.school as a, y.class_name as b, cast(null as uuid) as plan, cast(y.id as text) as tie
            from years y
            union all
            select y.valid_to, 'CLASS', y.outcome, null, y.school, y.class_name, null, cast(y.id as text) from years y
            where y.valid_to is not null and y.outcome in ('LEFT', 'GRADUATED') and y.after is null
            union all
            select f.valid_to, 'CLASS', 'CODE', null, '', '', null, cast(f.id as text) from former_personal_code f
            where f.learner_id = ?2""";

    private static final String YEARS = """
            with years as (
              select e.id, e.valid_from, e.valid_to, e.school_id, e.class_name, e.outcome, school_name_on(e.school_id, e.valid_from) as school,
                     lag(e.outcome) over w as before, lag(e.school_id) over w as school_before, lead(e.id) over w as after
              from enrolment e where e.learner_id = ?2
              window w as (order by e.valid_from, e.id))
            """;

    /** A key begins with its millisecond; of decisions in the same one the step tells which came last. */
    private static final String PLANS = """
            select p.applied_on, 'PLAN', 'PLAN_APPLIED', 'role.' || p.applied_by, p.code, '', p.id, cast(p.id as text)
            from support_plan p where p.learner_id = ?2 and p.applied_on is not null and {all}
            union all
            select a.decided_on, 'PLAN', 'PLAN_' || a.decision, 'role.' || a.role, p.code, '', p.id,
                   left(cast(a.id as text), 13) || '-' || lpad(cast(a.step as text), 3, '0')
            from support_plan p join plan_approval a on a.plan_id = p.id where p.learner_id = ?2 and {all}
            union all
            select p.active_from, 'PLAN', 'PLAN_ACTIVE', null, p.code, '', p.id, cast(p.id as text)
            from support_plan p where p.learner_id = ?2 and p.active_from is not null and {plan}
            union all
            select p.evaluated_on, 'PLAN', 'PLAN_EVALUATED', 'plan.result.' || p.result, p.code, '', p.id, cast(p.id as text)
            from support_plan p where p.learner_id = ?2 and p.evaluated_on is not null and {plan}
            union all
            select p.closed_on, 'PLAN', 'PLAN_CLOSED', null, p.code, '', p.id, cast(p.id as text)
            from support_plan p where p.learner_id = ?2 and p.closed_on is not null and {plan}
            union all
            select p.terminated_on, 'PLAN', 'PLAN_TERMINATED', null, p.code, '', p.id, cast(p.id as text)
            from support_plan p where p.learner_id = ?2 and p.terminated_on is not null and {plan}""";

    private static final String CONTACTS = """
            select c.held_on, 'CONTACT', 'CONTACT', 'contact.way.' || c.way, c.topic, '', null, cast(c.id as text)
            from guardian_contact c where c.learner_id = ?2 and {learner}""";

    private static final String GUARDIANS = """
            select h.valid_from, 'GUARDIAN', 'GUARDIAN_FROM', 'audit.relation.' || h.relation,
                   g.given_name || ' ' || g.family_name, '', null, cast(h.id as text)
            from guardianship h join guardian g on g.id = h.guardian_id where h.learner_id = ?2 and {learner}
            union all
            select h.valid_to, 'GUARDIAN', 'GUARDIAN_TO', 'audit.relation.' || h.relation,
                   g.given_name || ' ' || g.family_name, '', null, cast(h.id as text)
            from guardianship h join guardian g on g.id = h.guardian_id
            where h.learner_id = ?2 and h.valid_to is not null and {learner}""";

    private final EntityManager entities;
    private final Supplier<List<LearnerTimeline>> plugins;

    /**
     * On the bound tenant.
     *
     * @param entities of the request
     * @param plugins what plugins tell
     * @param on which of them are on
     */
    @Inject
    public Timelines(EntityManager entities, @Any Instance<LearnerTimeline> plugins, SwitchedOn on) {
        // asked when a timeline is read: a resource is made before the gate knows who asks, and what is on for whom
        this(entities, () -> on.among(plugins));
    }

    Timelines(EntityManager entities, Supplier<List<LearnerTimeline>> plugins) {
        this.entities = entities;
        this.plugins = plugins;
    }

    /** Some events, and how many there are. */
    record Found(List<Entry> entries, long total) {}

    /** To what a reader can narrow a timeline. */
    static List<Chapter> chapters(Caller reader) {
        return Stream.of(Chapter.values())
            .filter(one -> switch (one) {
                case CLASS, OTHER -> true;
                case PLAN -> reader.may(Permissions.PLAN_READ);
                case CONTACT -> reader.may(Permissions.CONTACT_READ);
                case GUARDIAN -> reader.may(Permissions.GUARDIAN_READ);
            })
            .toList();
    }

    /** One page, newest first; of one day the newest row first. */
    Found page(UUID learner, Caller reader, @Nullable Chapter only, int offset, int size) {
        List<Entry> all = new ArrayList<>();
        long total = 0;
        List<Chapter> wanted = chapters(reader).stream().filter(one -> only == null || only == one).toList();
        List<Object[]> rows = rows(learner, reader, wanted, offset + size);
        for (Object[] row : rows) {
            all.add(entry(row));
        }
        total += rows.isEmpty() ? 0 : ((Number) rows.getFirst()[7]).longValue();
        if (wanted.contains(Chapter.OTHER)) {
            for (LearnerTimeline plugin : plugins.get()) {
                Events events = plugin.latest(learner, reader, offset + size);
                events.latest()
                    .forEach(one -> all
                        .add(new Entry(one.day(), Chapter.OTHER, one.textKey(), null, one.values(), null)));
                total += events.total();
            }
        }
        // stable: what has one day keeps the order in which it was read
        return new Found(all.stream()
            .sorted(Comparator.comparing(Entry::day).reversed())
            .skip(offset)
            .limit(size)
            .toList(), total);
    }

    private List<Object[]> rows(UUID learner, Caller reader, List<Chapter> wanted, int most) {
        String union = String.join("\nunion all\n", wanted.stream().flatMap(one -> sql(one, reader)).toList());
        if (union.isEmpty()) {
            return List.of();
        }
        List<?> rows = entities
            .createNativeQuery(YEARS + """
                select v.day, v.chapter, v.kind, v.code, v.a, v.b, v.plan, count(*) over ()
                from (select cast(null as date) as day, '' as chapter, '' as kind, '' as code, '' as a, '' as b,
                             cast(null as uuid) as plan, cast(?1 as text) as tie where false
                      union all\n""" + union + ") v order by v.day desc, v.tie collate \"C\" desc, v.kind desc limit "
                    + most)
            .setParameter(1, reader.personId())
            .setParameter(2, learner)
            .getResultList();
        return rows.stream().map(Object[].class::cast).toList();
    }

    /** From constants only: what comes from outside is a parameter. */
    private static Stream<String> sql(Chapter chapter, Caller reader) {
        return switch (chapter) {
            case CLASS -> Stream.of(CLASSES);
            case PLAN -> {
                Set<Role> roles = reader.rolesWith(Permissions.PLAN_READ);
                yield Stream.of(PLANS.replace("{all}", InScope.plan("p", "?1", InScope.others(roles)))
                    .replace("{plan}", InScope.plan("p", "?1", roles)));
            }
            case CONTACT -> Stream.of(CONTACTS.replace("{learner}",
                    InScope.learner("c.learner_id", "?1", reader.rolesWith(Permissions.CONTACT_READ))));
            case GUARDIAN -> Stream.of(GUARDIANS.replace("{learner}",
                    InScope.learner("h.learner_id", "?1", reader.rolesWith(Permissions.GUARDIAN_READ))));
            case OTHER -> Stream.empty();
        };
    }

    private static Entry entry(Object[] row) {
        return new Entry(((Date) row[0]).toLocalDate(), Chapter.valueOf((String) row[1]), "timeline." + row[2],
                (String) row[3], List.of((String) row[4], (String) row[5]), (UUID) row[6]);
    }
}
