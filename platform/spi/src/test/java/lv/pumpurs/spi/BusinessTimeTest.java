package lv.pumpurs.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessTimeTest {

    @ParameterizedTest
    @CsvSource({"2026-01-15T21:59:59Z, 2026-01-15", "2026-01-15T22:00:00Z, 2026-01-16",
            "2026-07-15T20:59:59Z, 2026-07-15", "2026-07-15T21:00:00Z, 2026-07-16"})
    void the_day_changes_at_midnight_in_riga_in_winter_and_in_summer(Instant instant, LocalDate day) {
        assertThat(BusinessTime.today(InstantSource.fixed(instant))).isEqualTo(day);
    }
}
