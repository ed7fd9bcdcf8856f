package lv.pumpurs.core.message;

import java.time.Instant;
import java.util.UUID;

/**
 * A message in the list of whoever it is for.
 *
 * @param id key
 * @param learnerId about whom
 * @param subject about what
 * @param authorName who wrote it
 * @param writtenAt when
 * @param opened whether it has been opened
 */
public record MessageLine(UUID id, UUID learnerId, String subject, String authorName, Instant writtenAt,
        boolean opened) {}
