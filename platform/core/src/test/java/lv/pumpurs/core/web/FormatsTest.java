package lv.pumpurs.core.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FormatsTest {

    private final Formats lv = new Formats(Languages.LATVIAN);
    private final Formats en = new Formats(Languages.ENGLISH);

    @Test
    void dates_are_written_as_in_latvia() {
        assertThat(lv.date(LocalDate.of(2026, 11, 2))).isEqualTo("02.11.2026.");
        assertThat(en.date(LocalDate.of(2026, 11, 2))).isEqualTo("2 Nov 2026");
        assertThat(lv.date(null)).isEmpty();
    }

    @Test
    void times_are_those_of_riga_in_summer_and_in_winter() {
        assertThat(lv.dateTime(Instant.parse("2026-11-23T12:05:00Z"))).isEqualTo("23.11.2026. 14:05");
        assertThat(lv.dateTime(Instant.parse("2026-06-23T12:05:00Z"))).isEqualTo("23.06.2026. 15:05");
    }

    @Test
    void thousands_are_parted_by_a_space_that_does_not_break() {
        assertThat(lv.number(new BigDecimal("1234.50"))).isEqualTo("1\u00a0234,5");
        assertThat(en.number(new BigDecimal("1234.50"))).isEqualTo("1,234.5");
        assertThat(lv.number(null)).isEmpty();
    }

    @Test
    void a_difference_carries_its_sign() {
        assertThat(lv.difference(new BigDecimal("-1"))).isEqualTo("\u22121");
        assertThat(lv.difference(BigDecimal.TWO)).isEqualTo("+2");
        assertThat(lv.difference(BigDecimal.ZERO)).isEqualTo("0");
    }

    @Test
    void school_years_and_semesters_have_words() {
        assertThat(lv.term("2020/2021")).isEqualTo("2020./2021.\u00a0m.g.");
        assertThat(lv.term("2020/2021-1")).isEqualTo("2020./2021.\u00a0m.g. 1.\u00a0semestris");
        assertThat(en.term("2020/2021-2")).isEqualTo("2020/2021, semester\u00a02");
        assertThat(lv.semester("2020/2021-1")).isEqualTo("1.\u00a0semestris");
        assertThat(lv.term("soon")).isEqualTo("soon");
    }
}
