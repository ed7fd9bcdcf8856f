package lv.pumpurs.core.export;

import jakarta.ws.rs.NotFoundException;
import java.io.IOException;
import java.io.OutputStream;

/** What a file of a list can be. */
enum Format {
    /** Semicolons between the cells. */
    CSV("csv", "text/csv;charset=UTF-8"),
    /** A workbook. */
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String ending;
    private final String type;

    Format(String ending, String type) {
        this.ending = ending;
        this.type = type;
    }

    /** By the last part of a path. */
    static Format of(String ending) {
        for (Format format : values()) {
            if (format.ending.equals(ending)) {
                return format;
            }
        }
        throw new NotFoundException();
    }

    String ending() {
        return ending;
    }

    String type() {
        return type;
    }

    RowWriter writer(OutputStream out, String name) throws IOException {
        return this == CSV ? new CsvRows(out) : new XlsxRows(out, name);
    }
}
