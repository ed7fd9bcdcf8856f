package lv.pumpurs.core.privacy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lv.pumpurs.core.export.Spool;
import lv.pumpurs.core.learner.Learner;
import lv.pumpurs.core.web.CurrentTenant;
import lv.pumpurs.core.web.Documents;
import lv.pumpurs.core.web.Texts;
import lv.pumpurs.spi.Page;

/**
 * Makes an archive one file: a page for people, in Latvian, and the same for machines. It is written whole before its
 * first byte is sent, as lists are. No name of a file names anybody.
 */
@Dependent
public class Archives {

    private static final String READABLE = "izraksts.html";
    private static final String DATA = "dati.json";

    private final DataSubjects subjects;
    private final Documents documents;
    private final Texts texts;
    private final CurrentTenant tenant;

    /**
     * One per request.
     *
     * @param subjects what is kept of them
     * @param documents fills the page
     * @param texts words of the fields
     * @param tenant whose data they are
     */
    @Inject
    public Archives(DataSubjects subjects, Documents documents, Texts texts, CurrentTenant tenant) {
        this.subjects = subjects;
        this.documents = documents;
        this.texts = texts;
        this.tenant = tenant;
    }

    /** The file about a learner, for somebody. */
    Spool of(Learner learner, UUID reader, Instant now) throws IOException {
        Page.TenantName here = Objects.requireNonNull(tenant.tenant());
        return zip(new Archive(learner.givenName() + " " + learner.familyName(), here.name(), now,
                subjects.kept(learner.id(), reader)));
    }

    private Spool zip(Archive archive) throws IOException {
        Spool spool = Spool.open();
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(spool.out()), StandardCharsets.UTF_8)) {
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

    /** Whoever writes an entry closes what it writes to; the archive goes on. */
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
