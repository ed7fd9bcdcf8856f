package lv.pumpurs.consultations;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import lv.pumpurs.spi.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * One monthly sheet (KA veidlapa).
 *
 * @param head whose it is
 * @param rows its consultations, in the order of the days
 * @param lessons the payable ones in consultation hours
 * @param course how it came there
 * @param acts what the reader can do with it now
 * @param timesheet whether the reader may see the provider's timesheet
 */
public record SheetView(SheetHead head, List<Row> rows, BigDecimal lessons, Course course, List<String> acts,
        boolean timesheet) implements Versioned {

    /**
     * One consultation.
     *
     * @param id its key
     * @param heldOn the day
     * @param startsAt when it began
     * @param minutes how long it took
     * @param quantity the same in the unit of the measure
     * @param subject subject or topic
     * @param mode how it was held
     * @param confirmedOn when the learner's side confirmed it; null of one that is disallowed
     * @param confirmedBy who did
     * @param disallowed why it is not paid for after all; null of a payable one
     */
    public record Row(UUID id, LocalDate heldOn, @Nullable LocalTime startsAt, int minutes,
            @Nullable BigDecimal quantity, String subject, Mode mode, @Nullable LocalDate confirmedOn,
            @Nullable Way confirmedBy, @Nullable String disallowed) {}

    /**
     * How it came where it is.
     *
     * @param submittedOn when it was handed in
     * @param verifiedOn when the school said that it is right; null before that
     * @param verifiedBy who said so
     * @param acceptedOn when the municipality accepted it
     * @param acceptedBy who did
     * @param paidOn when it was paid for
     * @param returned why it was returned; null if it was not, or for the family: that is between those who decide
     */
    public record Course(LocalDate submittedOn, @Nullable LocalDate verifiedOn, @Nullable String verifiedBy,
            @Nullable LocalDate acceptedOn, @Nullable String acceptedBy, @Nullable LocalDate paidOn,
            @Nullable String returned) {}

    /**
     * Whether the reader can do something with it now.
     *
     * @param act VERIFY, ACCEPT, PAY or RETURN
     * @return true if so
     */
    public boolean can(String act) {
        return acts.contains(act);
    }

    @Override
    public int version() {
        return head.version();
    }
}
