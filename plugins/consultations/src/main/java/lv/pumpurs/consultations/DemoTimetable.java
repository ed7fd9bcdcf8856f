package lv.pumpurs.consultations;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lv.pumpurs.consultations.Intended.Around;
import lv.pumpurs.consultations.Intended.Taken;
import lv.pumpurs.spi.Ids;
import org.jspecify.annotations.Nullable;

/** Who is where in the demonstration: finds a time after lessons that the rules allow, alone or in somebody's session. */
final class DemoTimetable {

    private static final List<LocalTime> TIMES = List.of(LocalTime.of(14, 10), LocalTime.of(15, 0),
            LocalTime.of(15, 50), LocalTime.of(16, 40), LocalTime.of(13, 20), LocalTime.of(17, 30));
    private static final int MINUTES_OF_LESSON = 40;
    private static final int MINUTES_OF_HOUR = 60;
    private static final int MOST_IN_SESSION = 4;

    private final LocalDateTime now;
    private final Map<UUID, DirectorOrder> orders;
    private final Map<Place, List<Slot>> taken = new HashMap<>();
    private final Map<Place, List<Session>> sessions = new HashMap<>();
    private final Map<UUID, BigDecimal> used = new HashMap<>();

    /**
     * An empty one.
     *
     * @param now the time in Latvia
     * @param orders orders of directors, by school
     */
    DemoTimetable(LocalDateTime now, Map<UUID, DirectorOrder> orders) {
        this.now = now;
        this.orders = orders;
    }

    private record Place(UUID person, LocalDate day) {}

    private record Session(UUID id, Slot slot, String subject, boolean held, List<UUID> learners) {}

    /** Alone, on a day: held or still to be held. Nothing if the rules allow no time of the day. */
    Optional<Consultation> alone(MeasureAtHand one, LocalDate day, boolean held) {
        int first = Math.floorMod(one.id().hashCode(), TIMES.size());
        for (int i = 0; i < TIMES.size(); i++) {
            Slot slot = new Slot(day, TIMES.get((first + i) % TIMES.size()), minutes(one));
            Intended intended = intended(one, slot, held, slots(provider(one), day));
            if (Rule.broken(intended).isEmpty()) {
                Consultation made = new Consultation(Ids.next(), Ids.next(), intended, subject(one), List.of());
                made.lead();
                List<UUID> learners = new ArrayList<>(List.of(made.learnerId()));
                at(sessions, provider(one), day)
                    .add(new Session(made.sessionId(), slot, made.subject(), held, learners));
                at(taken, provider(one), day).add(slot);
                return Optional.of(made);
            }
        }
        return Optional.empty();
    }

    /** In a session about the same that the provider has on the day with others. */
    Optional<Consultation> among(MeasureAtHand one, LocalDate day) {
        for (Session session : at(sessions, provider(one), day)) {
            List<Slot> others = slots(provider(one), day).stream()
                .filter(slot -> !slot.equals(session.slot()))
                .toList();
            Intended intended = intended(one, session.slot(), session.held(), others);
            if (session.subject().equals(subject(one)) && session.learners().size() < MOST_IN_SESSION
                    && Rule.broken(intended).isEmpty()) {
                session.learners().add(one.plan().learnerId());
                return Optional
                    .of(new Consultation(Ids.next(), session.id(), intended, session.subject(), List.of()));
            }
        }
        return Optional.empty();
    }

    /** The learner's time, and so much of the measure, are taken by it from now on. */
    void keep(Consultation one) {
        at(taken, one.learnerId(), one.slot().day()).add(one.slot());
        used.merge(Objects.requireNonNull(one.measureId()), Objects.requireNonNull(one.quantity()), BigDecimal::add);
    }

    /** It was called off: the provider's time is free again, and nobody comes into its session. */
    void free(Consultation one) {
        at(taken, one.providerId(), one.slot().day()).remove(one.slot());
        close(one);
    }

    /** Nobody comes into its session any more. */
    void close(Consultation one) {
        at(sessions, one.providerId(), one.slot().day()).removeIf(session -> session.id().equals(one.sessionId()));
    }

    private Intended intended(MeasureAtHand one, Slot slot, boolean held, List<Slot> ofProvider) {
        Mode mode = DemoDays.mode(slot.day());
        MeasureAtHand soFar = new MeasureAtHand(one.learner(), one.plan(), one.measure(), one.rests(),
                used.getOrDefault(one.id(), BigDecimal.ZERO));
        return new Intended(provider(one), slot, held, mode, mode == Mode.REMOTE ? order(one, slot.day()) : null, soFar,
                new Taken(ofProvider, slots(one.plan().learnerId(), slot.day())), new Around(DemoDays.RULES, now));
    }

    private @Nullable DirectorOrder order(MeasureAtHand one, LocalDate day) {
        DirectorOrder order = orders.get(one.plan().schoolId());
        return order != null && order.covers(one.plan().schoolId(), day, provider(one), one.plan().code())
                ? order
                : null;
    }

    private List<Slot> slots(UUID person, LocalDate day) {
        return taken.getOrDefault(new Place(person, day), List.of());
    }

    private static <T> List<T> at(Map<Place, List<T>> all, UUID person, LocalDate day) {
        return all.computeIfAbsent(new Place(person, day), place -> new ArrayList<>());
    }

    private static int minutes(MeasureAtHand one) {
        return one.measure().unit().equals("hour") ? MINUTES_OF_HOUR : MINUTES_OF_LESSON;
    }

    private static UUID provider(MeasureAtHand one) {
        return Objects.requireNonNull(one.measure().providerId());
    }

    private static String subject(MeasureAtHand one) {
        String subject = one.measure().subject();
        return subject == null ? one.measure().kindLv() : subject;
    }
}
