package lv.pumpurs.core.audit;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who did or read something.
 *
 * @param key the person's key, an operator's that of the entry; null for the platform itself
 * @param name the name; null for the platform, for somebody who is no longer there, and for a learner or a guardian
 *     whose name the reader may not see
 * @param known whether the person is still there
 * @param roles codes of the roles by which the person might; empty where they were not yet written down
 * @param reason why an operator had entered; null for everybody else
 */
public record LogPerson(@Nullable String key, @Nullable String name, boolean known, List<String> roles,
        @Nullable String reason) {

    static LogPerson of(@Nullable String key, List<String> roles, Names.@Nullable Name name, LogReader reader) {
        return new LogPerson(key, reader.name(name), name != null, roles, name == null ? null : name.reason());
    }

    static List<String> codes(@Nullable Object joined) {
        return joined == null || joined.toString().isEmpty() ? List.of() : Arrays.asList(joined.toString().split(","));
    }
}
