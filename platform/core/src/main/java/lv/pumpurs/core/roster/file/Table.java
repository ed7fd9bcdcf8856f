package lv.pumpurs.core.roster.file;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import lv.pumpurs.spi.Refused;

/** A table of texts with a header, its columns parted by semicolon, comma or tab, whichever the header has most of. */
final class Table {

    private static final int LONGEST_RECORD = 100_000;
    private static final int LONGEST_HEADER = 32 * 1024;
    private static final String PARTINGS = ";,\t";

    private final String part;
    private final Limits limits;
    private final Rows rows;
    private int number;

    private Table(String part, Limits limits, Rows rows) {
        this.part = part;
        this.limits = limits;
        this.rows = rows;
    }

    /**
     * Reads a table to its end; does not close the stream.
     *
     * @return how many rows it has below the header
     * @throws Refused if it cannot be read to its end
     */
    static int read(String part, InputStream in, Limits limits, Rows rows) throws IOException {
        Table table = new Table(part, limits, rows);
        try {
            return table.read(new BufferedReader(new DecodedText(in)));
        } catch (CsvParseException | UncheckedIOException wrapped) {
            throw table.cause(wrapped);
        }
    }

    private int read(BufferedReader text) throws IOException {
        CsvReader<CsvRecord> reader = CsvReader.builder()
            .fieldSeparator(parting(text))
            .quoteCharacter('"')
            .commentStrategy(CommentStrategy.NONE)
            .skipEmptyLines(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .maxBufferSize(LONGEST_RECORD)
            .build(CsvRecordHandler.of(
                    c -> c.maxFields(Limits.COLUMNS).maxFieldSize(Limits.CELL).maxRecordSize(LONGEST_RECORD)), text);
        boolean begun = false;
        int count = 0;
        for (CsvRecord record : reader) {
            number++;
            List<String> cells = record.getFields().stream().map(String::strip).toList();
            if (cells.stream().allMatch(String::isEmpty)) {
                continue;
            }
            if (!begun) {
                begun = true;
                rows.begin(part, cells);
            } else if (++count > limits.rows()) {
                throw new Refused(RosterFileProblem.TOO_MANY_ROWS, limits.rows());
            } else {
                rows.row(number, cells);
            }
        }
        if (!begun) {
            throw new Refused(RosterFileProblem.EMPTY);
        }
        return count;
    }

    private static char parting(Reader text) throws IOException {
        text.mark(LONGEST_HEADER);
        int[] found = new int[PARTINGS.length()];
        boolean quoted = false;
        for (int i = 0; i < LONGEST_HEADER; i++) {
            int c = text.read();
            if (c < 0 || (!quoted && (c == '\n' || c == '\r') && i > 0)) {
                break;
            }
            quoted ^= c == '"';
            int known = quoted ? -1 : PARTINGS.indexOf(c);
            if (known >= 0) {
                found[known]++;
            }
        }
        text.reset();
        int best = 0;
        for (int i = 1; i < found.length; i++) {
            best = found[i] > found[best] ? i : best;
        }
        return PARTINGS.charAt(best);
    }

    /** The library wraps what is thrown while it reads. */
    private RuntimeException cause(RuntimeException wrapped) throws IOException {
        for (Throwable cause = wrapped; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return refused;
            }
            if (cause instanceof IOException broken) {
                throw broken;
            }
        }
        return new Refused(RosterFileProblem.BROKEN_TABLE, number + 1, Limits.CELL, Limits.COLUMNS);
    }
}
