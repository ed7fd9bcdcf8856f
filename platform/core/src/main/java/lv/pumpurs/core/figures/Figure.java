package lv.pumpurs.core.figures;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A figure that a source document published, beside what the rows say.
 *
 * @param code short name of the figure, for instance {@code L2}
 * @param measure what is counted, and how
 * @param scope name of the school; null for the whole tenant
 * @param period the semesters it is about
 * @param unit what the figure counts
 * @param computed what the rows say; null if there is nothing to say
 * @param published what the source says
 * @param difference computed less published: in the unit, in semesters or in ranks; null if not comparable
 * @param source where it was published
 * @param note assumptions made, in both languages
 * @param quote the words of the source
 */
public record Figure(String code, Measure measure, @Nullable String scope, Span period, String unit,
        @Nullable String computed, String published, @Nullable BigDecimal difference, Source source, Note note,
        @Nullable String quote) {

    /**
     * Some semesters in a row.
     *
     * @param from code of the first; null for since ever
     * @param to code of the last; null for open
     */
    public record Span(@Nullable String from, @Nullable String to) {}

    /**
     * Where a figure was published.
     *
     * @param document the document
     * @param publishedOn when, if it says so
     */
    public record Source(String document, @Nullable LocalDate publishedOn) {}

    /**
     * What has to be said beside a figure.
     *
     * @param lv in Latvian
     * @param en in English
     */
    public record Note(@Nullable String lv, @Nullable String en) {}
}
