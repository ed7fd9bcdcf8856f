package lv.pumpurs.consultations;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import lv.pumpurs.consultations.ConsultationState.Cancelled;
import lv.pumpurs.consultations.ConsultationState.Confirmed;
import lv.pumpurs.consultations.ConsultationState.Disallowed;
import lv.pumpurs.consultations.ConsultationState.InSheet;
import lv.pumpurs.consultations.ConsultationState.Planned;
import lv.pumpurs.consultations.ConsultationState.Rescheduled;
import lv.pumpurs.consultations.ConsultationView.Course;
import lv.pumpurs.consultations.ConsultationView.When;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.KnownVersion;
import lv.pumpurs.spi.learner.RosterLearner;

/** One consultation at hand: read for the caller, or taken to do something with it. */
@Dependent
public class ConsultationFile {

    private final Consultations consultations;
    private final ConsultationSheets sheets;
    private final DirectorOrders orders;
    private final ConsultationDesk desk;
    private final KnownVersion versions;
    private final Caller caller;

    /**
     * On the bound tenant.
     *
     * @param consultations where it lies
     * @param sheets where it may be on one
     * @param orders under which it is held
     * @param desk the school's rules and the time
     * @param versions what the caller has read
     * @param caller who reads
     */
    @Inject
    public ConsultationFile(Consultations consultations, ConsultationSheets sheets, DirectorOrders orders,
            ConsultationDesk desk, KnownVersion versions, Caller caller) {
        this.consultations = consultations;
        this.sheets = sheets;
        this.orders = orders;
        this.desk = desk;
        this.versions = versions;
        this.caller = caller;
    }

    /** One in reach; one out of reach and none look the same. */
    Consultation find(UUID id, String permission) {
        return consultations.find(id, desk.reader(permission)).orElseThrow(NotFoundException::new);
    }

    /** The caller's own, in the version that was read, and if asked for whoever of the session is still expected. */
    List<Consultation> take(UUID id, ActOnConsultation input) {
        Consultation one = find(id, ConsultationsPlugin.WRITE);
        versions.require(input.version(), one.version());
        return input.all()
                ? consultations.ofSession(one.sessionId())
                    .stream()
                    .filter(other -> other.id().equals(id) || other.state(desk.today()) instanceof Planned)
                    .toList()
                : List.of(one);
    }

    /** Whoever was read; for the act of somebody else than the provider. */
    Consultation take(UUID id, String permission, ActOnConsultation input) {
        Consultation one = find(id, permission);
        versions.require(input.version(), one.version());
        return one;
    }

    /** Does something with each, and writes it down. */
    void each(List<Consultation> some, Consumer<Consultation> act) {
        some.forEach(act);
        consultations.write();
    }

    /** The same for what lets go of a time. */
    void release(List<Consultation> some, Consumer<Consultation> act) {
        Set<ConsultationSheet> left = some.stream()
            .map(Consultation::sheet)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
        // nobody hands a sheet in meanwhile, and one that just was is seen as it is now
        sheets.take(left.stream().map(ConsultationSheet::id).toList(), desk.reader(ConsultationsPlugin.WRITE));
        each(some, act);
        consultations.handOver(some.getFirst());
        left.forEach(consultations::discardIfEmpty);
    }

    /** Does not pay for one; who reads the sheet's sums of before pays for it no more. */
    void disallow(Consultation one, String why) {
        one.disallow(why, caller.personId());
        sheets.recount(Objects.requireNonNull(one.sheet()));
        consultations.write();
    }

    ConsultationView view(Consultation one) {
        RosterLearner learner = consultations.learner(one.learnerId());
        UUID order = one.orderId();
        Slot slot = one.slot();
        String provider = orders.names(Set.of(one.providerId())).getOrDefault(one.providerId(), "");
        String under = order == null
                ? null
                : orders.known(order).map(found -> found.paper().number()).orElse(null);
        return new ConsultationView(one.id(), one.learnerId(), learner == null ? "" : learner.name(), provider,
                new When(slot.day(), slot.startsAt(), slot.minutes(), one.quantity(), one.mode(), under),
                one.subject(), course(one), one.known().stream().map(Rule::name).toList(),
                consultations.ofSession(one.sessionId()).size() - 1, acts(one), one.version());
    }

    private Course course(Consultation one) {
        ConsultationState state = one.state(desk.today());
        ConsultationSheet sheet = one.sheet();
        Confirmed confirmed = state instanceof InSheet in
                ? in.confirmed()
                : state instanceof Confirmed only ? only : null;
        return new Course(state.code(), one.confirmBy(),
                confirmed == null ? null : confirmed.on(), confirmed == null ? null : confirmed.by(),
                state instanceof Cancelled cancelled
                        ? cancelled.reason()
                        : state instanceof Disallowed disallowed ? disallowed.reason() : null,
                state instanceof Rescheduled moved ? moved.successor() : null, sheet == null ? null : sheet.id());
    }

    private List<String> acts(Consultation one) {
        List<String> acts = new ArrayList<>();
        LocalDateTime now = desk.now();
        boolean own = caller.may(ConsultationsPlugin.WRITE) && one.providerId().equals(caller.personId());
        ConsultationState state = one.state(desk.today());
        if (own && state instanceof Planned) {
            if (!one.slot().isAfter(now)) {
                acts.add("HOLD");
                acts.add("MISS");
            }
            acts.add("MOVE");
            acts.add("CANCEL");
        } else if (own && one.slot().startsAt() != null && state.isCancellable()) {
            acts.add("RETRACT");
        }
        if (caller.may(ConsultationsPlugin.ACCEPT) && one.sheet() != null && state instanceof InSheet
                && SheetAct.DISALLOW.refusal(one.sheet(), caller.personId()).isEmpty()) {
            acts.add("DISALLOW");
        }
        if (one.awaitsConfirmation(desk.today())) {
            if (own) {
                acts.add("CODE");
            }
            if (caller.may(ConsultationsPlugin.CONFIRM)
                    && consultations.find(one.id(), desk.reader(ConsultationsPlugin.CONFIRM)).isPresent()) {
                acts.add("CONFIRM");
            }
        }
        return acts;
    }
}
