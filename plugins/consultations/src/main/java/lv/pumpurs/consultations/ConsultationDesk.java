package lv.pumpurs.consultations;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.pumpurs.consultations.Consultations.Reader;
import lv.pumpurs.consultations.Intended.Around;
import lv.pumpurs.consultations.Intended.Taken;
import lv.pumpurs.spi.BusinessTime;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.Form;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Refused;
import org.jspecify.annotations.Nullable;

/** Where a provider plans consultations and writes down what was held: everything that the rules need to know meets here. */
@Dependent
public class ConsultationDesk {

    private final Consultations consultations;
    private final Measures measures;
    private final DirectorOrders orders;
    private final SettingsOfSchool settings;
    private final Caller caller;
    private final InstantSource clock;

    /**
     * On the bound tenant.
     *
     * @param consultations what is there
     * @param measures what is planned
     * @param orders what directors ordered
     * @param settings the schools' rules
     * @param caller who sits there
     * @param clock business time
     */
    @Inject
    public ConsultationDesk(Consultations consultations, Measures measures, DirectorOrders orders,
            SettingsOfSchool settings, Caller caller, InstantSource clock) {
        this.consultations = consultations;
        this.measures = measures;
        this.orders = orders;
        this.settings = settings;
        this.caller = caller;
        this.clock = clock;
    }

    /** What somebody wants, without for whom. */
    record Wish(Slot slot, Mode mode, boolean held, String subject, boolean known, @Nullable Consultation insteadOf) {

        @Nullable
        UUID butSession() {
            return insteadOf == null ? null : insteadOf.sessionId();
        }
    }

    /**
     * What time it is.
     *
     * @return in Latvia
     */
    public LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), BusinessTime.ZONE);
    }

    LocalDate today() {
        return now().toLocalDate();
    }

    /**
     * The caller as a reader.
     *
     * @param permission by which it is read
     * @return the caller, with the roles that hold it
     */
    public Reader reader(String permission) {
        return new Reader(caller.personId(), caller.rolesWith(permission), today());
    }

    /**
     * How a school gives consultations.
     *
     * @param school its key
     * @return its rules
     */
    public ConsultationRules rules(UUID school) {
        return settings.of(school);
    }

    /** The form for one session by some of the caller's measures, at the time that was chosen or the likely one. */
    Form form(List<MeasureAtHand> all, @Nullable LocalDateTime at) {
        Set<UUID> learners = all.stream().map(one -> one.plan().learnerId()).collect(Collectors.toSet());
        List<Slot> taken = new ArrayList<>(consultations.takenOfProvider(caller.personId(), today(), null));
        consultations.takenOfLearners(learners, today(), null).values().forEach(taken::addAll);
        return RecordingForm.of(all, rules(all.getFirst().plan().schoolId()), now(), taken, at);
    }

    /** Measures for which the caller may write something down now. */
    List<MeasureAtHand> mine() {
        return measures.mine(caller.personId(), caller.rolesWith(ConsultationsPlugin.WRITE), today());
    }

    /** Those of the caller's with a learner. */
    List<MeasureAtHand> of(UUID learner) {
        return measures.ofLearner(learner, caller.personId(), caller.rolesWith(ConsultationsPlugin.WRITE));
    }

    /** The caller's measures of these keys. */
    List<MeasureAtHand> all(Set<UUID> keys) {
        List<MeasureAtHand> found = measures.some(keys, caller.personId(),
                caller.rolesWith(ConsultationsPlugin.WRITE));
        if (keys.isEmpty() || found.size() != keys.size()) {
            throw ConsultationProblem.MEASURE_UNKNOWN.at("measures");
        }
        return found;
    }

    /** What was planned is held only while the plan is in force: it may rest, or have ended, since. */
    void requireAgreed(List<Consultation> some) {
        Map<UUID, MeasureAtHand> known = measures
            .some(some.stream().map(Consultation::measureId).filter(Objects::nonNull).toList(), caller.personId(),
                    caller.rolesWith(ConsultationsPlugin.WRITE))
            .stream()
            .collect(Collectors.toMap(MeasureAtHand::id, one -> one));
        for (Consultation one : some) {
            MeasureAtHand measure = known.get(one.measureId());
            if (measure != null && !measure.isPlanActiveOn(one.slot().day())) {
                throw new Refused(ConsultationProblem.PLAN_NOT_ACTIVE);
            }
        }
    }

    /** Of a learner's measures the one that is meant: named, or the only one of the day, or of its subject. */
    MeasureAtHand meant(List<MeasureAtHand> ofLearner, RecordConsultation input) {
        Set<UUID> named = keys(input.measures());
        if (!named.isEmpty()) {
            return ofLearner.stream()
                .filter(one -> named.contains(one.id()) && named.size() == 1)
                .findFirst()
                .orElseThrow(() -> ConsultationProblem.MEASURE_UNKNOWN.at("measures"));
        }
        List<MeasureAtHand> ofDay = ofLearner.stream()
            .filter(one -> one.isPlanActiveOn(input.heldOn()) && one.isPlannedOn(input.heldOn()))
            .toList();
        List<MeasureAtHand> likely = ofDay.isEmpty() ? ofLearner : ofDay;
        List<MeasureAtHand> ofSubject = likely.stream()
            .filter(one -> input.subject().equals(one.measure().subject()))
            .toList();
        return likely.size() == 1
                ? likely.getFirst()
                : ofSubject.stream()
                    .findFirst()
                    .orElseThrow(() -> ConsultationProblem.WHICH_MEASURE.at("measures"));
    }

    /** Writes down a session. */
    List<Consultation> write(List<MeasureAtHand> forThem, Wish wish) {
        List<Consultation> rows = prepare(forThem, wish);
        consultations.add(rows);
        return rows;
    }

    /** The rows of a session, one a learner, if the rules allow it for each of them. */
    List<Consultation> prepare(List<MeasureAtHand> forThem, Wish wish) {
        if (wish.slot().startsAt() == null) {
            throw ConsultationProblem.NO_TIME.at("startsAt");
        }
        List<Intended> all = intended(measures.reserved(forThem), wish);
        Map<UUID, List<Rule>> known = allowed(all, wish.known());
        UUID session = Ids.next();
        List<Consultation> rows = new ArrayList<>();
        for (Intended one : all) {
            rows.add(new Consultation(Ids.next(), session, one, wish.subject(),
                    known.getOrDefault(one.measure().id(), List.of())));
        }
        return rows;
    }

    private List<Intended> intended(List<MeasureAtHand> forThem, Wish wish) {
        Slot slot = wish.slot();
        Set<UUID> learners = forThem.stream().map(one -> one.plan().learnerId()).collect(Collectors.toSet());
        if (learners.size() != forThem.size()) {
            throw ConsultationProblem.LEARNER_TAKEN.at("measures");
        }
        List<Slot> mine = consultations.takenOfProvider(caller.personId(), slot.day(), wish.butSession());
        Map<UUID, List<Slot>> theirs = consultations.takenOfLearners(learners, slot.day(), wish.butSession());
        List<DirectorOrder> ordered = wish.mode() == Mode.IN_PERSON
                ? List.of()
                : orders.on(slot.day(), forThem.stream().map(one -> one.plan().schoolId()).collect(Collectors.toSet()));
        LocalDateTime now = now();
        return forThem.stream()
            .map(one -> new Intended(caller.personId(), slot, wish.held(), wish.mode(), covering(ordered, one, slot),
                    without(one, wish.insteadOf()),
                    new Taken(mine, theirs.getOrDefault(one.plan().learnerId(), List.of())),
                    new Around(settings.of(one.plan().schoolId()), now)))
            .toList();
    }

    /** What is moved to another time does not count twice. */
    private static MeasureAtHand without(MeasureAtHand one, @Nullable Consultation moved) {
        BigDecimal quantity = moved == null || !one.id().equals(moved.measureId()) ? null : moved.quantity();
        return quantity == null
                ? one
                : new MeasureAtHand(one.learner(), one.plan(), one.measure(), one.rests(),
                        one.used().subtract(quantity));
    }

    private @Nullable DirectorOrder covering(List<DirectorOrder> ordered, MeasureAtHand one, Slot slot) {
        return ordered.stream()
            .filter(order -> order.covers(one.plan().schoolId(), slot.day(), caller.personId(), one.plan().code()))
            .findFirst()
            .orElse(null);
    }

    /** Refuses, or says of each what was known not to hold. */
    private static Map<UUID, List<Rule>> allowed(List<Intended> all, boolean known) {
        Map<UUID, List<Rule>> broken = new LinkedHashMap<>();
        Map<String, String> wrong = new LinkedHashMap<>();
        Set<Rule> hard = new LinkedHashSet<>();
        for (Intended one : all) {
            List<Rule> rules = Rule.broken(one);
            broken.put(one.measure().id(), rules);
            rules.forEach(rule -> wrong.putIfAbsent(rule.field(), rule.problem().detail()));
            rules.stream().filter(rule -> !one.around().rules().warnings().contains(rule)).forEach(hard::add);
        }
        if (!hard.isEmpty()) {
            Rule first = hard.iterator().next();
            wrong.put(first.field(), first.problem().detail());
            throw new Refused(first.problem(), wrong);
        }
        if (!wrong.isEmpty() && !known) {
            wrong.put("known", ConsultationProblem.WARNED.detail());
            throw new Refused(ConsultationProblem.WARNED, wrong);
        }
        return broken;
    }

    /** Keys as a form carries them, parted by commas. */
    static Set<UUID> keys(@Nullable String text) {
        Set<UUID> keys = new LinkedHashSet<>();
        for (String part : text == null ? new String[0] : text.split(",")) {
            if (part.isBlank()) {
                continue;
            }
            try {
                keys.add(UUID.fromString(part.strip()));
            } catch (IllegalArgumentException noKey) {
                throw ConsultationProblem.MEASURE_UNKNOWN.at("measures");
            }
        }
        return keys;
    }
}
