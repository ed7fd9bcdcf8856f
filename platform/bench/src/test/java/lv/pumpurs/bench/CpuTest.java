package lv.pumpurs.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CpuTest {

    @Test
    void own_time_and_that_of_buried_children_are_read_whatever_the_process_is_called() {
        String stat = "4711 (a name) 1 (S) S 1 4711 4711 0 -1 4194304 1 2 3 4 250 50 1000 7 20 0 1 0 99 1000 2000 rest";
        assertThat(Cpu.parse(stat)).isEqualTo(new Cpu.Ticks(300, 1007));
    }

    @Test
    void what_was_used_between_two_readings_is_told_in_seconds() {
        Cpu used = new Cpu(1500, 700).since(new Cpu(1250, 690));
        assertThat(used.libertySeconds()).isEqualTo(2.5);
        assertThat(used.postgresSeconds()).isEqualTo(0.1);
    }

    @Test
    void a_process_that_works_is_seen_to_use_time() {
        long me = ProcessHandle.current().pid();
        long before = Cpu.read(me, me).liberty();
        long sum = 0;
        while (Cpu.read(me, me).liberty() == before) {
            sum += Long.numberOfTrailingZeros(sum + 1);
        }
        assertThat(Cpu.read(me, me).liberty()).isGreaterThan(before);
        assertThat(Cpu.megabytes(me, "VmRSS")).isGreaterThan(10);
    }
}
