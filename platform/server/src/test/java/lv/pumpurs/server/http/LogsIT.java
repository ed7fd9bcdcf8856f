package lv.pumpurs.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Read last: whatever the other tests did, no server wrote down a person. */
@Order(Integer.MAX_VALUE)
class LogsIT {

    private static final Set<String> NAMES = new TreeSet<>();

    /** What is most likely to be written down: things that go wrong with a name in them. */
    @BeforeAll
    static void things_go_wrong_with_names_in_them() {
        for (String tenant : List.of("lubana", "rezekne", "livani")) {
            Visitor coordinator = Visitor.of("pasvaldiba", tenant);
            for (JsonObject learner : coordinator.learners(tenant)) {
                NAMES.add(learner.getString("givenName") + " " + learner.getString("familyName"));
            }
            String name = NAMES.iterator().next();
            String path = "/t/" + tenant + "/learners";
            coordinator.post(path + "/search", Visitor.JSON, "{\"q\":\"" + name + "\",");
            coordinator.post(path + "/search", Visitor.JSON, "{\"q\":[\"" + name + "\"]}");
            coordinator.post(path + "/search", "text/csv", name);
            coordinator.get(path + "/010100-12345");
            Visitor.send(Visitor.nobody().at(path).header("Authorization", "Bearer koordinators@demo.pumpurs.test"));
        }
    }

    @Test
    void no_log_names_a_learner() throws IOException {
        assertThat(NAMES).hasSizeGreaterThan(100);
        for (Path log : logs()) {
            String text = read(log);
            assertThat(NAMES.stream().filter(text::contains).toList()).as(log.toString()).isEmpty();
        }
    }

    @Test
    void no_log_holds_a_personal_code() throws IOException {
        Pattern code = Pattern.compile("\\b\\d{6}-\\d{5}\\b");
        for (Path log : logs()) {
            assertThat(code.matcher(read(log)).results().map(found -> found.group()).toList()).as(log.toString())
                .isEmpty();
        }
    }

    @Test
    void no_log_holds_an_address_of_a_person() throws IOException {
        for (Path log : logs()) {
            assertThat(read(log).lines().filter(line -> line.contains("@demo.pumpurs.test")).limit(3).toList())
                .as(log.toString())
                .isEmpty();
        }
    }

    @Test
    void the_applications_log_is_structured() throws IOException {
        List<String> lines = Files.readAllLines(StackUnderTest.get().logs().resolve("liberty.log"));
        assertThat(lines).isNotEmpty();
        assertThat(lines.stream().filter(line -> line.startsWith("{") && line.endsWith("}")).count())
            .isGreaterThan(lines.size() / 2);
    }

    @Test
    void no_request_of_all_the_tests_failed_by_our_fault() throws IOException {
        for (Path log : logs()) {
            assertThat(read(log).lines()
                .filter(line -> line.contains("Request failed"))
                .map(line -> line.length() > 900 ? line.substring(0, 900) : line)
                .limit(3)
                .toList()).as(log.toString()).isEmpty();
        }
    }

    private static List<Path> logs() throws IOException {
        try (Stream<Path> all = Files.walk(StackUnderTest.get().logs())) {
            List<Path> files = new ArrayList<>(all.filter(Files::isRegularFile).toList());
            assertThat(files).hasSizeGreaterThan(2);
            return files;
        }
    }

    private static String read(Path log) throws IOException {
        return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
    }
}
