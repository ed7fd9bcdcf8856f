package lv.pumpurs.core.audit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.UUID;
import lv.pumpurs.spi.ReadLog;

/** What this request shows of people: one row of the read log, two, or none if it shows nobody. */
@RequestScoped
class RequestReads implements ReadLog {

    @Inject
    private Reads reads;

    private boolean recorded;

    @Override
    public void opened(UUID learnerId) {
        once();
        reads.add(learnerId);
    }

    @Override
    public void opened(UUID one, UUID other) {
        once();
        reads.add(one);
        reads.add(other);
    }

    @Override
    public void opened(UUID learnerId, String reason) {
        once();
        reads.add(learnerId, reason);
    }

    @Override
    public void listed(int rows, Collection<Narrowing> narrowedBy) {
        once();
        reads.add(rows, narrowedBy);
    }

    @Override
    public void listed(int rows, Collection<Narrowing> narrowedBy, UUID opened) {
        once();
        reads.add(rows, narrowedBy);
        reads.add(opened);
    }

    @Override
    public void showedNobody() {
        once();
    }

    boolean recorded() {
        return recorded;
    }

    private void once() {
        if (recorded) {
            throw new IllegalStateException("A page writes down once what it shows.");
        }
        recorded = true;
    }
}
