package lv.pumpurs.consultations;

import static lv.pumpurs.consultations.Trial.DAY;
import static lv.pumpurs.consultations.Trial.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.consultations.DirectorOrder.Paper;
import lv.pumpurs.spi.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule at its edges: the last value that it allows, and the first that it does not. */
class RuleTest {

    @Test
    void what_keeps_every_rule_breaks_none() {
        assertThat(new Trial().broken()).isEmpty();
    }

    @Test
    void the_plan_is_in_force_from_its_first_to_its_last_day() {
        assertThat(new Trial().plan(DAY, DAY).broken()).isEmpty();
        assertThat(new Trial().plan(DAY.plusDays(1), DAY.plusDays(30)).broken()).containsExactly(Rule.PLAN_ACTIVE);
        assertThat(new Trial().plan(DAY.minusDays(30), DAY.minusDays(1)).broken()).containsExactly(Rule.PLAN_ACTIVE);
    }

    @Test
    void a_plan_that_rests_is_not_in_force_until_the_day_on_which_it_goes_on() {
        assertThat(new Trial().rested(DAY, null).broken()).containsExactly(Rule.PLAN_ACTIVE);
        assertThat(new Trial().rested(DAY.minusDays(5), DAY.plusDays(1)).broken()).containsExactly(Rule.PLAN_ACTIVE);
        assertThat(new Trial().rested(DAY.minusDays(5), DAY).broken()).isEmpty();
        assertThat(new Trial().rested(DAY.plusDays(1), null).broken()).isEmpty();
    }

    @Test
    void the_measure_is_given_from_its_first_to_its_last_day() {
        assertThat(new Trial().measure(DAY, DAY).broken()).isEmpty();
        assertThat(new Trial().measure(DAY.plusDays(1), DAY.plusDays(2)).broken()).containsExactly(Rule.IN_PERIOD);
        assertThat(new Trial().measure(DAY.minusDays(2), DAY.minusDays(1)).broken()).containsExactly(Rule.IN_PERIOD);
    }

    @Test
    void nobody_but_the_provider_of_the_plan_gives_the_measure() {
        assertThat(new Trial().by(Ids.next()).broken()).containsExactly(Rule.OWN_MEASURE);
    }

    @ParameterizedTest
    @CsvSource({"9.00,40,true", "9.01,40,false", "8.00,80,true", "8.00,81,false", "10.00,1,false"})
    void together_it_is_no_more_than_is_planned(String used, int minutes, boolean goes) {
        assertThat(new Trial().used(used).at(DAY, "08:00", minutes).broken().isEmpty()).isEqualTo(goes);
    }

    @ParameterizedTest
    @CsvSource({"consultation hour,60,1.50", "hour,60,1.00", "hour,40,0.67", "session,55,1.00",
            "consultation hour,1,0.03"})
    void minutes_count_in_the_unit_of_the_measure(String unit, int minutes, String quantity) {
        assertThat(new Trial().unit(unit).at(DAY, "08:00", minutes).intended().quantity()).isEqualTo(quantity);
    }

    @ParameterizedTest
    @CsvSource({"13:20,40,true", "13:21,40,false", "14:39,40,false", "14:40,40,true", "14:10,10,false",
            "13:00,240,false"})
    void one_begins_when_the_other_has_ended(String at, int minutes, boolean goes) {
        List<Slot> other = List.of(new Slot(DAY, LocalTime.parse(at), minutes));
        assertThat(new Trial().taken(other, List.of()).broken())
            .isEqualTo(goes ? List.of() : List.of(Rule.PROVIDER_FREE));
        assertThat(new Trial().taken(List.of(), other).broken())
            .isEqualTo(goes ? List.of() : List.of(Rule.LEARNER_FREE));
        List<Slot> nextDay = List.of(new Slot(DAY.plusDays(1), LocalTime.parse(at), minutes));
        assertThat(new Trial().taken(nextDay, nextDay).broken()).isEmpty();
    }

    @Test
    void nothing_is_held_on_a_public_holiday_or_a_day_off_of_the_school() {
        LocalDate holiday = LocalDate.of(2026, 11, 18);
        assertThat(new Trial().at(holiday, "14:00", 40).broken()).containsExactly(Rule.NO_HOLIDAY);
        assertThat(new Trial().at(holiday.plusDays(1), "14:00", 40).broken()).isEmpty();
        assertThat(new Trial().daysOff(DAY).broken()).containsExactly(Rule.NO_HOLIDAY);
        assertThat(new Trial().daysOff(DAY.plusDays(1)).broken()).isEmpty();
    }

    @Test
    void what_was_held_has_begun() {
        assertThat(new Trial().now(DAY.atTime(14, 0)).broken()).isEmpty();
        assertThat(new Trial().now(DAY.atTime(13, 59)).broken()).containsExactly(Rule.NOT_IN_FUTURE);
        assertThat(new Trial().now(DAY.atTime(13, 59)).planned().broken()).isEmpty();
        assertThat(new Trial().at(DAY.plusDays(1), "08:00", 40).now(NOW).broken()).containsExactly(Rule.NOT_IN_FUTURE);
    }

    @Test
    void a_remote_one_has_an_order() {
        assertThat(new Trial().remote(null).broken()).containsExactly(Rule.ORDERED);
        assertThat(new Trial().remote(order(Set.of(), Set.of())).broken()).isEmpty();
    }

    @Test
    void an_order_covers_its_days_providers_and_plans() {
        UUID school = Trial.SCHOOL;
        UUID me = Trial.PROVIDER;
        DirectorOrder all = order(Set.of(), Set.of());
        assertThat(all.covers(school, DAY, me, "LUB-1")).isTrue();
        assertThat(all.covers(school, DAY.plusDays(7), me, "LUB-1")).isTrue();
        assertThat(all.covers(school, DAY.plusDays(8), me, "LUB-1")).isFalse();
        assertThat(all.covers(school, DAY.minusDays(1), me, "LUB-1")).isFalse();
        assertThat(all.covers(Ids.next(), DAY, me, "LUB-1")).isFalse();
        assertThat(order(Set.of(me), Set.of("LUB-1")).covers(school, DAY, me, "LUB-1")).isTrue();
        assertThat(order(Set.of(Ids.next()), Set.of()).covers(school, DAY, me, "LUB-1")).isFalse();
        assertThat(order(Set.of(), Set.of("LUB-2")).covers(school, DAY, me, "LUB-1")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = Rule.class, names = {"IN_PERIOD", "IN_QUANTITY", "NO_HOLIDAY"})
    void a_school_may_choose_to_be_warned_only_of_what_harms_nobody(Rule rule) {
        assertThat(rule.mayWarn()).isTrue();
        assertThat(List.of(Rule.values()).stream().filter(Rule::mayWarn)).hasSize(3);
    }

    private static DirectorOrder order(Set<UUID> providers, Set<String> plans) {
        DirectorOrder order = new DirectorOrder(Ids.next(), Trial.SCHOOL,
                new Paper("1-9/7", DAY.minusDays(1), DAY, DAY.plusDays(7)), Ids.next());
        order.only(providers, plans);
        return order;
    }
}
