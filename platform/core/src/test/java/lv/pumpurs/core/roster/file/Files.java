package lv.pumpurs.core.roster.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lv.pumpurs.spi.Refused;

/** Makes files, and reads them to see what comes of them. */
public final class Files {

    /** Small enough that a test reaches them. */
    static final Limits LIMITS = new Limits(1_000_000, 2_000_000, 1_000);

    private Files() {}

    /** What a file gave: its rows as {@code part#number cells}, and the code of what it was refused for. */
    record Read(List<String> rows, String refusal) {}

    static Read read(byte[] file) {
        return read(file, LIMITS);
    }

    static Read read(byte[] file, Limits limits) {
        List<String> rows = new ArrayList<>();
        Rows sink = new Rows() {
            private String part = "";

            @Override
            public void begin(String name, List<String> names) {
                part = name;
                rows.add(name + "#" + names);
            }

            @Override
            public void row(int number, List<String> cells) {
                rows.add(part + number + cells);
            }
        };
        try {
            RosterFile.read(new ByteArrayInputStream(file), limits, sink);
            return new Read(rows, "");
        } catch (Refused refused) {
            return new Read(rows, refused.type().code());
        }
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * A OneRoster zip of one school with two students, of version 1.1, with some files changed.
     *
     * @param changed name to content; an empty one leaves the file out
     * @return the zip
     */
    public static byte[] oneRoster(Map<String, String> changed) {
        Map<String, String> files = new LinkedHashMap<>();
        // enrolments first: the order of the files in a zip says nothing
        files.put("enrollments.csv", """
                sourcedId,status,classSourcedId,schoolSourcedId,userSourcedId,role
                e1,active,c1,o1,u1,student
                e2,active,c3,o1,u1,student
                e3,active,c2,o1,u2,student
                e4,active,c1,o1,t1,teacher
                """);
        files.put("manifest.csv", """
                propertyName,value
                manifest.version,1.0
                oneroster.version,1.1
                file.orgs,bulk
                file.users,bulk
                file.classes,bulk
                file.enrollments,bulk
                """);
        files.put("orgs.csv", """
                sourcedId,status,name,type,identifier
                o1,active,Mazpilsētas vidusskola,school,
                """);
        files.put("academicSessions.csv", """
                sourcedId,title,type,startDate,endDate
                y1,2020/2021,schoolYear,2020-09-01,2021-05-31
                """);
        files.put("classes.csv", """
                sourcedId,status,title,grades,classType,schoolSourcedId
                c1,active,5.a,05,homeroom,o1
                c2,active,6.b,06,homeroom,o1
                c3,active,Matemātika 5,05,scheduled,o1
                """);
        files.put("users.csv", """
                sourcedId,status,orgSourcedIds,role,givenName,familyName,identifier
                u1,active,o1,student,Anna,Šķēle,
                u2,active,o1,student,Jānis,Ozols,
                t1,active,o1,teacher,Ilze,Liepa,
                """);
        files.put("demographics.csv", """
                sourcedId,birthDate
                u1,2009-03-01
                u2,2008-03-02
                """);
        files.putAll(changed);
        files.values().removeIf(String::isEmpty);
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        files.forEach((name, text) -> bytes.put(name, utf8(text)));
        return zip(bytes);
    }

    static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
