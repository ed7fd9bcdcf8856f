package lv.pumpurs.core.privacy;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The learner whom a request is about. Posted, not put into an address: it is a child's name.
 *
 * @param name given and family name, all of it, with or without diacritics
 */
public record FindSubject(@NotBlank @Size(max = 160) String name) {}
