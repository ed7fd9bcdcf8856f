package lv.pumpurs.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MeasuredTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void a_percentile_is_the_smallest_latency_that_this_share_did_not_exceed() {
        long[] hundredDownToOne = LongStream.rangeClosed(1, 100).map(i -> (101 - i) * 1_000_000).toArray();
        Measured measured = new Measured(SECOND, hundredDownToOne, new Cpu(0, 0));
        assertThat(measured.percentile(0.5)).isEqualTo(50);
        assertThat(measured.percentile(0.95)).isEqualTo(95);
        assertThat(measured.percentile(0.99)).isEqualTo(99);
        assertThat(measured.percentile(1)).isEqualTo(100);
        long[] three = {3_000_000, 1_000_000, 2_000_000};
        assertThat(new Measured(SECOND, three, new Cpu(0, 0)).percentile(0.5)).isEqualTo(2);
        assertThat(new Measured(SECOND, new long[]{7_000_000}, new Cpu(0, 0)).percentile(0.95)).isEqualTo(7);
    }

    @Test
    void slices_of_a_kind_add_up() {
        Measured first = new Measured(2 * SECOND, new long[]{1_000_000, 3_000_000}, new Cpu(20, 10));
        Measured second = new Measured(2 * SECOND, new long[]{2_000_000, 4_000_000}, new Cpu(30, 50));
        Measured both = Measured.NOTHING.plus(first).plus(second);
        assertThat(both.requests()).isEqualTo(4);
        assertThat(both.rate()).isEqualTo(1);
        assertThat(both.percentile(0.5)).isEqualTo(2);
        assertThat(both.libertyPerThousand()).isEqualTo(0.5 / 4 * 1000);
        assertThat(both.postgresPerThousand()).isEqualTo(0.6 / 4 * 1000);
        assertThat(both.cpuPerThousand()).isEqualTo(1.1 / 4 * 1000);
    }

    @Test
    void the_median_of_an_even_number_lies_between_the_middle_two() {
        assertThat(Report.median(java.util.List.of(4.0, 1.0, 2.0))).isEqualTo(2);
        assertThat(Report.median(java.util.List.of(4.0, 1.0, 2.0, 3.0))).isEqualTo(2.5);
    }
}
