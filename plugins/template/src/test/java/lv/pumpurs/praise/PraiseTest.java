package lv.pumpurs.praise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.PluginSettings.Values;
import lv.pumpurs.spi.Refused;
import org.junit.jupiter.api.Test;

class PraiseTest {

    @Test
    void a_praise_may_be_as_long_as_the_school_says_and_no_longer() {
        assertThat(given("Malacis", new School(7, true)).words()).isEqualTo("Malacis");
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> given("Malacis!", new School(7, true)))
            .satisfies(refused -> {
                assertThat(refused.type()).isEqualTo(PraiseProblem.TOO_LONG);
                assertThat(refused.fields()).containsOnlyKeys("words");
                assertThat(refused.arguments()).containsExactly(7);
            });
    }

    @Test
    void the_school_says_whether_the_family_sees_a_praise_when_it_is_written() {
        assertThat(given("Malacis", new School(7, true)).isShownToFamily()).isTrue();
        assertThat(given("Malacis", new School(7, false)).isShownToFamily()).isFalse();
    }

    private static Praise given(String words, Values school) {
        return Praise.given(Ids.next(), Ids.next(), LocalDate.of(2026, 11, 25), words, school);
    }

    /** What a school is set to. */
    private record School(int longest, boolean family) implements Values {

        @Override
        public int number(String name) {
            assertThat(name).isEqualTo("longest");
            return longest;
        }

        @Override
        public boolean flag(String name) {
            assertThat(name).isEqualTo("family");
            return family;
        }

        @Override
        public String text(String name) {
            throw new IllegalArgumentException(name);
        }
    }
}
