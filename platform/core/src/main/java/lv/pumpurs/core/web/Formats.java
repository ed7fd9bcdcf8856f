package lv.pumpurs.core.web;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates, numbers and school terms as a reader of one language writes them. Latvian: {@code 22.11.2026.},
 * {@code 1 234,5} with a space that does not break, {@code 2020./2021. m.g.}
 *
 * @param language one of {@link Languages#ALL}
 */
record Formats(Locale language) {

    private static final ZoneId RIGA = ZoneId.of("Europe/Riga");
    private static final DateTimeFormatter LATVIAN_DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy.", Locale.ROOT);
    private static final DateTimeFormatter ENGLISH_DATE = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final Pattern TERM = Pattern.compile("(\\d{4})/(\\d{4})(?:-([12]))?");

    String date(@Nullable LocalDate date) {
        return date == null ? "" : (latvian() ? LATVIAN_DATE : ENGLISH_DATE).format(date);
    }

    String dateTime(@Nullable Instant instant) {
        if (instant == null) {
            return "";
        }
        var local = instant.atZone(RIGA);
        return date(local.toLocalDate()) + " " + TIME.format(local);
    }

    String number(@Nullable BigDecimal number) {
        if (number == null) {
            return "";
        }
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ENGLISH);
        if (latvian()) {
            symbols.setDecimalSeparator(',');
            symbols.setGroupingSeparator('\u00a0');
        }
        symbols.setMinusSign('\u2212');
        return new DecimalFormat("#,##0.###", symbols).format(number);
    }

    /** A difference carries its sign; none is a plain 0. */
    String difference(@Nullable BigDecimal number) {
        return number != null && number.signum() > 0 ? "+" + number(number) : number(number);
    }

    /** Code {@code 2020/2021} or {@code 2020/2021-1}; anything else stays as it is. */
    String term(@Nullable String code) {
        if (code == null) {
            return "";
        }
        Matcher term = TERM.matcher(code);
        if (!term.matches()) {
            return code;
        }
        String year = latvian()
                ? term.group(1) + "./" + term.group(2) + ".\u00a0m.g."
                : term.group(1) + "/" + term.group(2);
        return term.group(3) == null ? year : year + (latvian() ? " " : ", ") + semester(code);
    }

    /** The semester alone: {@code 1. semestris}. */
    String semester(@Nullable String code) {
        Matcher term = TERM.matcher(code == null ? "" : code);
        if (!term.matches() || term.group(3) == null) {
            return "";
        }
        return latvian() ? term.group(3) + ".\u00a0semestris" : "semester\u00a0" + term.group(3);
    }

    /** On two lines, for the axis of a chart. */
    String shortTerm(String code) {
        Matcher term = TERM.matcher(code);
        if (!term.matches() || term.group(3) == null) {
            return term(code);
        }
        return latvian()
                ? term.group(1) + "./" + term.group(2).substring(2) + ".\n" + term.group(3) + ".\u00a0sem."
                : term.group(1) + "/" + term.group(2).substring(2) + "\nsem.\u00a0" + term.group(3);
    }

    private boolean latvian() {
        return Languages.LATVIAN.equals(language);
    }
}
