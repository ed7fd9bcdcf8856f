package lv.pumpurs.consultations;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import lv.pumpurs.consultations.ConsultationList.Choice;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.Requires;
import org.jspecify.annotations.Nullable;

/** A free time that was chosen in the calendar: the next step is the learner, and the one after it the filled form. */
@Path("t/{tenant}/consultations/slot")
@Dependent
@Transactional
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class SlotResource {

    private final ConsultationDesk desk;
    private final ReadLog readLog;

    /**
     * One per request.
     *
     * @param desk for what the caller may write one down
     * @param readLog where it is written down who was shown whom
     */
    @Inject
    public SlotResource(ConsultationDesk desk, ReadLog readLog) {
        this.desk = desk;
        this.readLog = readLog;
    }

    /**
     * Learners to choose from.
     *
     * @param at the day and the time, for instance {@code 2026-11-25T10:00}; a wrong one counts as now
     * @return the learners whom the caller supports
     */
    @GET
    @Requires(ConsultationsPlugin.WRITE)
    public SlotView choose(@QueryParam("at") @Nullable String at) {
        LocalDateTime chosen = RecordingForm.at(at);
        List<Choice> choices = desk.mine().stream().map(Choice::of).toList();
        readLog.listed(choices.size(), List.of());
        return new SlotView(chosen == null ? desk.now().truncatedTo(ChronoUnit.MINUTES) : chosen, choices);
    }
}
