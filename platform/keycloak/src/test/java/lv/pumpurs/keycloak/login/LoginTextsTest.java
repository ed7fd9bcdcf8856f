package lv.pumpurs.keycloak.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"lv", "en"})
    void every_problem_has_its_texts_and_no_text_is_left_over(String language) throws IOException {
        Properties texts = new Properties();
        var in = LoginTextsTest.class.getResourceAsStream("/messages/keycloak_" + language + ".properties");
        try (Reader reader = new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        assertThat(texts.stringPropertyNames())
            .containsExactlyInAnyOrderElementsOf(Arrays.stream(LoginProblem.values())
                .flatMap(problem -> Stream.of("problem." + problem.code() + ".title",
                        "problem." + problem.code() + ".detail"))
                .toList());
    }
}
