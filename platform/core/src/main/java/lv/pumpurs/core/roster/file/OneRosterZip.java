package lv.pumpurs.core.roster.file;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import lv.pumpurs.spi.Refused;

/**
 * OneRoster 1.1 and 1.2 as a zip of CSV files, read entry by entry in whatever order they stand. Only the tables of a
 * roster are read; the others a provider may add are passed over.
 */
final class OneRosterZip {

    /** Table to the columns without which it says nothing. */
    private static final Map<String, List<String>> TABLES = Map.of("manifest", List.of("propertyName", "value"), "orgs",
            List.of("sourcedId", "name", "type"), "academicSessions", List.of("sourcedId", "startDate", "endDate"),
            "classes", List.of("sourcedId", "title", "schoolSourcedId"), "users",
            List.of("sourcedId", "givenName", "familyName"), "enrollments",
            List.of("classSourcedId", "userSourcedId", "role"), "roles",
            List.of("userSourcedId", "role", "orgSourcedId"), "demographics", List.of("sourcedId", "birthDate"));
    private static final List<String> NEEDED = List.of("manifest", "orgs", "classes", "users", "enrollments");
    private static final List<String> ARCHIVES = List.of(".zip", ".gz", ".7z", ".rar", ".tar", ".jar", ".bz2", ".xz");

    private final Limits limits;
    private final Rows rows;
    private final Manifest manifest = new Manifest();
    private final Set<String> seen = new HashSet<>();

    OneRosterZip(Limits limits, Rows rows) {
        this.limits = limits;
        this.rows = rows;
    }

    void read(InputStream in, BoundedStream whole) throws IOException {
        ZipInputStream zip = new ZipInputStream(in);
        InputStream unpacked = new BoundedStream(new Unclosed(zip), limits.unpacked(),
                new Refused(RosterFileProblem.ZIP_TOO_LARGE, limits.unpacked() / (1024 * 1024)));
        try {
            int entries = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > Limits.ENTRIES) {
                    throw new Refused(RosterFileProblem.ZIP_TOO_LARGE, limits.unpacked() / (1024 * 1024));
                }
                entry(entry.getName(), unpacked);
            }
        } catch (IllegalArgumentException nameIsNoText) {
            throw new Refused(RosterFileProblem.BROKEN_ZIP);
        }
        in.transferTo(java.io.OutputStream.nullOutputStream());
        if (!endsAsZip(whole.tail())) {
            throw new Refused(RosterFileProblem.BROKEN_ZIP);
        }
        complete();
    }

    private void entry(String name, InputStream unpacked) throws IOException {
        if (name.contains("..") || name.contains("\\") || name.startsWith("/") || name.contains(":")
                || ARCHIVES.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith)) {
            throw new Refused(RosterFileProblem.HOSTILE_ZIP);
        }
        if (name.equals("[Content_Types].xml") || name.startsWith("xl/") || name.equals("mimetype")) {
            throw new Refused(RosterFileProblem.WORKBOOK);
        }
        BufferedInputStream content = new BufferedInputStream(unpacked);
        content.mark(8);
        byte[] start = content.readNBytes(4);
        content.reset();
        if (RosterFile.isZip(start)) {
            throw new Refused(RosterFileProblem.HOSTILE_ZIP);
        }
        String part = name.endsWith(".csv") ? name.substring(0, name.length() - 4) : "";
        if (TABLES.containsKey(part)) {
            if (!seen.add(part)) {
                throw new Refused(RosterFileProblem.BROKEN_ZIP);
            }
            table(part, content);
        }
        // what is passed over is unpacked too, so that the bound holds for it
        content.transferTo(java.io.OutputStream.nullOutputStream());
    }

    private void table(String part, InputStream content) throws IOException {
        Rows checked = new Rows() {
            @Override
            public void begin(String name, List<String> names) {
                TABLES.getOrDefault(part, List.of()).forEach(column -> {
                    if (!names.contains(column)) {
                        throw new Refused(RosterFileProblem.INCOMPLETE, part + ".csv", column);
                    }
                });
                if (names.size() != new HashSet<>(names).size()) {
                    throw new Refused(RosterFileProblem.BROKEN_TABLE, 1, Limits.CELL, Limits.COLUMNS);
                }
                if (part.equals("manifest")) {
                    manifest.begin(name, names);
                } else {
                    rows.begin(name, names);
                }
            }

            @Override
            public void row(int number, List<String> cells) {
                if (part.equals("manifest")) {
                    manifest.row(number, cells);
                } else {
                    rows.row(number, cells);
                }
            }
        };
        Table.read(part, content, limits, checked);
    }

    private void complete() {
        manifest.check();
        for (String part : NEEDED) {
            if (!seen.contains(part)) {
                throw new Refused(RosterFileProblem.INCOMPLETE, part + ".csv", "");
            }
        }
        if (manifest.isSecond() && !seen.contains("roles")) {
            throw new Refused(RosterFileProblem.INCOMPLETE, "roles.csv", "");
        }
    }

    /** Only a whole zip ends with its directory. */
    private static boolean endsAsZip(byte[] tail) {
        for (int i = tail.length - 22; i >= 0; i--) {
            if (tail[i] == 'P' && tail[i + 1] == 'K' && tail[i + 2] == 5 && tail[i + 3] == 6) {
                return true;
            }
        }
        return false;
    }

    /** What the zip says of itself. */
    private static final class Manifest implements Rows {

        private static final String VERSION = "oneroster.version";

        private final Map<String, String> properties = new HashMap<>();
        private int name;
        private int value;

        @Override
        public void begin(String part, List<String> names) {
            name = names.indexOf("propertyName");
            value = names.indexOf("value");
        }

        @Override
        public void row(int number, List<String> cells) {
            if (cells.size() > Math.max(name, value) && properties.size() < Limits.COLUMNS) {
                properties.put(cells.get(name), cells.get(value));
            }
        }

        boolean isSecond() {
            return properties.getOrDefault(VERSION, "").startsWith("1.2");
        }

        void check() {
            String version = properties.getOrDefault(VERSION, "");
            if (!properties.isEmpty() && !version.startsWith("1.1") && !isSecond()) {
                throw new Refused(RosterFileProblem.WRONG_VERSION);
            }
            if (properties.containsValue("delta")) {
                throw new Refused(RosterFileProblem.DELTA);
            }
        }
    }

    /** Entries are closed by the zip, not by whoever reads one. */
    private static final class Unclosed extends FilterInputStream {

        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // the zip goes on
        }
    }
}
