package lv.pumpurs.core.privacy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import lv.pumpurs.core.export.Spool;
import lv.pumpurs.core.learner.Learner;
import lv.pumpurs.core.web.CurrentTenant;
import lv.pumpurs.core.web.Documents;
import lv.pumpurs.core.web.Texts;
import lv.pumpurs.spi.Page;

/** Everything kept about a learner of the bound tenant, as one file. */
@Dependent
public class Archives {

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
        return new ArchiveZip(documents, texts)
            .of(new Archive(learner.givenName() + " " + learner.familyName(), here.name(), now,
                    subjects.kept(learner.id(), reader)));
    }
}
