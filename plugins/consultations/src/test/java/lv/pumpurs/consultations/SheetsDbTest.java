package lv.pumpurs.consultations;

import static lv.pumpurs.consultations.Office.OCTOBER;
import static lv.pumpurs.consultations.Room.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.consultations.Consultations.Reader;
import lv.pumpurs.consultations.TimesheetView.Session;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.staff.RolePlace;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.PersonalData;
import lv.pumpurs.spi.PluginWork;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetsDbTest {

    @ParameterizedTest
    @ValueSource(strings = {"t_alfa", "t_beta"})
    void a_month_is_handed_in_with_one_sheet_a_plan_that_carries_what_is_confirmed(String tenant) {
        Town.in(new SchemaName(tenant), town -> {
            Month month = new Month(town);
            confirm(month.room.held("13:00", 40, month.anna, month.juris));
            confirm(month.room.held("08:00", 60, month.anna));
            UUID left = month.room.held("10:00", 40, month.anna).getFirst().id();
            month.provider.decisions.handIn(OCTOBER, false);

            List<SheetHead> sheets = month.provider.read();
            assertThat(sheets).extracting(SheetHead::learnerName).containsExactly("Anna Ozola", "Juris Ozola");
            assertThat(sheets).extracting(SheetHead::stage).containsOnly("SUBMITTED");
            SheetView anna = month.provider.reading.sheet(sheets.getFirst().id());
            assertThat(anna.head().sums()).isEqualTo(new SheetHead.Sums(2, 100));
            assertThat(anna.lessons()).isEqualByComparingTo("2.5");
            assertThat(anna.rows()).extracting(SheetView.Row::startsAt)
                .containsExactly(LocalTime.of(8, 0), LocalTime.of(13, 0));
            assertThat(states(month)).containsExactlyInAnyOrder("SUBMITTED", "SUBMITTED", "SUBMITTED", "HELD");
            assertThat(month.room.consultations.page(month.reader(), new ConsultationFilter(OCTOBER, "HELD", null), 1))
                .extracting(ConsultationLine::id)
                .containsExactly(left);
            assertThat(narrowed(month, "SUBMITTED")).isEqualTo(3);
            assertThat(narrowed(month, "CONFIRMED")).isZero();
            refused(ConsultationProblem.SHEET_EMPTY, () -> month.provider.decisions.handIn(OCTOBER, false));
        });
    }

    @Test
    void what_is_confirmed_later_goes_on_another_sheet_or_on_the_one_that_was_returned() {
        Town.in(TwoTenants.ALFA, town -> {
            Month month = new Month(town);
            confirm(month.room.held("13:00", 40, month.anna));
            month.provider.decisions.handIn(OCTOBER, false);
            confirm(month.room.held("08:00", 40, month.anna));
            month.provider.decisions.handIn(OCTOBER, false);
            assertThat(month.provider.read()).extracting(SheetHead::number).containsExactly(1, 2);

            SheetHead second = month.provider.read().getLast();
            month.school.decisions.giveBack(month.school.decisions.toReturn(second.id()), "Trūkst paraksta");
            confirm(month.room.held("10:00", 40, month.anna));
            month.provider.decisions.handIn(OCTOBER, false);
            assertThat(month.provider.read()).hasSize(2).extracting(SheetHead::stage).containsOnly("SUBMITTED");
            assertThat(month.provider.sheets.sums(List.of(second.id())))
                .containsEntry(second.id(), new SheetHead.Sums(2, 80));
        });
    }

    @Test
    void a_returned_sheet_from_which_all_was_taken_back_is_no_sheet() {
        Town.in(TwoTenants.ALFA, town -> {
            Month month = new Month(town);
            Consultation one = confirm(month.room.held("13:00", 40, month.anna)).getFirst();
            month.provider.decisions.handIn(OCTOBER, false);
            ConsultationSheet sheet = month.school.decisions.toReturn(month.provider.read().getFirst().id());
            month.school.decisions.giveBack(sheet, "Nenotika");
            one.cancel("Nenotika");
            month.room.consultations.write();
            month.room.consultations.discardIfEmpty(sheet);
            town.entities().flush();
            assertThat(month.provider.read()).isEmpty();
            assertThat(month.room.held("13:20", 40, month.anna)).as("times and quantity are free").hasSize(1);
            assertThat(month.room.desk.mine().getFirst().used()).isEqualByComparingTo("1");
        });
    }

    @Test
    void what_came_back_is_reached_by_its_provider_also_when_the_plan_has_been_ended_since() {
        Town.in(TwoTenants.ALFA, town -> {
            Month month = new Month(town);
            UUID one = confirm(month.room.held("13:00", 40, month.anna)).getFirst().id();
            month.provider.decisions.handIn(OCTOBER, false);
            town.entities()
                .createNativeQuery("update support_plan set state = 'TERMINATED', terminated_on = '2020-10-20',"
                        + " reason = 'Izstājās' where learner_id = ?1")
                .setParameter(1, month.anna)
                .executeUpdate();
            town.entities().clear();
            assertThat(month.room.consultations.find(one, month.room.reader(Role.PROVIDER))).isEmpty();
            ConsultationSheet sheet = month.school.decisions.toReturn(month.provider.read().getFirst().id());
            month.school.decisions.giveBack(sheet, "Nenotika");
            assertThat(month.room.consultations.find(one, month.room.reader(Role.PROVIDER))).isPresent();
            assertThat(month.room.consultations.find(one, new Reader(Ids.next(), Set.of(Role.PROVIDER), Room.DAY)))
                .isEmpty();
        });
    }

    @Test
    void a_provider_reads_the_own_sheets_a_school_its_own_and_the_municipality_all() {
        Town.in(TwoTenants.ALFA, town -> {
            Month month = new Month(town);
            confirm(month.room.held("13:00", 40, month.anna));
            month.provider.decisions.handIn(OCTOBER, false);
            UUID sheet = month.provider.read().getFirst().id();
            UUID stranger = ConsultationsDbTest.provider(town);
            UUID elsewhere = town
                .staff("cits@mazpilseta.test",
                        RolePlace.inSchool(Role.SCHOOL_COORDINATOR, town.school("Cita skola").id()))
                .id();
            assertThat(new Office(town.entities(), stranger, Role.PROVIDER).read()).isEmpty();
            assertThat(new Office(town.entities(), elsewhere, Role.SCHOOL_COORDINATOR).read()).isEmpty();
            assertThat(new Office(town.entities(), stranger, Role.GUARDIAN).read()).isEmpty();
            assertThat(month.school.read()).extracting(SheetHead::id).containsExactly(sheet);
            assertThat(month.municipality.read()).extracting(SheetHead::id).containsExactly(sheet);
            assertThat(new Office(town.entities(), elsewhere, Role.SCHOOL_COORDINATOR)
                .decide(SheetAct.VERIFY, ConsultationsPlugin.VERIFY, month.school.read()))
                .containsExactly(ConsultationProblem.SHEET_UNKNOWN.code());
        });
    }

    @Test
    void of_many_that_are_ticked_each_refused_one_is_named_and_keeps_back_no_other() {
        Town.in(TwoTenants.ALFA, town -> {
            Month month = new Month(town);
            confirm(month.room.held("13:00", 40, month.anna, month.juris));
            month.provider.decisions.handIn(OCTOBER, false);
            List<SheetHead> both = month.school.read();
            List<SheetHead> oneOld = List.of(both.getFirst(), old(both.getLast()));
            assertThat(month.school.decide(SheetAct.VERIFY, ConsultationsPlugin.VERIFY, oneOld))
                .containsExactly("", ConsultationProblem.CHANGED.code());
            assertThat(month.municipality.decide(SheetAct.ACCEPT, ConsultationsPlugin.ACCEPT,
                    month.municipality.read()))
                .containsExactly("", ConsultationProblem.SHEET_WRONG_STAGE.code());
            town.entities().clear();
            assertThat(month.school.read()).extracting(SheetHead::stage).containsExactly("ACCEPTED", "SUBMITTED");
            assertThat(month.school.decide(SheetAct.VERIFY, ConsultationsPlugin.VERIFY, both))
                .as("a second click")
                .containsExactly(ConsultationProblem.CHANGED.code(), "");
        });
    }

    @Test
    void the_time_of_a_group_is_counted_once_and_until_it_is_disallowed_for_all_of_it() {
        Town.in(TwoTenants.ALFA, town -> {
            Month month = new Month(town);
            List<Consultation> group = confirm(month.room.held("13:00", 40, month.anna, month.juris));
            confirm(month.room.held("08:00", 60, month.anna));
            month.provider.decisions.handIn(OCTOBER, false);
            TimesheetView sheet = month.timesheet();
            assertThat(sheet.days()).hasSize(1);
            assertThat(sheet.days().getFirst().sessions()).extracting(one -> one.planCodes().size())
                .containsExactly(1, 2);
            assertThat(sheet.total().minutes()).isEqualTo(100);
            assertThat(sheet.total().lessons()).isEqualByComparingTo("2.5");

            month.school.decide(SheetAct.VERIFY, ConsultationsPlugin.VERIFY, month.school.read());
            month.municipality.decide(SheetAct.ACCEPT, ConsultationsPlugin.ACCEPT,
                    List.of(month.school.read().getFirst()));
            assertThat(month.timesheet().stage()).as("the last of its sheets").isEqualTo("VERIFIED");
            month.municipality.decide(SheetAct.ACCEPT, ConsultationsPlugin.ACCEPT, month.school.read());
            assertThat(month.timesheet().stage()).isEqualTo("ACCEPTED");

            UUID measure = group.getFirst().measureId();
            ConsultationDelivery delivery = new ConsultationDelivery(month.room.consultations);
            assertThat(delivery.delivered(Set.of(measure)).get(measure)).isEqualByComparingTo("2.5");
            group.getFirst().disallow("Pārbaude", month.municipality.me.personId());
            month.room.consultations.write();
            assertThat(delivery.delivered(Set.of(measure)).get(measure)).isEqualByComparingTo("1.5");
            assertThat(month.timesheet().total().minutes()).isEqualTo(100);
            group.getLast().disallow("Pārbaude", month.municipality.me.personId());
            month.room.consultations.write();
            assertThat(month.timesheet().total().minutes()).isEqualTo(60);
            assertThat(month.timesheet().days().getFirst().sessions()).extracting(Session::time)
                .contains(TimesheetView.Time.NONE);
            assertThat(states(month)).containsExactlyInAnyOrder("DISALLOWED", "DISALLOWED", "ACCEPTED");
        });
    }

    @Test
    void each_step_is_in_the_worklist_of_whose_turn_it_is() {
        Town.in(TwoTenants.ALFA, town -> {
            Month month = new Month(town);
            confirm(month.room.held("13:00", 40, month.anna));
            Office later = new Office(town.entities(), month.provider.me.personId(), DAY.plusMonths(1).atStartOfDay(),
                    Role.PROVIDER);
            assertThat(titles(month.provider)).as("the month is not over").isEmpty();
            assertThat(titles(later)).containsExactly("consultations.work.month");
            assertThat(later.work.due(later.me).getFirst().items()).extracting(PluginWork.Item::path)
                .containsExactly("consultations/month?month=2020-10");
            later.decisions.handIn(OCTOBER, false);
            assertThat(titles(later)).isEmpty();
            assertThat(titles(month.school)).containsExactly("consultations.work.verify");
            assertThat(titles(month.municipality)).isEmpty();
            month.school.decide(SheetAct.VERIFY, ConsultationsPlugin.VERIFY, month.school.read());
            assertThat(titles(month.school)).isEmpty();
            assertThat(titles(month.municipality)).containsExactly("consultations.work.accept");
            UUID sheet = month.school.read().getFirst().id();
            refused(ConsultationProblem.SHEET_WRONG_STAGE, () -> month.school.decisions.toReturn(sheet));
            month.municipality.decisions.giveBack(month.municipality.decisions.toReturn(sheet), "Trūkst paraksta");
            assertThat(titles(later)).containsExactly("consultations.work.returned");
        });
    }

    @Test
    void whoever_is_forgotten_leaves_what_was_paid_for_and_no_sentence() {
        Town.in(TwoTenants.ALFA, town -> {
            Month month = new Month(town);
            confirm(month.room.held("13:00", 40, month.anna));
            month.provider.decisions.handIn(OCTOBER, false);
            UUID sheet = month.provider.read().getFirst().id();
            month.school.decisions.giveBack(month.school.decisions.toReturn(sheet), "Anna nebija");
            KeptConsultations kept = new KeptConsultations(town.entities());
            var anna = new PersonalData.Subject(PersonalData.Kind.LEARNER, Set.of(month.anna));
            assertThat(kept.of(anna, month.anna)).extracting(PersonalData.Section::table)
                .containsExactly("consultation", "consultation_sheet");
            assertThat(kept.of(anna, month.anna).toString()).contains("RETURNED").doesNotContain("Anna nebija");
            kept.anonymise(anna);
            town.entities().clear();
            assertThat(month.provider.reading.sheet(sheet).course().returned()).isEqualTo(PersonalData.GONE);
            assertThat(kept.anonymise(anna)).as("once more").isZero();
        });
    }

    @Test
    void what_is_no_key_of_a_sheet_is_passed_over() {
        Town.in(TwoTenants.ALFA, town -> {
            Office school = new Office(town.entities(), ConsultationsDbTest.provider(town), Role.SCHOOL_COORDINATOR);
            assertThat(school.decisions.decide(SheetAct.VERIFY, ConsultationsPlugin.VERIFY,
                    List.of("-".repeat(36) + ":1", "x", "", "0190f00d-0000-7000-8000-000000000001:9999999999")))
                .isEmpty();
        });
    }

    private static SheetHead old(SheetHead one) {
        return new SheetHead(one.id(), one.version() - 1, one.month(), one.number(), one.stage(), one.learnerId(),
                one.learnerName(), one.className(), one.planCode(), one.providerName(), one.schoolName(), one.sums());
    }

    private static List<String> titles(Office office) {
        return office.work.due(office.me).stream().map(PluginWork.Group::titleKey).toList();
    }

    private static List<String> states(Month month) {
        return month.room.consultations.page(month.reader(), new ConsultationFilter(null, null, null), 1)
            .stream()
            .map(ConsultationLine::state)
            .toList();
    }

    private static long narrowed(Month month, String state) {
        return month.room.consultations.count(month.reader(), new ConsultationFilter(null, state, null));
    }

    static List<Consultation> confirm(List<Consultation> session) {
        session.forEach(one -> one.confirm(Way.CODE, DAY));
        return session;
    }

    private static void refused(ConsultationProblem problem, Runnable act) {
        assertThatExceptionOfType(Refused.class).isThrownBy(act::run)
            .satisfies(refused -> assertThat(refused.type()).isEqualTo(problem));
    }
}
