package lv.pumpurs.bench;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import lv.pumpurs.bench.floor.Script;
import lv.pumpurs.bench.floor.Script.Step;
import lv.pumpurs.bench.floor.Script.Turn;
import org.junit.jupiter.api.Test;

class RecorderTest {

    private static final String LEARNER = "01900000-0000-7002-8000-000000000001";
    private static final String MEASURE = "01900000-0000-7006-8000-000000000001";
    private static final String PERSON = "01900000-0000-7001-8000-000000000001";
    private static final Turn TURN = new Turn("b0001", LEARNER, LocalDate.of(2024, 2, 27), LocalTime.of(10, 7));
    private static final String BIND = "SELECT set_config('role',$1,true), set_config('pumpurs.actor',$2,true)";

    @Test
    void values_are_read_from_the_log_with_quotes_and_nulls() {
        var values = Recorder.values("Parameters: $1 = 'it''s, $9 = ''x''', $2 = NULL, $3 = ''");
        assertThat(values).containsEntry(1, "it's, $9 = 'x'").containsEntry(2, null).containsEntry(3, "").hasSize(3);
    }

    @Test
    void what_differs_from_request_to_request_gives_way_to_its_name() {
        Script script = Recorder.script(List.of(logged("BEGIN", ""), logged(BIND,
                "Parameters: $1 = 't_b0001', $2 = ''"),
                logged("/* t_b0001 */ insert into c values ($2, $1, $3)", "Parameters: $1 = '" + LEARNER
                        + "', $2 = '019abcde-1111-7222-8333-444444444444', $3 = 'Fizika'"),
                logged("insert into d values ($1, $2, $3, $4, $5)", "Parameters: $1 = '2024-02-27', $2 = '2024-03-05',"
                        + " $3 = '10:07:00', $4 = '" + MEASURE + "', $5 = '" + PERSON + "'"),
                logged("COMMIT", "")), TURN);
        assertThat(script.transactions()).containsExactly(List.of(
                new Step("SELECT set_config('role',?,true), set_config('pumpurs.actor',?,true)",
                        List.of("t_{tenant}", "")),
                new Step("/* t_{tenant} */ insert into c values (?, ?, ?)",
                        List.of(Script.NEW, "01900000-0000-7002-8000-{number}", "Fizika")),
                new Step("insert into d values (?, ?, ?, ?, ?)",
                        List.of("{day}", "{week-later}", "{time}", "01900000-0000-7006-8000-{number}", PERSON))));
    }

    @Test
    void a_value_of_another_request_has_what_is_its_own() {
        Turn other = new Turn("b0002", "01900000-0000-7002-8000-000000000205", LocalDate.of(2023, 12, 30),
                LocalTime.of(0, 5));
        assertThat(List.of(MEASURE, "t_b0001", "2024-02-27", "2024-03-05", "10:07:00", "Fizika", PERSON)
            .stream()
            .map(TURN::general)
            .map(other::filled))
            .containsExactly("01900000-0000-7006-8000-000000000205", "t_b0002", "2023-12-30", "2024-01-06", "00:05:00",
                    "Fizika", PERSON);
        assertThat(other.filled(null)).isNull();
        assertThat(other.filled(Script.NEW)).isNotEqualTo(other.filled(Script.NEW)).hasSize(36);
    }

    @Test
    void transactions_that_find_out_who_asks_are_no_part_of_the_floor() {
        Script script = Recorder.script(List.of(
                logged("BEGIN", ""), logged(BIND, "Parameters: $1 = 'nation', $2 = ''"),
                logged("select 1", ""), logged("COMMIT", ""),
                logged("BEGIN", ""), logged("select r.role from account a join account_role r on true", ""),
                logged("COMMIT", ""),
                logged("BEGIN", ""), logged("select 2", ""), logged("COMMIT", "")), TURN);
        assertThat(script.transactions()).containsExactly(List.of(new Step("select 2", List.of())));
    }

    @Test
    void other_applications_statements_are_left_out() {
        JsonObject other = Json.createObjectBuilder(logged("select 3", "")).add("application_name", "psql").build();
        Script script = Recorder.script(List.of(logged("BEGIN", ""), other, logged("select 2", ""),
                logged("COMMIT", "")), TURN);
        assertThat(script.transactions()).containsExactly(List.of(new Step("select 2", List.of())));
    }

    @Test
    void the_floor_reads_what_was_written_down() {
        Script script = new Script(List.of(List.of(new Step("select ?, ?", Arrays.asList("a\"b", null))), List.of()));
        assertThat(Script.read(new StringReader(Script.text(Map.of("one", script))))).isEqualTo(Map.of("one", script));
    }

    private static JsonObject logged(String sql, String detail) {
        return Json.createObjectBuilder()
            .add("application_name", "pumpurs")
            .add("message", (sql.equals("BEGIN") ? "statement: " : "execute S_1/C_2: ") + sql)
            .add("detail", detail)
            .build();
    }
}
