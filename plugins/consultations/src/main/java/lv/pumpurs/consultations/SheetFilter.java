package lv.pumpurs.consultations;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lv.pumpurs.spi.ReadLog.Narrowing;
import org.jspecify.annotations.Nullable;

/**
 * To what the list of sheets is narrowed; a wrong value counts as none.
 *
 * @param month the month
 * @param stage code of a stage
 * @param school key of a school
 * @param provider key of a provider
 * @param learner key of a learner
 */
public record SheetFilter(@Nullable YearMonth month, @Nullable String stage, @Nullable UUID school,
        @Nullable UUID provider, @Nullable UUID learner) {

    /** Every stage, as a sheet comes to them. */
    public static final List<String> STAGES = List.of("SUBMITTED", "RETURNED", "VERIFIED", "ACCEPTED", "PAID");

    static SheetFilter of(MultivaluedMap<String, String> query) {
        String stage = query.getFirst("stage");
        return new SheetFilter(ConsultationFilter.month(query.getFirst("month")),
                stage != null && STAGES.contains(stage) ? stage : null,
                ConsultationFilter.key(query.getFirst("school")), ConsultationFilter.key(query.getFirst("provider")),
                ConsultationFilter.key(query.getFirst("learner")));
    }

    /**
     * Whether anything is left out.
     *
     * @return true if so
     */
    public boolean narrows() {
        return !narrowings().isEmpty();
    }

    /** The same in one stage. */
    SheetFilter in(String only) {
        return new SheetFilter(month, only, school, provider, learner);
    }

    List<Narrowing> narrowings() {
        List<Narrowing> by = new ArrayList<>();
        if (month != null) {
            by.add(Narrowing.PERIOD);
        }
        if (stage != null) {
            by.add(Narrowing.STATE);
        }
        if (school != null) {
            by.add(Narrowing.SCHOOL);
        }
        if (provider != null || learner != null) {
            by.add(Narrowing.PERSON);
        }
        return by;
    }
}
