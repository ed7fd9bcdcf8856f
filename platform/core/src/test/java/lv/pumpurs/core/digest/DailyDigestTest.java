package lv.pumpurs.core.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.digest.Digests.Reader;
import lv.pumpurs.spi.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DailyDigestTest {

    /** 25 November 2026 is a Wednesday; Riga is two hours ahead in winter, three in summer. */
    @ParameterizedTest
    @CsvSource({"2026-11-25T04:59:59Z,false", "2026-11-25T05:00:00Z,true", "2026-06-24T03:59:59Z,false",
            "2026-06-24T04:00:00Z,true", "2026-11-27T21:59:59Z,true", "2026-11-27T22:00:00Z,false",
            "2026-11-28T09:00:00Z,false", "2026-11-29T09:00:00Z,false", "2026-11-30T05:00:00Z,true"})
    void digests_are_written_on_working_days_from_the_hour_on_in_latvia(Instant now, boolean written) {
        Steps steps = new Steps(Optional.of(List.of(new Reader(new UUID(1, 1), Set.of(Role.PLAN_AUTHOR)))));
        new DailyDigest(steps, InstantSource.fixed(now), 7).write();
        assertThat(steps.did).hasSize(written ? 3 : 0);
    }

    @Test
    void a_day_ends_when_everybody_has_been_asked_even_if_there_is_nobody() {
        Steps steps = new Steps(Optional.of(List.of()));
        new DailyDigest(steps, InstantSource.fixed(Instant.parse("2026-11-25T10:00:00Z")), 7).write();
        assertThat(steps.did).containsExactly("begin 2026-11-25", "end 2026-11-25");
    }

    @Test
    void a_day_that_another_server_has_is_left_alone() {
        Steps steps = new Steps(Optional.empty());
        new DailyDigest(steps, InstantSource.fixed(Instant.parse("2026-11-25T10:00:00Z")), 7).write();
        assertThat(steps.did).containsExactly("begin 2026-11-25");
    }

    private static final class Steps extends DigestSteps {

        private final List<String> did = new ArrayList<>();
        private final Optional<List<Reader>> readers;

        @SuppressWarnings("NullAway") // nothing is asked of the database
        Steps(Optional<List<Reader>> readers) {
            super(null);
            this.readers = readers;
        }

        @Override
        Optional<List<Reader>> begin(LocalDate day, Instant now) {
            did.add("begin " + day);
            return readers;
        }

        @Override
        void write(Reader reader, LocalDate day, Instant now) {
            did.add("write " + day);
        }

        @Override
        void end(LocalDate day) {
            did.add("end " + day);
        }
    }
}
