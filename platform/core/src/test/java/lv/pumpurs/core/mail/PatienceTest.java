package lv.pumpurs.core.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PatienceTest {

    @Test
    void each_pause_is_longer_than_the_one_before_and_the_seventh_failure_is_the_last() {
        var pauses = IntStream.rangeClosed(1, 6).mapToObj(Patience::after).map(Optional::orElseThrow).toList();
        assertThat(pauses).isSorted().doesNotHaveDuplicates().startsWith(Duration.ofMinutes(1));
        assertThat(Patience.after(7)).isEmpty();
    }

    @Test
    void only_what_surely_did_not_go_out_is_tried_again() {
        for (Fate fate : Fate.values()) {
            assertThat(fate.canBeTriedAgain()).as(fate.name())
                .isEqualTo(fate == Fate.UNREACHABLE || fate == Fate.REFUSED);
        }
    }
}
