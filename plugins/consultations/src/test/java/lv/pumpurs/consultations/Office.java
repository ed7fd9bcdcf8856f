package lv.pumpurs.consultations;

import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.consultations.Consultations.Reader;
import lv.pumpurs.core.fixture.Somebody;
import lv.pumpurs.spi.BusinessTime;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.Role;

/** Where somebody deals with sheets in a test: on an entity manager, in some roles, at a time of the test's choice. */
final class Office {

    static final YearMonth OCTOBER = YearMonth.of(2020, 10);
    static final LocalDateTime NOW = Room.DAY.atTime(18, 0);

    final ConsultationSheets sheets;
    final SheetDesk decisions;
    final SheetReading reading;
    final SheetWork work;
    final ConsultationFile file;
    final Somebody me;

    Office(EntityManager em, UUID person, LocalDateTime now, Role... roles) {
        me = new Somebody(person, "", Set.of(roles));
        sheets = new ConsultationSheets(em);
        Consultations consultations = new Consultations(em);
        DirectorOrders orders = new DirectorOrders(em);
        ConsultationRules rules = new ConsultationRules(40, 40, 7, 72, Set.of(), Set.of());
        InstantSource clock = InstantSource.fixed(now.atZone(BusinessTime.ZONE).toInstant());
        ConsultationDesk desk = new ConsultationDesk(consultations, new Measures(em, consultations), orders,
                school -> rules, me, clock);
        file = new ConsultationFile(consultations, sheets, orders, desk, (read, is) -> {}, me);
        decisions = new SheetDesk(sheets, desk, me);
        reading = new SheetReading(sheets, desk, decisions, orders, me, new Unwritten());
        work = new SheetWork(sheets, clock);
    }

    Office(EntityManager em, UUID person, Role... roles) {
        this(em, person, NOW, roles);
    }

    Reader reader(String permission) {
        return new Reader(me.personId(), me.rolesWith(permission), NOW.toLocalDate());
    }

    /** What the person reads, by the learner's name. */
    List<SheetHead> read() {
        return sheets.page(reader(ConsultationsPlugin.READ), new SheetFilter(null, null, null, null, null), 1)
            .stream()
            .map(one -> one.head(SheetHead.Sums.NONE))
            .toList();
    }

    /** What came of each that is ticked: the code of the problem, or nothing. */
    List<String> decide(SheetAct act, String permission, List<SheetHead> ticked) {
        return decisions.decide(act, permission, ticked.stream().map(SheetHead::asRead).toList())
            .stream()
            .map(SheetList.Result::problem)
            .toList();
    }

    /** Who is shown whom is written down by the platform, and tested there. */
    private record Unwritten() implements ReadLog {

        @Override
        public void opened(UUID learnerId) {}

        @Override
        public void opened(UUID one, UUID other) {}

        @Override
        public void opened(UUID learnerId, String reason) {}

        @Override
        public void listed(int rows, Collection<Narrowing> narrowedBy) {}

        @Override
        public void listed(int rows, Collection<Narrowing> narrowedBy, UUID opened) {}

        @Override
        public void showedNobody() {}
    }
}
