package lv.pumpurs.consultations;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A provider's own month.
 *
 * @param month the month
 * @param plans what was given, by learner
 * @param open how many are still planned, though their time is over
 * @param ready whether something can be handed in
 */
public record MonthView(YearMonth month, List<Plan> plans, long open, boolean ready) {

    /**
     * What was given by one plan.
     *
     * @param planCode ID code of the plan
     * @param learnerId the learner
     * @param learnerName the name to show
     * @param className class or group, null without enrolment
     * @param counts how much of what
     * @param sheets what was handed in of it
     */
    public record Plan(String planCode, UUID learnerId, String learnerName, @Nullable String className, Counts counts,
            List<Sheet> sheets) {}

    /**
     * How much there is.
     *
     * @param ready confirmed, and not handed in or returned
     * @param minutes how long those took together
     * @param awaited held, and still to be confirmed
     * @param unconfirmed not confirmed in time
     * @param open planned, though their time is over
     */
    public record Counts(long ready, int minutes, long awaited, long unconfirmed, long open) {}

    /**
     * A sheet.
     *
     * @param id its key
     * @param number which of the month it is
     * @param stage code of where it is
     * @param reason why it was returned; null if it was not
     */
    public record Sheet(UUID id, int number, String stage, @Nullable String reason) {}

    /**
     * A sheet of the month: by it the timesheet is found.
     *
     * @return its key; null if nothing was handed in
     */
    public @Nullable UUID anySheet() {
        return plans.stream().flatMap(plan -> plan.sheets().stream()).map(Sheet::id).findFirst().orElse(null);
    }
}
