package lv.pumpurs.core.family;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import lv.pumpurs.core.family.ReadersView.Visit;
import lv.pumpurs.core.family.ReadersView.Who;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.tenancy.RowCursor;
import lv.pumpurs.core.web.ListQuery;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;

/**
 * Who opened one learner's file, under whichever of its records; whoever asks has made sure that the reader reaches the learner. Pages that one person
 * opened with no longer break between them than {@value #BREAK_MINUTES} minutes are one visit.
 */
@Dependent
public class Readers {

    static final int BREAK_MINUTES = 30;

    private static final Set<String> OF_THE_FAMILY = Set.of(Role.GUARDIAN.name(), Role.LEARNER.name());

    /** Moments as milliseconds: the database's own type reaches the application as different classes. */
    private static final String VISITS = """
            select v.person, cast(extract(epoch from min(v.at)) * 1000 as bigint) as since,
                   cast(extract(epoch from max(v.at)) * 1000 as bigint) as until, count(*) as pages, max(v.id) as last,
                   string_agg(distinct array_to_string(v.roles, ','), ',') as roles,
                   string_agg(distinct v.permission, ',') as read
            from (select b.*, count(*) filter (where b.returns) over (partition by b.person order by b.id) as visit
                  from (select r.*, r.at - lag(r.at) over (partition by r.person order by r.id)
                                    > make_interval(mins => {break}) as returns
                        from shown_reader r where r.learner_id = ?1
                         or r.learner_id in (select m.id from learner m where m.merged_into = ?1)) b) v
            group by v.person, v.visit
            """.replace("{break}", Integer.toString(BREAK_MINUTES));

    /** A person who is staff and a guardian is named as staff. */
    private static final String NAMED = """
            select k.since, k.until, k.pages, k.person, k.roles, k.read, o.reason,
                   coalesce(t.given_name || ' ' || t.family_name, o.person_name, g.given_name || ' ' || g.family_name,
                            l.given_name || ' ' || l.family_name)
            from ({visits}) k
            left join staff t on t.id = k.person
            left join operator_entry o on o.id = k.person
            left join guardian g on g.id = k.person
            left join learner l on l.id = k.person
            order by k.last desc""";

    private final EntityManager entities;

    /**
     * On the bound tenant.
     *
     * @param entities of the request
     */
    @Inject
    public Readers(EntityManager entities) {
        this.entities = entities;
    }

    long count(UUID learnerId) {
        return ((Number) entities.createNativeQuery("select count(*) from (" + VISITS + ") k")
            .setParameter(1, learnerId)
            .getSingleResult()).longValue();
    }

    List<Visit> page(UUID learnerId, ListQuery asked, Caller reader) {
        String some = NAMED.replace("{visits}", VISITS + "order by last desc limit ?2 offset ?3");
        Query query = entities.createNativeQuery(some)
            .setParameter(1, learnerId)
            .setParameter(2, asked.size())
            .setParameter(3, asked.offset());
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> visit((Object[]) row, reader)).toList();
    }

    /** All of them, in one statement. */
    void each(UUID learnerId, Caller reader, Consumer<Visit> each) {
        RowCursor.each(entities.createNativeQuery(NAMED.replace("{visits}", VISITS)).setParameter(1, learnerId),
                rows -> rows.forEach(row -> each.accept(visit(row, reader))));
    }

    private static Visit visit(Object[] row, Caller reader) {
        List<String> roles = codes(row[4]);
        boolean self = row[3].equals(reader.personId());
        String name = (String) row[7];
        return new Visit(moment(row[0]), moment(row[1]), ((Number) row[2]).intValue(),
                new Who(self || isOpen(roles, reader) ? name : null, name != null, self, roles, (String) row[6]),
                codes(row[5]));
    }

    /** Parents may live apart: the other one is named to those who may know who stands for the learner. */
    private static boolean isOpen(List<String> roles, Caller reader) {
        return !OF_THE_FAMILY.containsAll(roles) || reader.may(Permissions.GUARDIAN_READ);
    }

    private static List<String> codes(@Nullable Object joined) {
        return joined == null || joined.toString().isEmpty()
                ? List.of()
                : Arrays.stream(joined.toString().split(",")).distinct().sorted().toList();
    }

    private static Instant moment(Object millis) {
        return Instant.ofEpochMilli(((Number) millis).longValue());
    }
}
