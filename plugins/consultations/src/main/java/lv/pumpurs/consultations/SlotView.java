package lv.pumpurs.consultations;

import java.time.LocalDateTime;
import java.util.List;
import lv.pumpurs.consultations.ConsultationList.Choice;

/**
 * A free time of the calendar: with whom is it?
 *
 * @param at the day and the time
 * @param choices for what the reader may write one down
 */
public record SlotView(LocalDateTime at, List<Choice> choices) {}
