package lv.pumpurs.core.contact;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What is typed to add to a contact.
 *
 * @param words what is to be said more
 */
public record AddToContact(@NotBlank @Size(max = 2000) String words) {}
