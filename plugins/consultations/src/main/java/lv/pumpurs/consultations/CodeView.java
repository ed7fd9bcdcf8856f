package lv.pumpurs.consultations;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A code to be given to the learner or the guardian, shown once.
 *
 * @param ticket the last part of the address at which it is typed
 * @param code the code
 * @param consultation the consultation that it confirms
 * @param until last day on which it can be used
 */
public record CodeView(UUID ticket, String code, UUID consultation, LocalDate until) {}
