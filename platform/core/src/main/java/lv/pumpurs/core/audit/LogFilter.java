package lv.pumpurs.core.audit;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import lv.pumpurs.spi.ReadLog.Narrowing;
import org.jspecify.annotations.Nullable;

/**
 * To what a log is narrowed. There is always a period: a log grows by thousands of rows a day, and nobody counts all of
 * them to look at the last page. A wrong value counts as none.
 *
 * @param from first day
 * @param to last day
 * @param person key of a person, or {@value #PLATFORM}; null for anybody
 * @param kind a table, or a permission for what was read; null for any
 * @param act what was done, or what for; null for any
 */
public record LogFilter(LocalDate from, LocalDate to, @Nullable String person, @Nullable String kind,
        @Nullable String act) {

    /** Who acts where no person does. */
    public static final String PLATFORM = "platform";

    private static final int USUAL_DAYS = 30;

    static LogFilter of(MultivaluedMap<String, String> query, LocalDate today, Collection<String> kinds,
            Collection<String> acts) {
        LocalDate to = day(query.getFirst("to"), today);
        LocalDate from = day(query.getFirst("from"), to.minusDays(USUAL_DAYS));
        return new LogFilter(from.isAfter(to) ? to : from, to, person(query.getFirst("person")),
                known(query.getFirst("kind"), kinds), known(query.getFirst("act"), acts));
    }

    /**
     * Whether more than the period is chosen.
     *
     * @return false for everything of the period
     */
    public boolean narrows() {
        return person != null || kind != null || act != null;
    }

    /** The same in words that name no value. */
    List<Narrowing> narrowings() {
        List<Narrowing> by = new ArrayList<>(List.of(Narrowing.PERIOD));
        if (person != null) {
            by.add(Narrowing.PERSON);
        }
        if (kind != null) {
            by.add(Narrowing.KIND);
        }
        if (act != null) {
            by.add(Narrowing.STATE);
        }
        return by;
    }

    private static LocalDate day(@Nullable String text, LocalDate usual) {
        try {
            return text != null && text.matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(text) : usual;
        } catch (DateTimeException noDay) {
            return usual;
        }
    }

    private static @Nullable String person(@Nullable String text) {
        if (text == null || text.equals(PLATFORM)) {
            return text;
        }
        try {
            return UUID.fromString(text).toString();
        } catch (IllegalArgumentException noKey) {
            return null;
        }
    }

    private static @Nullable String known(@Nullable String text, Collection<String> all) {
        return text != null && all.contains(text) ? text : null;
    }
}
