package lv.pumpurs.core.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.RestrictedText;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * XLSX. Texts are texts there and never formulas, whatever they begin with. They stand in their cells: a table of
 * shared texts would be kept until the end of the file.
 */
final class XlsxRows implements RowWriter {

    /** What a sheet holds, by the format. */
    static final int MOST_ROWS = 1_048_576;

    /** Rows that are kept before they are written. */
    static final int KEPT = 100;

    private static final int LONGEST_TEXT = 32_767;
    private static final double WIDTH = 22;

    private final Workbook book;
    private final Worksheet sheet;
    private final int mostRows;
    private int next;

    XlsxRows(OutputStream out, String name) {
        this(out, name, MOST_ROWS);
    }

    XlsxRows(OutputStream out, String name, int mostRows) {
        this.mostRows = mostRows;
        book = new Workbook(out, "Pumpurs", "1.0");
        sheet = book.newWorksheet(name);
    }

    @Override
    public void heads(List<String> texts) {
        for (int column = 0; column < texts.size(); column++) {
            sheet.width(column, WIDTH);
            sheet.inlineString(0, column, texts.get(column));
            sheet.style(0, column).bold().set();
        }
        sheet.freezePane(0, 1);
        next = 1;
    }

    @Override
    public void row(@Nullable Object... cells) throws IOException {
        if (next == mostRows) {
            throw new Refused(ExportProblem.TOO_LONG, mostRows - 1);
        }
        for (int column = 0; column < cells.length; column++) {
            Object cell = cells[column];
            if (cell != null && !cell.equals("")) {
                write(column, cell);
            }
        }
        next++;
        if (next % KEPT == 0) {
            sheet.flush();
        }
    }

    private void write(int column, Object cell) {
        switch (cell) {
            case String text -> sheet.inlineString(next, column,
                    text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
            case RestrictedText text -> write(column, text.shown());
            case BigDecimal number -> sheet.value(next, column, number);
            case Integer number -> sheet.value(next, column, number);
            case Long number -> sheet.value(next, column, number);
            case LocalDate day -> {
                sheet.value(next, column, day);
                sheet.style(next, column).format("dd.mm.yyyy").set();
            }
            case Instant moment -> {
                sheet.value(next, column, RowWriter.local(moment));
                sheet.style(next, column).format("dd.mm.yyyy hh:mm").set();
            }
            default -> throw RowWriter.unknown(cell);
        }
    }

    @Override
    public void close() throws IOException {
        book.finish();
    }
}
