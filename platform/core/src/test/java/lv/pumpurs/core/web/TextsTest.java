package lv.pumpurs.core.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.identity.Scope;
import lv.pumpurs.spi.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {

    private static final Pattern WHOLE = Pattern.compile("page\\.t\\(\"([^\"]+)\"\\s*[,)]");
    private static final Pattern CHOSEN = Pattern.compile("[?:] \"([a-z]+(?:\\.[A-Za-z0-9-]+)+)\"");
    private static final Pattern LISTED = Pattern.compile("(?:text = |List\\.of\\(|, )\"([a-z]+\\.[a-z.0-9-]+)\"");
    private static final Pattern PREFIX = Pattern.compile("page\\.t\\(\"([^\"]+\\.)\" \\+");
    private static final Pattern PROBLEM = Pattern.compile("^\\s+[A-Z_]+\\(\"([a-z-]+)\"", Pattern.MULTILINE);

    private final Texts texts = TrialWords.texts();

    @Test
    void each_language_has_every_key_of_the_other() {
        assertThat(texts.keys(Languages.LATVIAN)).isEqualTo(texts.keys(Languages.ENGLISH)).hasSizeGreaterThan(200);
    }

    @Test
    void every_key_that_a_template_uses_exists() throws IOException {
        Set<String> missing = new TreeSet<>();
        int used = 0;
        for (String template : sources("src/main/jte", ".jte")) {
            for (Pattern pattern : List.of(WHOLE, CHOSEN, LISTED)) {
                for (String key : found(pattern, template)) {
                    used++;
                    if (!texts.has(key)) {
                        missing.add(key);
                    }
                }
            }
            for (String prefix : found(PREFIX, template)) {
                if (texts.keys(Languages.LATVIAN).stream().noneMatch(key -> key.startsWith(prefix))) {
                    missing.add(prefix + "*");
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(used).isGreaterThan(100);
    }

    @Test
    void every_key_that_a_page_asks_for_in_java_exists() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (String source : sources("src/main/java", ".java")) {
            found(WHOLE, source).stream().filter(key -> !texts.has(key)).forEach(missing::add);
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void every_refusal_has_a_title_and_says_what_to_do() throws IOException {
        Set<String> missing = new TreeSet<>();
        int problems = 0;
        for (String source : sources("src/main/java", ".java")) {
            if (source.contains("implements ProblemType")) {
                for (String code : found(PROBLEM, source)) {
                    problems++;
                    Stream.of(".title", ".detail")
                        .map(end -> "problem." + code + end)
                        .filter(key -> !texts.has(key))
                        .forEach(missing::add);
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(problems).isGreaterThan(20);
    }

    @Test
    void every_role_scope_and_permission_has_words() {
        List<String> needed = new ArrayList<>();
        Stream.of(Role.values()).forEach(role -> needed.add("role." + role));
        Stream.of(Scope.values()).forEach(scope -> needed.addAll(List.of("scope." + scope, "scope.period." + scope)));
        needed.addAll(List.of("permissions.route.open", "permissions.route.signed-in", "permissions.route.nobody"));
        for (String permission : Permissions.all().names()) {
            String[] words = permission.split(":");
            needed.addAll(List.of("permission." + words[0], "permission." + words[0] + "." + words[1]));
        }
        assertThat(needed).allMatch(texts::has);
    }

    @ParameterizedTest
    @CsvSource({"0,0 izglītojamo", "1,1 izglītojamais", "2,2 izglītojamie", "11,11 izglītojamo",
            "21,21 izglītojamais", "43,43 izglītojamie", "120,120 izglītojamo"})
    void latvian_has_three_forms_of_the_plural(int count, String expected) {
        assertThat(texts.text(Languages.LATVIAN, "learner.count", count)).isEqualTo(expected);
    }

    @Test
    void an_unknown_key_is_shown_as_it_is() {
        assertThat(texts.text(Languages.ENGLISH, "no.such.key")).isEqualTo("no.such.key");
    }

    private static List<String> found(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static List<String> sources(String folder, String ending) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            for (Path file : files.filter(path -> path.toString().endsWith(ending)).toList()) {
                texts.add(Files.readString(file));
            }
        }
        return texts;
    }
}
