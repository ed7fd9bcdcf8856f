package lv.pumpurs.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final Kind LIST = new Kind(Kind.Act.LIST, Kind.Form.JSON, Kind.Who.TENANT_COORDINATOR);
    private static final Kind TEACHERS = new Kind(Kind.Act.LIST, Kind.Form.JSON, Kind.Who.CLASS_TEACHER);

    @Test
    void a_rate_is_told_as_a_share_of_the_floors_at_the_same_number_of_tenants() {
        Results results = results();
        assertThat(results.ofFloor(LIST, 1)).isEqualTo(0.5);
        assertThat(results.ofFloor(LIST, 43)).isEqualTo(0.32);
        assertThat(results.manyToFew(LIST)).isEqualTo(0.8);
        assertThat(Report.text(results, "x"))
            .contains("| list of learners, JSON, tenant coordinator | 0.50 | 0.32 | 0.80 |")
            .contains("| list of learners, floor, tenant coordinator | 1 | 1 | 1.25 |");
    }

    @Test
    void a_target_is_held_against_the_worst_cell_and_names_it() {
        Results results = results();
        results.provisioned = List.of(0.5, 2.5, 1.0);
        assertThat(Target.of(results))
            .contains(new Target("rate at 43 tenants over the rate at 1: at least 0.90",
                    "0.80 (list of learners, JSON, tenant coordinator, 43 tenants)", false),
                    new Target("seconds for a tenant's database part, the slowest: at most 2.00", "2.50", false))
            .contains(new Target("rate over the rate of the same SQL by plain JDBC: at least 0.35",
                    "0.32 (list of learners, JSON, tenant coordinator, 43 tenants)", false),
                    new Target("CPU-seconds for 1,000 answers in JSON (Liberty and PostgreSQL): at most 2.00",
                            "3.75 (list of learners, JSON, tenant coordinator, 43 tenants)", false));
    }

    @Test
    void a_class_teachers_slow_tail_is_told_as_a_share_of_the_coordinators() {
        Results results = results();
        results.add(1, new Results.Cell(TEACHERS, 1), measured(100, 60, new Cpu(0, 0)));
        assertThat(results.teacherToCoordinator(Kind.Act.LIST, Kind.Form.JSON, 1)).isEqualTo(6);
    }

    @Test
    void heap_is_what_more_tenants_add_to_the_fewest() {
        Results results = results();
        results.liveBytes.put(1, 100_000L);
        results.liveBytes.put(43, 142_000L);
        assertThat(results.heapPerTenant()).isEqualTo(1000);
        assertThat(Target.of(results)).filteredOn(target -> target.promise().startsWith("bytes of heap"))
            .allMatch(Target::met)
            .hasSize(1);
    }

    @Test
    void raw_numbers_are_one_line_a_slice() {
        assertThat(Report.csv(results()).lines().filter(line -> line.startsWith("0,LIST,JSON,TENANT_COORDINATOR,1,")))
            .containsExactly("0,LIST,JSON,TENANT_COORDINATOR,1,50,1.000,10.000,10.000,10.000,0.10,0.05");
    }

    @Test
    void a_chart_has_a_bar_for_each_part_and_a_line_for_the_target() {
        String svg = Chart.svg(List.of(new Chart.Panel("a < b", 2, List.of(new Chart.Bar("one", List.of(1.0, 3.0))))));
        assertThat(svg).contains("a &lt; b", "width=\"130.0\"", "width=\"390.0\"", "x1=\"590.0\"", ">4.00<");
    }

    private static Results results() {
        Results results = new Results(new Settings(Path.of("w"), Path.of("l"), Path.of("r"), List.of(1, 43), 2, 1, 1, 2,
                1, false), new Machine(LocalDate.of(2026, 11, 25), "abc", List.of()));
        for (Kind kind : Kind.all()) {
            boolean floor = kind.form() == Kind.Form.FLOOR;
            results.add(0, new Results.Cell(kind, 1), measured(floor ? 100 : 50, 10, new Cpu(10, 5)));
            int slower = kind.equals(LIST) ? 40 : 50;
            results.add(0, new Results.Cell(kind, 43), measured(floor ? 125 : slower, 10, new Cpu(10, 5)));
        }
        return results;
    }

    /** So many answers in one second, each after so many milliseconds. */
    private static Measured measured(int answers, int millis, Cpu cpu) {
        return new Measured(1_000_000_000L, LongStream.generate(() -> millis * 1_000_000L).limit(answers).toArray(),
                cpu);
    }
}
