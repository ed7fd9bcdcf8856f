package lv.pumpurs.core.learner;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What is typed to find a learner. Posted, not put into an address: it is a child's name.
 *
 * @param q words of the name, with or without diacritics; nothing finds everybody
 */
public record SearchLearners(@Size(max = 80) @Nullable String q) {}
