package lv.pumpurs.consultations;

import static lv.pumpurs.consultations.Trial.DAY;
import static lv.pumpurs.consultations.Trial.NOW;
import static lv.pumpurs.consultations.Trial.RULES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.consultations.ConsultationState.Confirmed;
import lv.pumpurs.consultations.ConsultationState.Held;
import lv.pumpurs.consultations.ConsultationState.Planned;
import lv.pumpurs.consultations.ConsultationState.Unconfirmed;
import lv.pumpurs.consultations.DirectorOrder.Paper;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Refused;
import org.junit.jupiter.api.Test;

class ConsultationTest {

    @Test
    void one_that_was_held_waits_for_its_confirmation_as_long_as_the_school_says() {
        Consultation one = new Trial().written();
        assertThat(one.state(DAY)).isEqualTo(new Held(DAY.plusDays(7)));
        assertThat(one.awaitsConfirmation(DAY.plusDays(7))).isTrue();
        assertThat(one.state(DAY.plusDays(8))).isEqualTo(new Unconfirmed(DAY.plusDays(7)));
        assertThat(one.awaitsConfirmation(DAY.plusDays(8))).isFalse();
    }

    @Test
    void it_is_confirmed_on_the_last_day_and_not_after_it() {
        Consultation inTime = new Trial().written();
        inTime.confirm(Way.GUARDIAN, DAY.plusDays(7));
        assertThat(inTime.state(DAY.plusDays(99))).isEqualTo(new Confirmed(DAY.plusDays(7), Way.GUARDIAN));
        refused(ConsultationProblem.WRONG_STATE, () -> inTime.confirm(Way.CODE, DAY.plusDays(7)));

        Consultation late = new Trial().written();
        refused(ConsultationProblem.TOO_LATE, () -> late.confirm(Way.GUARDIAN, DAY.plusDays(8)));
    }

    @Test
    void a_remote_one_is_confirmed_on_the_same_day() {
        DirectorOrder order = new DirectorOrder(Ids.next(), Trial.SCHOOL, new Paper("7", DAY, DAY, DAY), Ids.next());
        Consultation one = new Trial().remote(order).written();
        assertThat(one.orderId()).isEqualTo(order.id());
        assertThat(one.state(DAY)).isEqualTo(new Held(DAY));
        refused(ConsultationProblem.TOO_LATE, () -> one.confirm(Way.LEARNER, DAY.plusDays(1)));
        one.confirm(Way.LEARNER, DAY);
        assertThat(one.state(DAY)).isInstanceOf(Confirmed.class);
    }

    @Test
    void one_that_was_planned_is_held_once_it_has_begun() {
        Consultation one = new Trial().planned().written();
        assertThat(one.state(DAY)).isEqualTo(new Planned());
        refused(ConsultationProblem.IN_FUTURE, () -> one.hold(DAY.atTime(13, 59), RULES));
        one.hold(DAY.atTime(14, 0), RULES);
        assertThat(one.state(DAY)).isInstanceOf(Held.class);
        refused(ConsultationProblem.WRONG_STATE, () -> one.hold(NOW, RULES));
    }

    @Test
    void what_was_written_down_by_mistake_is_taken_back_once_confirmed_or_not() {
        Consultation held = new Trial().written();
        held.cancel("Cits izglītojamais");
        assertThat(held.state(DAY)).isEqualTo(new ConsultationState.Cancelled("Cits izglītojamais"));
        refused(ConsultationProblem.WRONG_STATE, () -> held.cancel("Vēlreiz"));
        Consultation confirmed = SheetLifeTest.confirmed();
        confirmed.cancel("Nenotika");
        assertThat(confirmed.state(DAY).takesProvider()).isFalse();
        refused(ConsultationProblem.WRONG_STATE, () -> confirmed.confirm(Way.CODE, DAY));
    }

    @Test
    void whoever_did_not_come_takes_the_providers_time_but_not_the_learners() {
        Consultation one = new Trial().planned().written();
        refused(ConsultationProblem.IN_FUTURE, () -> one.miss(DAY.atTime(13, 59)));
        one.miss(DAY.atTime(14, 0));
        assertThat(one.state(DAY).takesProvider()).isTrue();
        assertThat(one.state(DAY).takesLearner()).isFalse();
    }

    @Test
    void one_that_is_called_off_or_moved_takes_nobodys_time() {
        Consultation cancelled = new Trial().planned().written();
        cancelled.lead();
        cancelled.cancel("Slimība");
        Consultation moved = new Trial().planned().written();
        UUID successor = Ids.next();
        moved.moveTo(successor);
        for (Consultation one : Set.of(cancelled, moved)) {
            assertThat(one.state(DAY).takesProvider()).isFalse();
            assertThat(one.state(DAY).takesLearner()).isFalse();
            assertThat(one.leads()).isFalse();
        }
        assertThat(moved.state(DAY)).isEqualTo(new ConsultationState.Rescheduled(successor));
    }

    @Test
    void a_code_is_right_in_any_writing_for_its_time_once_and_for_few_tries() {
        Instant now = NOW.toInstant(ZoneOffset.UTC);
        ConfirmationCode code = new ConfirmationCode(Ids.next(), Ids.next());
        String told = code.renew(now.plusSeconds(60));
        assertThat(told).hasSize(8).matches("[A-HJ-NP-Z2-9]+");
        assertThat(code.accepts(" " + told.substring(0, 4).toLowerCase(Locale.ROOT) + "-" + told.substring(4),
                now))
            .isTrue();
        assertThat(code.accepts(told, now.plusSeconds(60))).isFalse();
        for (int i = 1; i < ConfirmationCode.TRIES; i++) {
            assertThat(code.accepts("WRONG" + i, now)).isFalse();
        }
        assertThat(code.accepts(told, now)).isTrue();
        code.accepts("WRONG", now);
        assertThat(code.accepts(told, now)).as("after the last try").isFalse();

        String another = code.renew(now.plusSeconds(60));
        assertThat(code.accepts(told, now)).as("the one before").isFalse();
        assertThat(code.accepts(another, now)).isTrue();
        code.use();
        assertThat(code.accepts(another, now)).as("used").isFalse();
    }

    private static void refused(ConsultationProblem problem, Runnable act) {
        assertThatExceptionOfType(Refused.class).isThrownBy(act::run)
            .satisfies(refused -> assertThat(refused.type()).isEqualTo(problem));
    }

}
