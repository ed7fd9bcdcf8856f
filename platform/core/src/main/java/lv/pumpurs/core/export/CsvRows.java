package lv.pumpurs.core.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lv.pumpurs.spi.RestrictedText;
import org.jspecify.annotations.Nullable;

/** CSV as Excel in Latvia reads it: UTF-8 with its mark, semicolons, decimal comma, days as 25.11.2026. */
final class CsvRows implements RowWriter {

    /**
     * A text that begins like this is a formula to a spreadsheet (OWASP, CSV injection); the last four are what an
     * Asian keyboard types for the first four.
     */
    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm", Locale.ROOT);

    private final CsvWriter csv;

    CsvRows(OutputStream out) throws IOException {
        out.write("\ufeff".getBytes(StandardCharsets.UTF_8));
        csv = CsvWriter.builder().fieldSeparator(';').lineDelimiter(LineDelimiter.CRLF).build(out);
    }

    @Override
    public void heads(List<String> texts) {
        csv.writeRecord(texts);
    }

    @Override
    public void row(@Nullable Object... cells) {
        List<String> texts = new ArrayList<>(cells.length);
        Arrays.stream(cells).map(CsvRows::text).forEach(texts::add);
        csv.writeRecord(texts);
    }

    static String text(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case String text -> harmless(text);
            case RestrictedText text -> harmless(text.shown());
            case BigDecimal number -> number.toPlainString().replace('.', ',');
            case Integer number -> number.toString();
            case Long number -> number.toString();
            case LocalDate day -> DAY.format(day);
            case Instant moment -> MOMENT.format(RowWriter.local(moment));
            default -> throw RowWriter.unknown(cell);
        };
    }

    /** An apostrophe says that the rest is text. */
    private static String harmless(String text) {
        return !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    @Override
    public void close() throws IOException {
        csv.flush();
    }
}
