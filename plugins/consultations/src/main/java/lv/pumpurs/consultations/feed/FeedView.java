package lv.pumpurs.consultations.feed;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The reader's feed.
 *
 * @param address where it is fetched, shown once, when it was made just now; else null
 * @param madeOn when its address was made; null if there is none
 * @param fetchedOn the last day on which somebody fetched it; null if nobody has
 */
public record FeedView(@Nullable String address, @Nullable LocalDate madeOn, @Nullable LocalDate fetchedOn) {}
