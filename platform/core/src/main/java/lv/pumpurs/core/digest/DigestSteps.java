package lv.pumpurs.core.digest;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lv.pumpurs.core.digest.Digests.Reader;

/** The transactions of a day's digests: one a person, so that a long list holds no connection for long. */
@Dependent
public class DigestSteps {

    private final Digests digests;

    /**
     * On the bound tenant.
     *
     * @param digests of the tenant
     */
    @Inject
    public DigestSteps(Digests digests) {
        this.digests = digests;
    }

    /** Whose digests to write; empty if another server does it or it is done. */
    @Transactional(TxType.REQUIRES_NEW)
    Optional<List<Reader>> begin(LocalDate day, Instant now) {
        return digests.take(day, now) ? Optional.of(digests.readers(day)) : Optional.empty();
    }

    @Transactional(TxType.REQUIRES_NEW)
    void write(Reader reader, LocalDate day, Instant now) {
        digests.write(reader, day, now);
    }

    @Transactional(TxType.REQUIRES_NEW)
    void end(LocalDate day) {
        digests.done(day);
    }
}
