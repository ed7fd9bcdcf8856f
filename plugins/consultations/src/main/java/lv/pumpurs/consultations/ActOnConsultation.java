package lv.pumpurs.consultations;

import org.jspecify.annotations.Nullable;

/**
 * Something done with a consultation.
 *
 * @param version version that was read; a program says it by {@code If-Match}
 * @param all whether it is done with everybody of the session who is still expected
 */
public record ActOnConsultation(@Nullable Integer version, boolean all) {}
