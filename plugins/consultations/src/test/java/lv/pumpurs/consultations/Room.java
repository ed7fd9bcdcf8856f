package lv.pumpurs.consultations;

import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.consultations.ConsultationDesk.Wish;
import lv.pumpurs.consultations.Consultations.Reader;
import lv.pumpurs.core.fixture.Somebody;
import lv.pumpurs.spi.BusinessTime;
import lv.pumpurs.spi.Role;

/** Where one provider works in a test: the desk on an entity manager, at a time of the test's choice. */
final class Room {

    static final LocalDate DAY = LocalDate.of(2020, 10, 1);
    static final LocalDateTime NOW = DAY.atTime(15, 0);

    final Consultations consultations;
    final Measures measures;
    final DirectorOrders orders;
    final DueConsultations due;
    final ConsultationDesk desk;
    private final UUID me;

    Room(EntityManager em, UUID me, LocalDateTime now, Rule... warnings) {
        this.me = me;
        consultations = new Consultations(em);
        measures = new Measures(em, consultations);
        orders = new DirectorOrders(em);
        due = new DueConsultations(em);
        ConsultationRules rules = new ConsultationRules(40, 40, 7, 72, Set.of(warnings), Set.of());
        InstantSource clock = InstantSource.fixed(now.atZone(BusinessTime.ZONE).toInstant());
        desk = new ConsultationDesk(consultations, measures, orders, school -> rules,
                new Somebody(me, "", Set.of(Role.PROVIDER)), clock);
    }

    Room(EntityManager em, UUID me) {
        this(em, me, NOW);
    }

    /** A session held on the day, with each of some learners by the provider's first measure. */
    List<Consultation> held(String at, int minutes, UUID... learners) {
        return write(wish(DAY, at, minutes, true, false), learners);
    }

    List<Consultation> write(Wish wish, UUID... learners) {
        return desk.write(List.of(learners).stream().map(one -> desk.of(one).getFirst()).toList(), wish);
    }

    static Wish wish(LocalDate day, String at, int minutes, boolean held, boolean known) {
        return new Wish(new Slot(day, LocalTime.parse(at), minutes), Mode.IN_PERSON, held, "Matemātika", known, null);
    }

    Reader reader(Role... roles) {
        return new Reader(me, Set.of(roles), NOW.toLocalDate());
    }
}
