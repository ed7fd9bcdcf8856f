package lv.pumpurs.core.mail;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail that is about to be sent.
 *
 * @param id key
 * @param kind what it tells
 * @param facts what fills its text
 * @param attempts how often it has been tried, this time included
 * @param address where to; null for somebody who has none any more
 */
record Mail(UUID id, MailKind kind, String facts, int attempts, @Nullable String address) {}
