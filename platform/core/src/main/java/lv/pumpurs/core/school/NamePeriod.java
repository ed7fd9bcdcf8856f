package lv.pumpurs.core.school;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A name of a school, with its type, until the next one.
 *
 * @param name the name
 * @param kind for instance {@code VIDUSSKOLA}
 * @param from first day; null if nobody has said since when
 */
public record NamePeriod(String name, String kind, @Nullable LocalDate from) {

    /**
     * Whether the name had begun.
     *
     * @param day the day
     * @return true too if nobody has said since when
     */
    public boolean isSince(LocalDate day) {
        return from == null || !from.isAfter(day);
    }
}
