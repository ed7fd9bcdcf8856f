package lv.pumpurs.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KindTest {

    private static final Kind WRITE = new Kind(Kind.Act.WRITE, Kind.Form.JSON, Kind.Who.BUSY_PROVIDER);

    @Test
    void every_kind_of_the_application_has_a_floor() {
        List<Kind> all = Kind.all();
        assertThat(all).hasSize(17).doesNotHaveDuplicates();
        assertThat(all).allSatisfy(kind -> assertThat(all).contains(kind.in(Kind.Form.FLOOR)));
    }

    @Test
    void the_announced_length_of_a_written_body_is_its_length() {
        String request = WRITE.request(80, WRITE.turn(1, 0), "token");
        String[] parts = request.split("\r\n\r\n", 2);
        assertThat(parts[0])
            .startsWith("POST /t/b0001/consultations/learners/01900000-0000-7002-8000-000000000201/new HTTP/1.1")
            .contains("Content-Length: " + parts[1].length())
            .contains("Authorization: Bearer token");
        assertThat(parts[1]).contains("\"measures\":\"01900000-0000-7006-8000-000000000201\"");
    }

    @Test
    void whoever_writes_does_so_about_a_learner_with_a_plan() {
        assertThat(IntStream.range(0, 1000).mapToObj(WRITE::learner).distinct())
            .hasSize(50)
            .allSatisfy(key -> assertThat(Integer.parseInt(key.substring(24))).matches(i -> i % 4 == 1)
                .isBetween(201, 400));
    }

    @Test
    void whatever_is_written_has_a_time_of_its_own_on_no_holiday() {
        var turns = IntStream.range(0, 10_000).mapToObj(i -> WRITE.turn(7, i)).toList();
        assertThat(turns.stream().map(turn -> turn.day() + " " + turn.time())).doesNotHaveDuplicates();
        assertThat(turns).noneMatch(turn -> turn.day().toString().endsWith("-11-18"))
            .noneMatch(turn -> turn.day().getDayOfWeek() == DayOfWeek.MONDAY);
        assertThat(WRITE.turn(8, 0).day()).isEqualTo(turns.getFirst().day());
    }

    @Test
    void settings_that_cannot_be_measured_are_refused() {
        assertThat(Settings.from(properties("1,43")).tenants()).containsExactly(1, 43);
        assertThatThrownBy(() -> Settings.from(properties("43,1"))).hasMessageContaining("bench.tenants");
        assertThatThrownBy(() -> Settings.from(properties("0,1"))).hasMessageContaining("bench.tenants");
        assertThatThrownBy(() -> Settings.from(new Properties())).hasMessageContaining("mvn -Pbench");
    }

    @Test
    void a_librarys_name_is_three_parts_of_its_package_and_the_jdk_has_none() {
        assertThat(Profile.libraryOf("org.eclipse.persistence.internal.Session")).isEqualTo("org.eclipse.persistence");
        assertThat(Profile.libraryOf("gg.jte.Engine")).isEqualTo("gg.jte");
        assertThat(Profile.libraryOf("java.util.HashMap")).isNull();
    }

    @Test
    void live_bytes_are_the_total_of_the_histogram() {
        assertThat(JavaProcess.total("""
                 num     #instances         #bytes  class name (module)
                   1:         10000         800000  [B (java.base@25)
                Total        250000       31415926
                """)).isEqualTo(31_415_926);
    }

    private static Properties properties(String tenants) {
        Properties given = new Properties();
        List.of("workspace", "liberty", "reports").forEach(name -> given.setProperty("bench." + name, "x"));
        List.of("seconds", "slice", "warmup", "clients", "starts")
            .forEach(name -> given.setProperty("bench." + name, "1"));
        given.setProperty("bench.profile", "false");
        given.setProperty("bench.tenants", tenants);
        return given;
    }
}
