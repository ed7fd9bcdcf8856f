package lv.pumpurs.consultations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Refused;
import org.junit.jupiter.api.Test;

/** Each rule of the sheets, at its border. */
class SheetRuleTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
    private static final UUID ANOTHER = Ids.next();

    @Test
    void nobody_decides_on_the_own_sheet_at_any_step() {
        ConsultationSheet sheet = sheet();
        refused(ConsultationProblem.SHEET_OWN, () -> sheet.verify(Trial.PROVIDER, TODAY));
        refused(ConsultationProblem.SHEET_OWN, () -> sheet.giveBack("Kļūda", Trial.PROVIDER, TODAY));
        sheet.verify(ANOTHER, TODAY);
        refused(ConsultationProblem.SHEET_OWN, () -> sheet.accept(Trial.PROVIDER, TODAY));
        sheet.accept(ANOTHER, TODAY);
        refused(ConsultationProblem.SHEET_OWN, () -> sheet.pay(Trial.PROVIDER, TODAY));
        assertThat(SheetAct.DISALLOW.refusal(sheet, Trial.PROVIDER)).contains(ConsultationProblem.SHEET_OWN);
        assertThat(SheetAct.DISALLOW.refusal(sheet, ANOTHER)).isEmpty();
    }

    @Test
    void no_step_is_left_out_and_none_taken_twice() {
        ConsultationSheet sheet = sheet();
        refused(ConsultationProblem.SHEET_WRONG_STAGE, () -> sheet.accept(ANOTHER, TODAY));
        refused(ConsultationProblem.SHEET_WRONG_STAGE, () -> sheet.pay(ANOTHER, TODAY));
        refused(ConsultationProblem.SHEET_WRONG_STAGE, () -> sheet.handInAgain(TODAY));
        sheet.verify(ANOTHER, TODAY);
        refused(ConsultationProblem.SHEET_WRONG_STAGE, () -> sheet.verify(ANOTHER, TODAY));
    }

    @Test
    void what_the_school_said_of_a_sheet_that_is_returned_holds_no_longer() {
        ConsultationSheet sheet = sheet();
        sheet.verify(ANOTHER, TODAY);
        sheet.giveBack("Trūkst paraksta", ANOTHER, TODAY);
        assertThat(sheet.stage()).isEqualTo(new SheetStage.Returned("Trūkst paraksta", ANOTHER, TODAY));
        assertThat(sheet.verifiedBy()).isNull();
        sheet.handInAgain(TODAY.plusDays(1));
        assertThat(sheet.stage()).isEqualTo(new SheetStage.Submitted(TODAY.plusDays(1)));
    }

    @Test
    void a_sheet_goes_back_by_whose_step_it_is() {
        ConsultationSheet sheet = sheet();
        assertThat(SheetAct.RETURN.permission(sheet)).isEqualTo(ConsultationsPlugin.VERIFY);
        sheet.verify(ANOTHER, TODAY);
        assertThat(SheetAct.RETURN.permission(sheet)).isEqualTo(ConsultationsPlugin.ACCEPT);
    }

    @Test
    void a_month_is_handed_in_once_something_of_it_is_confirmed() {
        Consultation held = new Trial().written();
        ProviderMonth month = month(List.of(held), TODAY.atTime(8, 0));
        refused(ConsultationProblem.SHEET_EMPTY, () -> MonthRule.require(month, true));
        held.confirm(Way.CODE, Trial.DAY);
        MonthRule.require(month, false);
        held.handIn(new ConsultationSheet(Ids.next(), held, 1, 40, TODAY));
        refused(ConsultationProblem.SHEET_EMPTY, () -> MonthRule.require(month, true));
    }

    @Test
    void what_is_still_planned_is_warned_of_from_the_minute_it_begins() {
        Consultation planned = new Trial().at(Trial.DAY, "14:00", 40).planned().written();
        List<Consultation> rows = List.of(planned, SheetLifeTest.confirmed());
        MonthRule.require(month(rows, Trial.DAY.atTime(13, 59)), false);
        ProviderMonth begun = month(rows, Trial.DAY.atTime(14, 0));
        refused(ConsultationProblem.SHEET_OPEN, () -> MonthRule.require(begun, false));
        MonthRule.require(begun, true);
        assertThat(begun.toHandIn().values()).hasSize(1);
    }

    @Test
    void from_the_hour_it_is_handed_in_a_consultation_stays_as_it_is() {
        Consultation one = SheetLifeTest.confirmed();
        ConsultationSheet sheet = new ConsultationSheet(Ids.next(), one, 1, 40, TODAY);
        one.handIn(sheet);
        refused(ConsultationProblem.WRONG_STATE, () -> one.cancel("Kļūda"));
        refused(ConsultationProblem.WRONG_STATE, () -> one.moveTo(Ids.next()));
        refused(ConsultationProblem.WRONG_STATE, () -> one.handIn(sheet));
        refused(ConsultationProblem.SHEET_WRONG_STAGE, () -> one.disallow("Pārbaude", ANOTHER));
        sheet.giveBack("Kļūda", ANOTHER, TODAY);
        one.cancel("Kļūda");
        assertThat(one.state(TODAY)).isEqualTo(new ConsultationState.Cancelled("Kļūda"));
        assertThat(one.sheet()).isNull();
    }

    @Test
    void what_is_disallowed_keeps_its_sheet_and_takes_the_learners_time_no_more() {
        Consultation one = SheetLifeTest.confirmed();
        ConsultationSheet sheet = new ConsultationSheet(Ids.next(), one, 1, 40, TODAY);
        one.handIn(sheet);
        sheet.verify(ANOTHER, TODAY);
        sheet.accept(ANOTHER, TODAY);
        one.disallow("Pārbaude", ANOTHER);
        assertThat(one.state(TODAY)).isEqualTo(new ConsultationState.Disallowed("Pārbaude"));
        assertThat(one.state(TODAY).takesLearner()).isFalse();
        assertThat(one.state(TODAY).takesProvider()).isTrue();
        assertThat(one.sheet()).isSameAs(sheet);
    }

    private static ProviderMonth month(List<Consultation> rows, LocalDateTime now) {
        return new ProviderMonth(YearMonth.of(2026, 11), rows, now);
    }

    private static ConsultationSheet sheet() {
        return new ConsultationSheet(Ids.next(), SheetLifeTest.confirmed(), 1, 40, TODAY);
    }

    private static void refused(ConsultationProblem problem, Runnable act) {
        assertThatExceptionOfType(Refused.class).isThrownBy(act::run)
            .satisfies(refused -> assertThat(refused.type()).isEqualTo(problem));
    }
}
