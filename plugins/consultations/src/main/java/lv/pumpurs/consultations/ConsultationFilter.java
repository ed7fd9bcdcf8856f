package lv.pumpurs.consultations;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lv.pumpurs.spi.ReadLog.Narrowing;
import org.jspecify.annotations.Nullable;

/**
 * To what the list is narrowed; a wrong value counts as none.
 *
 * @param month the month
 * @param state code of a state
 * @param learner key of a learner
 */
public record ConsultationFilter(@Nullable YearMonth month, @Nullable String state, @Nullable UUID learner) {

    /** Every state, as people meet them. */
    public static final List<String> STATES = List.of("PLANNED", "HELD", "CONFIRMED", "UNCONFIRMED", "NO_SHOW",
            "CANCELLED", "RESCHEDULED", "SUBMITTED", "RETURNED", "VERIFIED", "ACCEPTED", "PAID", "DISALLOWED");

    static ConsultationFilter of(MultivaluedMap<String, String> query) {
        String state = query.getFirst("state");
        return new ConsultationFilter(month(query.getFirst("month")),
                state != null && STATES.contains(state) ? state : null, key(query.getFirst("learner")));
    }

    /**
     * Whether anything is left out.
     *
     * @return true if so
     */
    public boolean narrows() {
        return month != null || state != null || learner != null;
    }

    List<Narrowing> narrowings() {
        List<Narrowing> by = new ArrayList<>();
        if (month != null) {
            by.add(Narrowing.PERIOD);
        }
        if (state != null) {
            by.add(Narrowing.STATE);
        }
        if (learner != null) {
            by.add(Narrowing.PERSON);
        }
        return by;
    }

    static @Nullable YearMonth month(@Nullable String text) {
        try {
            YearMonth month = text == null || text.length() != 7 ? null : YearMonth.parse(text);
            return month == null || month.getYear() < 2000 || month.getYear() > 2100 ? null : month;
        } catch (DateTimeException noMonth) {
            return null;
        }
    }

    static @Nullable UUID key(@Nullable String text) {
        try {
            return text == null || text.length() != 36 ? null : UUID.fromString(text);
        } catch (IllegalArgumentException noKey) {
            return null;
        }
    }
}
