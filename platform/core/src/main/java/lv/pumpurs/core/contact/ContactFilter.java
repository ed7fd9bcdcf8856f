package lv.pumpurs.core.contact;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * To what the log of contacts is narrowed. A wrong value counts as none.
 *
 * @param way how; null for any
 * @param from first day; null for no bound
 * @param to last day; null for no bound
 */
public record ContactFilter(@Nullable ContactWay way, @Nullable LocalDate from, @Nullable LocalDate to) {

    static ContactFilter of(MultivaluedMap<String, String> query) {
        return new ContactFilter(way(query.getFirst("way")), day(query.getFirst("from")), day(query.getFirst("to")));
    }

    /**
     * Whether anything is chosen.
     *
     * @return false for all contacts
     */
    public boolean narrows() {
        return way != null || from != null || to != null;
    }

    private static @Nullable ContactWay way(@Nullable String text) {
        return Stream.of(ContactWay.values()).filter(way -> way.name().equals(text)).findFirst().orElse(null);
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text != null && text.matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(text) : null;
        } catch (DateTimeException noDay) {
            return null;
        }
    }
}
