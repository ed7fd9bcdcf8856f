package lv.pumpurs.core.privacy;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lv.pumpurs.core.export.Spool;
import lv.pumpurs.core.web.Documents;
import lv.pumpurs.core.web.Texts;

/**
 * Makes an archive one file: a page for people, in Latvian, and the same for machines. It is written whole before its
 * first byte is sent, as lists are. No name of a file names anybody.
 */
final class ArchiveZip {

    private static final String READABLE = "izraksts.html";
    private static final String DATA = "dati.json";

    private final Documents documents;
    private final Texts texts;

    ArchiveZip(Documents documents, Texts texts) {
        this.documents = documents;
        this.texts = texts;
    }

    Spool of(Archive archive) throws IOException {
        Spool spool = Spool.open();
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(new Kept(spool.out())),
                StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry(READABLE));
            zip.write(("<!DOCTYPE html>\n" + documents.latvian(archive)).getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(DATA));
            new ArchiveJson(texts).write(archive, new Kept(zip));
            zip.finish();
            zip.flush();
            return spool;
        } catch (IOException | RuntimeException e) {
            spool.close();
            throw e;
        }
    }

    /** Whoever writes here closes what it writes to; what is behind goes on. */
    private static final class Kept extends FilterOutputStream {

        Kept(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
