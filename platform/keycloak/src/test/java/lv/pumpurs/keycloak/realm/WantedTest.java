package lv.pumpurs.keycloak.realm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WantedTest {

    private static final Map<String, Object> THERE = Map.of("name", "a", "id", "1", "uris", List.of("x", "y"),
            "attributes", Map.of("ours", "1", "theirs", "2"));

    @Test
    void what_keycloak_adds_is_no_difference() {
        assertThat(new Wanted(Map.of("name", "a", "uris", List.of("y", "x"), "attributes", Map.of("ours", "1")))
            .isHeldBy(THERE)).isTrue();
    }

    @Test
    void one_value_more_or_less_or_other_is_a_difference() {
        assertThat(new Wanted(Map.of("name", "b")).isHeldBy(THERE)).isFalse();
        assertThat(new Wanted(Map.of("uris", List.of("x"))).isHeldBy(THERE)).isFalse();
        assertThat(new Wanted(Map.of("attributes", Map.of("ours", "9"))).isHeldBy(THERE)).isFalse();
        assertThat(new Wanted(Map.of("missing", "1")).isHeldBy(THERE)).isFalse();
    }

    @Test
    void our_part_is_put_over_theirs() {
        assertThat(new Wanted(Map.of("name", "b", "attributes", Map.of("ours", "9"))).over(THERE))
            .isEqualTo(Map.of("name", "b", "id", "1", "uris", List.of("x", "y"), "attributes",
                    Map.of("ours", "9", "theirs", "2")));
    }
}
