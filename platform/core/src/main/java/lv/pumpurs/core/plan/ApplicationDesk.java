package lv.pumpurs.core.plan;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.scan.ScanLimits;
import lv.pumpurs.core.scan.SealedScans;
import lv.pumpurs.core.scan.StoredScan;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.Role;

/**
 * Where the scan of an application is attached to its plan, and read. Transactions of its own where the caller has none:
 * while files arrive nothing of the database is held.
 */
@Dependent
@Transactional
public class ApplicationDesk {

    private final PlanDesk desk;
    private final PlanDesk.Shelf shelf;
    private final ScanLimits limits;
    private final Caller caller;
    private final InstantSource clock;

    /**
     * On the bound tenant.
     *
     * @param desk where plans lie
     * @param shelf plans and scans
     * @param limits how much is taken
     * @param caller who sits there
     * @param clock when
     */
    @Inject
    public ApplicationDesk(PlanDesk desk, PlanDesk.Shelf shelf, ScanLimits limits, Caller caller,
            InstantSource clock) {
        this.desk = desk;
        this.shelf = shelf;
        this.limits = limits;
        this.caller = caller;
        this.clock = clock;
    }

    /** The application as the caller sees it; out of reach and not there look the same. */
    ApplicationView read(UUID plan) {
        PlanView view = shelf.plans().read(plan, caller.personId(), roles()).orElseThrow(NotFoundException::new);
        SupportPlan known = shelf.plans().known(plan);
        PlanActor actor = desk.actor(known);
        List<PlanAct> acts = Stream.of(PlanAct.ATTACH, PlanAct.DETACH)
            .filter(act -> act.refusal(known, actor).isEmpty())
            .toList();
        return new ApplicationView(
                new PlanTitle(plan, view.code(), view.about().learnerName(), view.semester()),
                view.about().learnerId(), known.appliedOn(), known.appliedBy(), desk.scans(plan), acts, limits);
    }

    /** One file, for whoever may see what stands in it. */
    StoredScan open(UUID plan, UUID scan) {
        return shelf.scans().find(plan, scan, caller.personId(), roles()).orElseThrow(NotFoundException::new);
    }

    /** Refuses whoever may attach nothing, before anything is taken in. */
    void requireOpen(UUID plan) {
        PlanAtHand hand = desk.take(plan, PlanAct.ATTACH);
        PlanAct.ATTACH.require(hand.plan(), hand.actor());
    }

    void attach(UUID plan, SealedScans sealed) {
        PlanAtHand hand = desk.take(plan, PlanAct.ATTACH);
        PlanAct.ATTACH.require(hand.plan(), hand.actor());
        shelf.scans().add(plan, sealed, hand.actor().personId(), clock.instant());
    }

    void detach(UUID plan, UUID scan) {
        PlanAtHand hand = desk.take(plan, PlanAct.DETACH);
        PlanAct.DETACH.require(hand.plan(), hand.actor());
        if (!shelf.scans().remove(plan, scan)) {
            throw new NotFoundException();
        }
    }

    private Set<Role> roles() {
        return caller.rolesWith(Permissions.APPLICATION_READ);
    }
}
