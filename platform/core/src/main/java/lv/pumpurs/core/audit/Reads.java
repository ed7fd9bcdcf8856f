package lv.pumpurs.core.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import lv.pumpurs.core.audit.Names.Name;
import lv.pumpurs.core.audit.ReadsView.ReadView;
import lv.pumpurs.core.web.ListQuery;
import lv.pumpurs.spi.ReadLog.Narrowing;

/**
 * The log of readings: adding to it, and as much of it as a reader may see, in two statements a page and one to count.
 */
@Dependent
public class Reads {

    private static final LogQuery.Log LOG = new LogQuery.Log("shown_read", "person", "permission",
            "purposes @> string_to_array(?, ',')");
    private static final String COLUMNS = "id, " + LogQuery.AT + ", cast(person as text), array_to_string(roles, ','),"
            + " array_to_string(purposes, ','), permission, cast(learner_id as text), row_count,"
            + " array_to_string(filters, ','), reason";

    private final EntityManager entities;
    private final Names names;

    /**
     * On the bound tenant.
     *
     * @param entities of the request
     * @param names behind keys
     */
    @Inject
    public Reads(EntityManager entities, Names names) {
        this.entities = entities;
        this.names = names;
    }

    /** One learner is shown. Who reads, and the rest, is added by the database. */
    void add(UUID learnerId) {
        entities.createNativeQuery("insert into read_log (learner_id) values (?1)")
            .setParameter(1, learnerId)
            .executeUpdate();
    }

    /** Something of a learner is shown that few are shown, for a reason. */
    void add(UUID learnerId, String reason) {
        entities.createNativeQuery("insert into read_log (learner_id, reason) values (?1, ?2)")
            .setParameter(1, learnerId)
            .setParameter(2, reason)
            .executeUpdate();
    }

    /** A list is shown. */
    void add(int rows, Collection<Narrowing> narrowedBy) {
        entities.createNativeQuery(
                "insert into read_log (row_count, filters) values (?1, string_to_array(?2, ','))")
            .setParameter(1, rows)
            .setParameter(2, narrowedBy.stream().sorted().map(Enum::name).collect(Collectors.joining(",")))
            .executeUpdate();
    }

    long count(LogFilter filter) {
        return new LogQuery(LOG, filter).count(entities);
    }

    List<ReadView> page(LogFilter filter, ListQuery asked, LogReader reader) {
        return views(new LogQuery(LOG, filter).rows(entities, COLUMNS, asked), reader);
    }

    /** All of them; names are asked for once for many rows. */
    void each(LogFilter filter, LogReader reader, Consumer<ReadView> each) {
        new LogQuery(LOG, filter).each(entities, COLUMNS, rows -> views(rows, reader).forEach(each));
    }

    private List<ReadView> views(List<Object[]> rows, LogReader reader) {
        Set<String> keys = new HashSet<>();
        for (Object[] row : rows) {
            keys.add((String) row[2]);
            if (row[6] != null) {
                keys.add((String) row[6]);
            }
        }
        Map<String, Name> known = names.of(keys, Set.of());
        return rows.stream().map(row -> view(row, known, reader)).toList();
    }

    private static ReadView view(Object[] row, Map<String, Name> known, LogReader reader) {
        String person = (String) row[2];
        String learner = (String) row[6];
        return new ReadView(((Number) row[0]).longValue(), Instant.ofEpochMilli(((Number) row[1]).longValue()),
                LogPerson.of(person, LogPerson.codes(row[3]), known.get(person), reader), LogPerson.codes(row[4]),
                (String) row[5], learner == null, learner == null ? null : reader.name(known.get(learner)),
                row[7] == null ? null : ((Number) row[7]).intValue(), LogPerson.codes(row[8]), (String) row[9]);
    }
}
