package lv.pumpurs.core.mail;

import java.util.UUID;

/**
 * A mail in words.
 *
 * @param id key, which also is its id in the world: a reader's program drops a second one
 * @param address where to
 * @param subject what stands above it
 * @param text what it says
 */
record Letter(UUID id, String address, String subject, String text) {}
