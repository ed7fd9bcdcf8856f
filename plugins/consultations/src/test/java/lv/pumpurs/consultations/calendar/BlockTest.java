package lv.pumpurs.consultations.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import lv.pumpurs.consultations.calendar.Block.Hours;
import org.junit.jupiter.api.Test;

class BlockTest {

    private static final int FROM_7_TO_20 = 26;

    @Test
    void an_empty_day_is_free_by_half_hours_from_7_to_20() {
        List<Block> blocks = blocks(true);
        assertThat(blocks).hasSize(FROM_7_TO_20).allMatch(block -> block.free() && block.halves() == 1);
        assertThat(blocks.getFirst().from()).isEqualTo("07:00");
        assertThat(blocks.getLast().from()).isEqualTo("19:30");
    }

    @Test
    void a_day_without_teaching_has_nothing_free() {
        assertThat(blocks(false)).hasSize(FROM_7_TO_20).noneMatch(Block::free);
    }

    @Test
    void what_is_taken_is_as_long_as_the_half_hours_that_it_touches() {
        List<Block> blocks = blocks(true, entry("14:10", 40, "PLANNED"));
        assertThat(of(blocks, "14:00")).satisfies(block -> {
            assertThat(block.halves()).isEqualTo(2);
            assertThat(block.free()).isFalse();
        });
        assertThat(of(blocks, "13:30").free()).isTrue();
        assertThat(of(blocks, "15:00").free()).isTrue();
        assertThat(halves(blocks)).isEqualTo(FROM_7_TO_20);
    }

    @Test
    void two_that_share_a_half_hour_stand_together_with_whatever_follows_in_it() {
        List<Block> blocks = blocks(true, entry("10:00", 20, "HELD"), entry("10:20", 40, "HELD"),
                entry("10:45", 30, "CANCELLED"));
        assertThat(of(blocks, "10:00")).satisfies(block -> {
            assertThat(block.halves()).isEqualTo(3);
            assertThat(block.entries()).hasSize(3);
        });
        assertThat(halves(blocks)).isEqualTo(FROM_7_TO_20);
    }

    @Test
    void a_time_that_was_called_off_is_shown_and_free() {
        for (String off : List.of("CANCELLED", "RESCHEDULED")) {
            assertThat(of(blocks(true, entry("08:00", 30, off)), "08:00"))
                .satisfies(block -> assertThat(block.free() && block.entries().size() == 1).isTrue());
        }
        assertThat(of(blocks(true, entry("08:00", 30, "NO_SHOW")), "08:00").free()).isFalse();
    }

    @Test
    void something_early_or_late_makes_every_day_longer() {
        Hours hours = Hours.of(List.of(entry("06:20", 40, "HELD"), entry("20:00", 45, "HELD"),
                new Entry(UUID.randomUUID(), null, 40, "", "HELD", 1, "")));
        assertThat(hours).isEqualTo(new Hours(12, 42));
        assertThat(Hours.of(List.of(entry("23:40", 60, "HELD"))).last()).as("no further than midnight").isEqualTo(48);
    }

    private static List<Block> blocks(boolean open, Entry... entries) {
        return Block.of(List.of(entries), Hours.of(List.of(entries)), open);
    }

    private static Block of(List<Block> blocks, String from) {
        Stream<Block> found = blocks.stream().filter(block -> block.from().equals(LocalTime.parse(from)));
        return found.findFirst().orElseThrow();
    }

    private static int halves(List<Block> blocks) {
        return blocks.stream().mapToInt(Block::halves).sum();
    }

    private static Entry entry(String at, int minutes, String state) {
        return new Entry(UUID.randomUUID(), LocalTime.parse(at), minutes, "Matemātika", state, 1, "Anna Ozola");
    }
}
