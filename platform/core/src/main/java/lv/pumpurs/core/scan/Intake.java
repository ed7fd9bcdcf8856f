package lv.pumpurs.core.scan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import lv.pumpurs.core.personalcode.PaperVault;
import lv.pumpurs.core.personalcode.PersonalCodeVault;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.core.tenancy.TenantScope;
import lv.pumpurs.core.web.Upload;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Refused;

/**
 * Takes files in: each is read, looked at, cleaned and sealed before the next one, so that no more than one of a form is
 * in memory; sealed they wait in a file without a name until all of them are right. A few files at a time, and no
 * connection to the database meanwhile: a telephone may send slowly.
 */
@ApplicationScoped
public class Intake {

    private static final int AT_A_TIME = 4;
    private static final int PATIENCE_SECONDS = 30;

    private final Semaphore turns = new Semaphore(AT_A_TIME, true);

    @Inject
    private PersonalCodeVault vault;
    @Inject
    private ScanLimits limits;

    /**
     * Reads all files of a form.
     *
     * @param upload the form, at its first file
     * @param planId the plan that they belong to
     * @return all of them, sealed; to be closed
     * @throws Refused if one of them is no scan, or there are too many
     */
    public SealedScans read(Upload upload, UUID planId) {
        return sealed(upload, planId, vault.papers(), limits, turns);
    }

    static SealedScans sealed(Upload upload, UUID planId, PaperVault papers, ScanLimits limits, Semaphore turns) {
        SchemaName tenant = Objects.requireNonNull(TenantScope.current());
        SealedScans sealed = SealedScans.none();
        try {
            do {
                if (sealed.all().size() == limits.files()) {
                    throw new Refused(ScanProblem.TOO_MANY, limits.files());
                }
                inTurn(turns, () -> {
                    UUID id = Ids.next();
                    ScanFile file = ScanFile.read(upload.file(), limits);
                    sealed.add(new SealedScans.Sealed(id, file.kind(), file.content().length,
                            papers.mark(file.content(), tenant, planId)),
                            papers.seal(file.content(), new PaperVault.Place(tenant, planId, id)));
                });
            } while (upload.next());
            return sealed;
        } catch (RuntimeException e) {
            sealed.close();
            throw e;
        }
    }

    private static void inTurn(Semaphore turns, Runnable work) {
        if (!turn(turns)) {
            throw new Refused(ScanProblem.BUSY);
        }
        try {
            work.run();
        } finally {
            turns.release();
        }
    }

    private static boolean turn(Semaphore turns) {
        try {
            return turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
