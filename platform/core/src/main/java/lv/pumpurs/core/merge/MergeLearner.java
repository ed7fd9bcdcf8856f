package lv.pumpurs.core.merge;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * Another record of the same child, which becomes the one that it is posted to.
 *
 * @param other key of the record that goes
 */
public record MergeLearner(@NotNull UUID other) {}
