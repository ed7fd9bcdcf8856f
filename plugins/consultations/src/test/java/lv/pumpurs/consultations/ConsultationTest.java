package lv.pumpurs.consultations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Refused;
import org.junit.jupiter.api.Test;

class ConsultationTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void a_consultation_held_today_is_recorded() {
        Consultation consultation = heldOn(TODAY);

        assertThat(consultation.heldOn()).isEqualTo(TODAY);
        assertThat(consultation.minutes()).isEqualTo(40);
        assertThat(consultation.subject()).isEqualTo("Matemātika");
    }

    @Test
    void a_consultation_of_tomorrow_is_refused() {
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> heldOn(TODAY.plusDays(1)))
            .satisfies(refused -> assertThat(refused.type()).isEqualTo(ConsultationProblem.IN_FUTURE));
    }

    private static Consultation heldOn(LocalDate day) {
        return Consultation.held(Ids.next(), Ids.next(), Ids.next(), day, TODAY, "Matemātika", 40);
    }
}
