package lv.pumpurs.spi;

import org.jspecify.annotations.Nullable;

/**
 * Which version of a thing the caller had read before changing it. Injectable. A form carries it in a field, a program in
 * {@code If-Match}, as it got it by the {@code ETag} of a {@link Versioned} view.
 */
public interface KnownVersion {

    /**
     * Refuses a change of what somebody else has changed since, or of what the caller has not read.
     *
     * @param typed the form's field; null where there is none
     * @param now version of the thing now
     * @throws Refused if the caller knows another version, or none
     */
    void require(@Nullable Integer typed, int now);
}
