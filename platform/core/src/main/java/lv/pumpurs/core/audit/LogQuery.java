package lv.pumpurs.core.audit;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import lv.pumpurs.core.tenancy.RowCursor;
import lv.pumpurs.core.web.ListQuery;

/** The rows of a log that a filter lets through, newest first, and how many there are: two statements. */
final class LogQuery {

    /** Moments as milliseconds: the database's own type reaches the application as different classes. */
    static final String AT = "cast(extract(epoch from at) * 1000 as bigint)";

    private static final String DAY = "(cast(?%d as timestamp) at time zone 'Europe/Riga')";

    private final String from;
    private final List<Object> parameters = new ArrayList<>();

    /**
     * What differs between the two logs.
     *
     * @param view the view to read
     * @param person its column of persons
     * @param kind its column of kinds
     * @param act the condition for what was done, or what for, with a question mark for the value
     */
    record Log(String view, String person, String kind, String act) {}

    LogQuery(Log log, LogFilter filter) {
        StringBuilder text = new StringBuilder(" from ").append(log.view())
            .append(" where at >= ")
            .append(DAY.formatted(1))
            .append(" and at < ")
            .append(DAY.formatted(2));
        parameters.add(filter.from().toString());
        parameters.add(filter.to().plusDays(1).toString());
        String person = filter.person();
        if (LogFilter.PLATFORM.equals(person)) {
            text.append(" and ").append(log.person()).append(" is null");
        } else if (person != null) {
            and(text, log.person() + " = ?", UUID.fromString(person));
        }
        if (filter.kind() != null) {
            and(text, log.kind() + " = ?", filter.kind());
        }
        if (filter.act() != null) {
            and(text, log.act(), filter.act());
        }
        this.from = text.toString();
    }

    long count(EntityManager entities) {
        return ((Number) bound(entities.createNativeQuery("select count(*)" + from)).getSingleResult()).longValue();
    }

    List<Object[]> rows(EntityManager entities, String columns, ListQuery asked) {
        List<?> rows = bound(entities.createNativeQuery("select " + columns + from + " order by id desc"))
            .setFirstResult(asked.offset())
            .setMaxResults(asked.size())
            .getResultList();
        return rows.stream().map(Object[].class::cast).toList();
    }

    /** All rows, so many at a time. */
    void each(EntityManager entities, String columns, Consumer<List<Object[]>> rows) {
        RowCursor.each(bound(entities.createNativeQuery("select " + columns + from + " order by id desc")), rows);
    }

    private void and(StringBuilder text, String condition, Object value) {
        parameters.add(value);
        text.append(" and ").append(condition.replace("?", "?" + parameters.size()));
    }

    private Query bound(Query query) {
        for (int i = 0; i < parameters.size(); i++) {
            query.setParameter(i + 1, parameters.get(i));
        }
        return query;
    }
}
