package lv.pumpurs.core.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.bind.JsonbException;
import jakarta.persistence.OptimisticLockException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import lv.pumpurs.spi.Problem;
import lv.pumpurs.spi.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemsTest {

    private final Texts texts = new Texts();
    private final Problems afterJson = new Problems(texts, Languages.LATVIAN, "/t/lubana", true);
    private final Problems otherwise = new Problems(texts, Languages.ENGLISH, "/t/lubana", false);

    @Test
    void a_refusal_is_found_however_deep_the_container_has_wrapped_it() {
        Problem problem = otherwise.of(new IllegalStateException(new RuntimeException(
                new Refused(WebProblem.TOO_LARGE, Map.of("file", "validation.not-a-choice"), 1024))));

        assertThat(problem).isEqualTo(new Problem("urn:pumpurs:problem:too-large", "Too much was sent", 413,
                "At most 1,024 kB can be sent at once. Shorten the text or send it in parts.", "/t/lubana",
                List.of(new Problem.FieldError("file", "Choose one of the values offered."))));
    }

    @Test
    void json_that_was_sent_broken_is_the_callers_and_json_that_we_break_is_ours() {
        assertThat(afterJson.of(new JsonbException("Unexpected char 39 at (line no=1)")).status()).isEqualTo(400);
        assertThat(otherwise.of(new JsonbException("cannot write")).status()).isEqualTo(500);
    }

    @Test
    void a_lost_update_is_a_conflict() {
        assertThat(otherwise.of(new RuntimeException(new OptimisticLockException())).status()).isEqualTo(409);
    }

    @Test
    void our_own_failure_tells_a_number_and_nothing_else() {
        Problem problem = afterJson.of(new IllegalStateException("Jānis Bērziņš 010110-91234"));

        assertThat(problem.status()).isEqualTo(500);
        assertThat(problem.toString()).doesNotContain("Bērziņš").doesNotContain("IllegalState");
        assertThat(problem.detail()).containsPattern("[0-9a-f]{8}-[0-9a-f]{4}-");
    }

    @Test
    void a_logged_failure_holds_places_in_the_code_but_no_messages() {
        String trace = Trace.of(new IllegalStateException("Bērziņš", new SQLException("Key (email)=(x)", "23505")));

        assertThat(trace).contains("java.lang.IllegalStateException", "Caused by: java.sql.SQLException",
                "SQLState 23505", "ProblemsTest")
            .doesNotContain("Bērziņš", "email");
    }

    @Test
    void a_body_is_taken_in_up_to_its_limit() throws IOException {
        assertThat(BodyFilter.read(body("12345"), 5)).hasSize(5);
        assertThatThrownBy(() -> BodyFilter.read(body("123456"), 5)).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "{\"a\":\"\\u0000\"}", "a=%00"})
    void a_character_that_no_database_holds_is_refused(String text) {
        assertThatThrownBy(() -> BodyFilter.read(body(text), 100)).isInstanceOf(Refused.class);
    }

    private static ByteArrayInputStream body(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
