package lv.pumpurs.core.scan;

import java.util.UUID;
import lv.pumpurs.core.personalcode.PaperVault;
import lv.pumpurs.core.tenancy.SchemaName;

/** A file of a scanned paper as it is kept. */
public final class StoredScan {

    private final UUID planId;
    private final UUID id;
    private final UUID learnerId;
    private final int position;
    private final ScanKind kind;
    private final byte[] sealed;

    /** What was found in the rows of one file. */
    StoredScan(UUID planId, UUID id, Object[] row) {
        this.planId = planId;
        this.id = id;
        this.learnerId = (UUID) row[0];
        this.position = ((Number) row[1]).intValue();
        this.kind = ScanKind.valueOf((String) row[2]);
        this.sealed = (byte[]) row[3];
    }

    /**
     * Whom it is about.
     *
     * @return key of a learner
     */
    public UUID learnerId() {
        return learnerId;
    }

    /**
     * What it is.
     *
     * @return the kind
     */
    public ScanKind kind() {
        return kind;
    }

    /**
     * How the file is called: it names nobody.
     *
     * @return for instance {@code iesniegums-2.pdf}
     */
    public String name() {
        return "iesniegums-" + position + "." + kind.extension();
    }

    /**
     * What stands in it.
     *
     * @param vault the keys
     * @param tenant whose it is
     * @return the file
     * @throws IllegalStateException if it was sealed for another row, tenant or key
     */
    public byte[] content(PaperVault vault, SchemaName tenant) {
        return vault.open(sealed, new PaperVault.Place(tenant, planId, id));
    }
}
