package lv.pumpurs.core.figures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import lv.pumpurs.core.web.RequestPage;
import org.jspecify.annotations.Nullable;

/**
 * A published figure beside the computed one, as it is read.
 *
 * @param code short name, for instance {@code L2}
 * @param measure code of the measure that both follow
 * @param scope name of the school, or of the tenant
 * @param period semesters; an end may be open
 * @param unit what is counted
 * @param computed what the rows say: a number, or a text where the unit is none; null if there is nothing to say
 * @param published what the source says
 * @param difference computed less published; null if they cannot be compared
 * @param source where it was published
 * @param publishedOn when, if the source says so
 * @param quote the source's words
 * @param note assumptions, in the reader's language
 */
public record FigureLine(String code, String measure, String scope, Period period, String unit,
        @Nullable Object computed, Object published, @Nullable BigDecimal difference, String source,
        @Nullable LocalDate publishedOn, @Nullable String quote, @Nullable String note) {

    /**
     * Semesters in a row.
     *
     * @param from code of the first; null for an open beginning
     * @param to code of the last; null for an open end
     */
    public record Period(@Nullable String from, @Nullable String to) {

        /**
         * The period in words.
         *
         * @param page the reader's formats
         * @return one semester, two with a dash, or open on a side
         */
        public String shown(RequestPage page) {
            if (from == null && to == null) {
                return page.t("figures.period.open");
            }
            if (from != null && from.equals(to)) {
                return page.term(from);
            }
            if (from != null && to != null && from.endsWith("-1") && to.equals(from.replaceAll("-1$", "-2"))) {
                return page.term(from.substring(0, from.length() - 2));
            }
            return from == null
                    ? page.t("figures.period.until", page.term(to))
                    : to == null
                            ? page.t("figures.period.since", page.term(from))
                            : page.term(from) + " – " + page.term(to);
        }
    }

    static FigureLine of(Figure figure, String tenant, boolean latvian) {
        String scope = figure.scope();
        return new FigureLine(figure.code(), figure.measure().name(), scope == null ? tenant : scope,
                new Period(figure.period().from(), figure.period().to()), figure.unit(),
                typed(figure.measure().unit(), figure.computed()),
                Objects.requireNonNull(typed(figure.measure().unit(), figure.published())),
                figure.difference(), figure.source().document(), figure.source().publishedOn(), figure.quote(),
                latvian ? figure.note().lv() : figure.note().en());
    }

    private static @Nullable Object typed(Unit unit, @Nullable String value) {
        return value == null || !unit.isNumber() ? value : new BigDecimal(value);
    }

    /**
     * A value in words: a number with its format, a semester, or the names of kinds of measures. Of a ranking as many
     * places as the source names.
     *
     * @param page the reader's formats
     * @param value computed or published
     * @param kinds names of the kinds
     * @return plain text; a dash for nothing
     */
    public String shown(RequestPage page, @Nullable Object value, List<KindName> kinds) {
        return switch (value) {
            case null -> "–";
            case BigDecimal number -> measure.equals(Measure.M7_COMPLETION.name())
                    ? page.number(number) + "\u00a0%"
                    : page.number(number);
            default -> measure.startsWith("M6_")
                    ? names(page, value.toString(), kinds)
                    : page.term(value.toString());
        };
    }

    private String names(RequestPage page, String codes, List<KindName> kinds) {
        int places = published.toString().split(",").length;
        return Arrays.stream(codes.split(","))
            .limit(places)
            .map(String::strip)
            .map(one -> kinds.stream()
                .filter(kind -> kind.code().equals(one))
                .findFirst()
                .map(kind -> page.pick(kind.nameLv(), kind.nameEn()))
                .orElse(one))
            .collect(Collectors.joining("; "));
    }

    /**
     * A kind of measure by its name.
     *
     * @param code its code
     * @param nameLv name in Latvian
     * @param nameEn name in English
     */
    public record KindName(String code, String nameLv, String nameEn) {}
}
