package lv.pumpurs.consultations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicHolidaysTest {

    @ParameterizedTest
    @CsvSource({"2017,04-16", "2018,04-01", "2019,04-21", "2020,04-12", "2021,04-04", "2024,03-31", "2026,04-05",
            "2027,03-28", "2038,04-25", "2008,03-23"})
    void easter_is_the_sunday_of_the_church_calendar(int year, String day) {
        assertThat(PublicHolidays.easter(year)).isEqualTo(LocalDate.parse(year + "-" + day));
    }

    @Test
    void a_year_has_its_days_with_a_date_and_those_that_follow_easter() {
        assertThat(PublicHolidays.of(2026).keySet())
            .containsExactlyElementsOf(days("2026-01-01", "2026-04-03", "2026-04-05",
                    "2026-04-06", "2026-05-01", "2026-05-04", "2026-05-10", "2026-05-24", "2026-06-23", "2026-06-24",
                    "2026-11-18", "2026-12-24", "2026-12-25", "2026-12-26", "2026-12-31"));
    }

    @ParameterizedTest
    @CsvSource({"2023-11-20,Saturday", "2018-11-19,Sunday", "2024-05-06,Saturday", "2025-05-05,Sunday",
            "2028-11-20,Saturday"})
    void the_working_day_after_a_national_day_on_a_weekend_is_free(LocalDate day, String fellOn) {
        assertThat(PublicHolidays.isHoliday(day)).as(fellOn).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2026-05-05", "2026-11-19", "2023-11-21", "2024-05-07", "2023-12-27", "2026-06-22", "2025-11-17",
            "2026-04-02", "2026-04-07"})
    void a_day_beside_a_holiday_is_a_day_of_school(LocalDate day) {
        assertThat(PublicHolidays.isHoliday(day)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2018-07-09", "2018-09-24", "2023-05-29", "2023-07-10"})
    void days_given_once_are_free_in_their_year_only(LocalDate day) {
        assertThat(PublicHolidays.isHoliday(day)).isTrue();
        assertThat(PublicHolidays.isHoliday(day.plusYears(1))).isFalse();
    }

    private static Iterable<LocalDate> days(String... days) {
        return Stream.of(days).map(LocalDate::parse).toList();
    }
}
