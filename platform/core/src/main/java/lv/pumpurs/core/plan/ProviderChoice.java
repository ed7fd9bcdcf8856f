package lv.pumpurs.core.plan;

import java.util.UUID;

/**
 * Somebody who may give a measure.
 *
 * @param id key
 * @param name name
 */
public record ProviderChoice(UUID id, String name) {}
