package lv.pumpurs.core.privacy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How long plans are kept here, whose data must be kept longer, and what goes when. It names nobody.
 *
 * @param lines one a programme, the latest first
 * @param holds whose data must be kept, the oldest hold first
 * @param years in which year how many learners' files go, if nothing changes
 * @param today how many go, in whole or in part, with the next round
 */
public record RetentionView(List<Line> lines, List<Hold> holds, List<Year> years, long today) {

    /**
     * What holds for a programme.
     *
     * @param programme its code
     * @param nameLv in Latvian
     * @param nameEn in English
     * @param now today; null if nobody has said
     * @param next what is set for later; null if nothing is
     */
    public record Line(String programme, String nameLv, String nameEn, @Nullable Rule now, @Nullable Rule next) {}

    /**
     * How long.
     *
     * @param years how many
     * @param countedFrom code
     * @param validFrom since when, or from when on
     */
    public record Rule(int years, String countedFrom, LocalDate validFrom) {}

    /**
     * Data that must be kept.
     *
     * @param learner key of whom they are about
     * @param since since when
     * @param reason why
     * @param placedBy who said so
     */
    public record Hold(UUID learner, LocalDate since, String reason, String placedBy) {}

    /**
     * A year in which files go.
     *
     * @param year the year
     * @param learners how many learners' files
     */
    public record Year(int year, long learners) {}
}
