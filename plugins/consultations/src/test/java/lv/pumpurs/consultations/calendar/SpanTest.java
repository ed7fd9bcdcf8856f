package lv.pumpurs.consultations.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.AbstractMultivaluedMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    /** A leap February, one that fills four weeks exactly, and months that need five and six. */
    @ParameterizedTest
    @CsvSource({"2024-02-29,2024-01-29,2024-03-03", "2021-02-10,2021-02-01,2021-02-28",
            "2023-02-28,2023-01-30,2023-03-05", "2026-11-25,2026-10-26,2026-12-06", "2026-08-01,2026-07-27,2026-09-06"})
    void a_month_is_whole_weeks_from_a_monday(LocalDate on, LocalDate first, LocalDate last) {
        Span month = Span.of("month", on);
        assertThat(month.first()).isEqualTo(first);
        assertThat(month.last()).isEqualTo(last);
        assertThat(month.isWithin(on)).isTrue();
    }

    @Property(tries = 300)
    void every_month_begins_with_a_monday_and_holds_each_of_its_days_once(
            @ForAll @IntRange(min = 0, max = 36_500) int day) {
        LocalDate on = LocalDate.of(2000, 1, 1).plusDays(day);
        Span month = Span.of("month", on);
        List<LocalDate> days = month.days();
        assertThat(days.size() % 7).isZero();
        assertThat(days.getFirst().getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
        assertThat(days.stream().filter(month::isWithin).toList()).hasSize(on.lengthOfMonth()).doesNotHaveDuplicates();
        assertThat(days).contains(on).hasSizeBetween(28, 42);
    }

    /** The clocks go forward in the night to 29 March 2026 and back in that to 25 October. */
    @ParameterizedTest
    @CsvSource({"2026-03-29,2026-03-23", "2026-10-25,2026-10-19"})
    void a_week_in_which_the_clocks_change_has_seven_days(LocalDate sunday, LocalDate monday) {
        Span week = Span.of("week", sunday);
        assertThat(week.days()).hasSize(7).startsWith(monday).endsWith(sunday);
        assertThat(week.next()).isEqualTo(sunday.plusDays(7));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-25,48", "2026-12-31,53", "2027-01-01,53", "2027-01-04,1", "2024-12-30,1"})
    void weeks_are_counted_from_that_of_the_first_thursday(LocalDate day, int number) {
        assertThat(Span.week(day)).isEqualTo(number);
    }

    @Test
    void one_goes_back_and_on_by_what_is_shown() {
        Span day = Span.of("day", LocalDate.of(2024, 2, 29));
        assertThat(List.of(day.previous(), day.next()))
            .containsExactly(LocalDate.of(2024, 2, 28), LocalDate.of(2024, 3, 1));
        Span month = Span.of("month", LocalDate.of(2026, 3, 31));
        assertThat(List.of(month.previous(), month.next()))
            .containsExactly(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 4, 1));
        assertThat(Span.of("week", TODAY).previous()).isEqualTo(LocalDate.of(2026, 11, 18));
    }

    @Test
    void what_an_address_says_wrongly_counts_as_not_said() {
        assertThat(Span.of(query(Map.of("view", "month", "on", "2026-01-15")), TODAY))
            .isEqualTo(Span.of("month", LocalDate.of(2026, 1, 15)));
        for (String wrong : List.of("", "2026-02-30", "2026-1-1", "9999-12-31", "x'--", "2026-11-25T10:00")) {
            assertThat(Span.of(query(Map.of("view", wrong, "on", wrong)), TODAY)).as(wrong)
                .isEqualTo(Span.of("week", TODAY));
        }
    }

    private static MultivaluedMap<String, String> query(Map<String, String> values) {
        var query = new AbstractMultivaluedMap<String, String>(new HashMap<>()) {
        };
        values.forEach(query::putSingle);
        return query;
    }
}
