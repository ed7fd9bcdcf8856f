package lv.pumpurs.core.personalcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import lv.pumpurs.core.personalcode.PersonalCode.Warning;
import lv.pumpurs.spi.Refused;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalCodeTest {

    /** The two old codes by which a public library explains the checksum. */
    @ParameterizedTest
    @ValueSource(strings = {"161175-19997", "16117519997", " 161175-19997 "})
    void an_old_code_is_taken_with_and_without_hyphen(String typed) {
        var code = PersonalCode.of(typed);
        assertThat(code.oldForm()).isTrue();
        assertThat(code.warnings()).isEmpty();
        assertThat(code.written()).isEqualTo("161175-19997");
    }

    @Test
    void a_new_code_has_no_checksum() {
        assertThat(PersonalCode.of("328673-00679").warnings()).isEmpty();
        assertThat(PersonalCode.of("399999-99999").oldForm()).isFalse();
    }

    @Test
    void a_wrong_checksum_is_a_warning_only() {
        assertThat(PersonalCode.of("161175-19998").warnings()).containsExactly(Warning.CHECKSUM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "161175", "161175-1999", "161175-199977", "1611751-9997", "16117519997x",
            "320175-19997x", "001175-19997", "161375-19997", "300275-19997", "290201-10000", "310475-12345",
            "301175--19997"})
    void a_text_of_neither_form_is_refused(String typed) {
        assertThatThrownBy(() -> PersonalCode.of(typed)).isInstanceOf(Refused.class);
    }

    @Test
    void a_leap_day_is_a_day_of_leap_years_only() {
        assertThat(PersonalCode.of("290204-20000").oldForm()).isTrue();
        assertThatThrownBy(() -> PersonalCode.of("290203-20000")).isInstanceOf(Refused.class);
    }

    @Test
    void only_the_last_four_digits_are_shown() {
        var code = PersonalCode.of("161175-19997");
        assertThat(code.masked()).isEqualTo("******-*9997");
        assertThat(code.toString()).doesNotContain("161175");
    }

    @Test
    void a_refusal_does_not_repeat_what_was_typed() {
        assertThatThrownBy(() -> PersonalCode.of("161175-1999X")).message().doesNotContain("161175");
    }

    @Property
    void a_made_up_code_is_right_and_marked_as_never_issued(@ForAll @LongRange(min = 0, max = 20_000) long day,
            @ForAll @IntRange(min = 0, max = 999) int serial) {
        var code = PersonalCode.neverIssued(LocalDate.of(1970, 1, 1).plusDays(day), serial);
        assertThat(code.warnings()).containsExactly(Warning.NEVER_ISSUED);
        assertThat(PersonalCode.of(code.written())).isEqualTo(code);
    }
}
