package lv.pumpurs.consultations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import lv.pumpurs.consultations.ConsultationState.Held;
import lv.pumpurs.consultations.ConsultationState.Planned;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Refused;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Whatever people try with a consultation, in whatever order and on whatever day, it goes the ways that there are. */
class ConsultationLifeTest {

    enum Act {
        HOLD, MISS, CANCEL, MOVE, CONFIRM
    }

    record Try(Act act, int hours) {}

    @Property
    void a_consultation_goes_no_way_but_those_of_its_life(@ForAll boolean planned, @ForAll("tries") List<Try> tries) {
        Trial trial = new Trial();
        Consultation one = (planned ? trial.planned() : trial).written();
        LocalDateTime now = planned ? Trial.DAY.atTime(9, 0) : Trial.NOW;
        List<String> seen = new ArrayList<>(List.of(one.state(now.toLocalDate()).code()));
        for (Try next : tries) {
            now = now.plusHours(next.hours());
            LocalDate today = now.toLocalDate();
            ConsultationState before = one.state(today);
            boolean done = tried(one, next.act(), now);
            ConsultationState after = one.state(today);
            assertThat(done).as("%s on %s", next.act(), before).isEqualTo(goes(before, next.act(), one, now));
            if (!done) {
                assertThat(after).isEqualTo(before);
            }
            if (!(after instanceof Planned || after instanceof Held)) {
                // from there nothing leads on by itself, however long one waits
                assertThat(one.state(today.plusYears(1))).isEqualTo(after);
            }
            seen.add(after.code());
        }
        Statistics.collect(seen.getLast());
    }

    @Provide
    Arbitrary<List<Try>> tries() {
        return Combinators.combine(Arbitraries.of(Act.class), Arbitraries.integers().between(0, 60))
            .as(Try::new)
            .list()
            .ofMinSize(1)
            .ofMaxSize(8);
    }

    private static boolean goes(ConsultationState before, Act act, Consultation one, LocalDateTime now) {
        return switch (act) {
            case HOLD, MISS -> before instanceof Planned && !one.slot().isAfter(now);
            case MOVE -> before instanceof Planned;
            // what was held is taken back
            case CANCEL -> before.isCancellable();
            case CONFIRM -> before instanceof Held;
        };
    }

    private static boolean tried(Consultation one, Act act, LocalDateTime now) {
        try {
            switch (act) {
                case HOLD -> one.hold(now, Trial.RULES);
                case MISS -> one.miss(now);
                case CANCEL -> one.cancel("Iemesls");
                case MOVE -> one.moveTo(Ids.next());
                case CONFIRM -> one.confirm(Way.CODE, now.toLocalDate());
            }
            return true;
        } catch (Refused refused) {
            return false;
        }
    }
}
