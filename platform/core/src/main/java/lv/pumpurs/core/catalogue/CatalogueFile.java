package lv.pumpurs.core.catalogue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A file of a catalogue beside this program; each row says on what it is based. */
final class CatalogueFile {

    private CatalogueFile() {}

    static List<NamedCsvRecord> read(String name) {
        var stream = Objects.requireNonNull(CatalogueFile.class.getResourceAsStream("/catalogue/" + name),
                () -> "The catalogue " + name + " is not in this program");
        try (var reader = CsvReader.builder()
            .ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A field; null if it is empty or a hyphen. */
    static @Nullable String value(NamedCsvRecord row, String column) {
        var text = row.getField(column).strip();
        return text.isEmpty() || text.equals("-") ? null : text;
    }

    /** The fields of a row. */
    static List<@Nullable String> values(NamedCsvRecord row, String... columns) {
        return Arrays.stream(columns).<@Nullable String>map(column -> value(row, column)).toList();
    }
}
