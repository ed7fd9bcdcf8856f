package lv.pumpurs.core.roster.file;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import lv.pumpurs.spi.Refused;

/** A roster as a file: which format it has is told by its first bytes, never by its name. */
public final class RosterFile {

    /** What a file may be. */
    public enum Format {
        /** One table. */
        CSV,
        /** A zip of tables. */
        ONEROSTER
    }

    private RosterFile() {}

    /**
     * Reads a file to its end and hands over its rows.
     *
     * @param in the file
     * @param limits how much is taken
     * @param rows takes the rows
     * @return what it was
     * @throws Refused if it cannot be taken; rows may have been handed over before
     */
    public static Format read(InputStream in, Limits limits, Rows rows) {
        BoundedStream bounded = new BoundedStream(in, limits.file(),
                new Refused(RosterFileProblem.TOO_LARGE, limits.megabytes()));
        try {
            BufferedInputStream file = new BufferedInputStream(bounded);
            file.mark(8);
            byte[] start = file.readNBytes(4);
            file.reset();
            if (start.length == 0) {
                throw new Refused(RosterFileProblem.NO_FILE);
            }
            if (isZip(start)) {
                new OneRosterZip(limits, rows).read(file, bounded);
                return Format.ONEROSTER;
            }
            if (Table.read("", file, limits, rows) == 0) {
                throw new Refused(RosterFileProblem.EMPTY);
            }
            return Format.CSV;
        } catch (ZipException | EOFException broken) {
            throw new Refused(RosterFileProblem.BROKEN_ZIP);
        } catch (IOException broken) {
            throw new Refused(RosterFileProblem.NO_FILE);
        }
    }

    static boolean isZip(byte[] start) {
        return start.length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] < 9 && start[3] < 9;
    }
}
