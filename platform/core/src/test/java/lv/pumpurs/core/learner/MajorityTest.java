package lv.pumpurs.core.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a learner comes of age. */
class MajorityTest {

    @ParameterizedTest
    @CsvSource({"2008-11-25,2026-11-24,false", "2008-11-25,2026-11-25,true", "2008-11-26,2026-11-25,false",
            "2008-02-29,2026-02-28,false", "2008-02-29,2026-03-01,true", "2008-02-29,2028-02-29,true",
            "2008-02-28,2026-02-28,true", "2008-03-01,2026-03-01,true"})
    void a_learner_comes_of_age_on_the_eighteenth_birthday(LocalDate bornOn, LocalDate day, boolean ofAge) {
        assertThat(Majority.reached(bornOn, day)).isEqualTo(ofAge);
    }

    @ParameterizedTest
    @CsvSource({"2008-11-25,2026-11-24", "2008-02-29,2026-02-28", "2008-03-01,2026-02-28", "2008-01-01,2025-12-31"})
    void somebody_else_stands_for_a_child_until_the_day_before(LocalDate bornOn, LocalDate last) {
        assertThat(Majority.lastDayBefore(bornOn)).isEqualTo(last);
        assertThat(Majority.reached(bornOn, last)).isFalse();
        assertThat(Majority.reached(bornOn, last.plusDays(1))).isTrue();
    }
}
