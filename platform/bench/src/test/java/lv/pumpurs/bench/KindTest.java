package lv.pumpurs.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KindTest {

    @Test
    void every_kind_of_the_application_has_a_floor() {
        List<Kind> all = Kind.all();
        assertThat(all).hasSize(14).doesNotHaveDuplicates();
        assertThat(all).allSatisfy(kind -> assertThat(all).contains(kind.in(Kind.Form.FLOOR)));
    }

    @Test
    void the_announced_length_of_a_written_body_is_its_length() {
        String request = new Kind(Kind.Act.WRITE, Kind.Form.JSON, Kind.Who.PROVIDER).request(80, "b0001", "x", "token");
        String[] parts = request.split("\r\n\r\n", 2);
        assertThat(parts[0]).startsWith("POST /t/b0001/consultations/learners/x/new HTTP/1.1")
            .contains("Content-Length: " + parts[1].length())
            .contains("Authorization: Bearer token");
    }

    @Test
    void whoever_writes_does_so_about_a_learner_with_a_plan() {
        Kind write = new Kind(Kind.Act.WRITE, Kind.Form.JSON, Kind.Who.PROVIDER);
        assertThat(IntStream.range(0, 1000).mapToObj(write::learner).distinct())
            .hasSize(7)
            .allSatisfy(key -> assertThat(Integer.parseInt(key.substring(24)) % 4).isEqualTo(1));
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
