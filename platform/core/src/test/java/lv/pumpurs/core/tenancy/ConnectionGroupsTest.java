package lv.pumpurs.core.tenancy;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConnectionGroupsTest {

    @Test
    void forty_three_municipalities_spread_over_all_groups() {
        var perGroup = IntStream.range(0, 43)
            .mapToObj(i -> SchemaName.ofTenant("novads-" + i))
            .collect(groupingBy(schema -> ConnectionGroups.indexOf(schema, 8), counting()));
        assertThat(perGroup.keySet()).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(perGroup.values()).allMatch(count -> count <= 9);
    }

    @Test
    void without_a_schema_there_is_a_connection_to_be_refused_on() {
        assertThat(ConnectionGroups.indexOf(null, 8)).isZero();
    }
}
