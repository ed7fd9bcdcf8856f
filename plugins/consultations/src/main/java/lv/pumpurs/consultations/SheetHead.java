package lv.pumpurs.consultations;

import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose sheet it is, of which month, and where it is.
 *
 * @param id key of the sheet
 * @param version which state of it is shown
 * @param month its month
 * @param number which of the month it is
 * @param stage code of where it is
 * @param learnerId key of the learner
 * @param learnerName the learner
 * @param className class or group, null without enrolment
 * @param planCode ID code of the plan
 * @param providerName who hands it in
 * @param schoolName at which school
 * @param sums what is payable of it
 */
public record SheetHead(UUID id, int version, YearMonth month, int number, String stage, UUID learnerId,
        String learnerName, @Nullable String className, String planCode, String providerName, String schoolName,
        Sums sums) {

    /**
     * What is payable.
     *
     * @param consultations how many
     * @param minutes how long they took together
     */
    public record Sums(long consultations, long minutes) {

        static final Sums NONE = new Sums(0, 0);
    }

    /**
     * The sheet in the state that is shown, as a form sends it.
     *
     * @return key and version
     */
    public String asRead() {
        return id + ":" + version;
    }
}
