package lv.pumpurs.core.mail;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long a mail waits for its next attempt: longer each time, and after the last one it is given up. */
final class Patience {

    private static final List<Duration> PAUSES = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5),
            Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofHours(8), Duration.ofHours(24));

    private Patience() {}

    /** The pause after so many attempts; empty when there have been enough. */
    static Optional<Duration> after(int attempts) {
        return attempts > PAUSES.size() ? Optional.empty() : Optional.of(PAUSES.get(attempts - 1));
    }
}
