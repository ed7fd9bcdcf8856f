package lv.pumpurs.consultations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TypedTest {

    /** White space, but not for the constraint on blank texts. */
    private static final String WIDE = "\u2003";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    @Test
    void what_is_only_white_space_of_any_kind_is_no_text() {
        assertThat(new ReturnSheet(1, WIDE).reason()).isEmpty();
        assertThat(new Disallow(1, WIDE).reason()).isEmpty();
        assertThat(new CancelConsultation(1, WIDE, false).reason()).isEmpty();
        assertThat(new RecordConsultation(null, DAY, LocalTime.NOON, 40, WIDE, null, false, false).subject()).isEmpty();
        assertThat(new RecordOrder(new UUID(0, 1), WIDE, DAY, DAY, DAY, List.of(), null).number()).isEmpty();
    }

    @Test
    void a_text_is_kept_without_what_surrounds_it() {
        assertThat(new ReturnSheet(1, WIDE + " Trūkst paraksta\n").reason()).isEqualTo("Trūkst paraksta");
    }

    @Test
    void a_time_is_kept_in_minutes_so_that_it_stays_on_its_day() {
        assertThat(new Slot(DAY, LocalTime.MAX, 40).startsAt()).isEqualTo(LocalTime.of(23, 59));
    }
}
