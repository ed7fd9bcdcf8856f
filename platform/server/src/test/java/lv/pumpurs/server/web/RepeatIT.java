package lv.pumpurs.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import lv.pumpurs.server.ServersOfTheTests;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a program sends twice with one key is done once. */
@ExtendWith(ArquillianExtension.class)
class RepeatIT extends Repeats {

    @Deployment(testable = false)
    static WebArchive war() {
        return ServersOfTheTests.war();
    }

    @BeforeAll
    static void people() throws SQLException {
        plant();
    }

    @Test
    void a_request_repeated_with_its_key_is_done_once_and_answered_alike() throws Exception {
        String key = key();
        HttpResponse<String> first = post(TEACHER, key, 40);
        HttpResponse<String> second = post(TEACHER, key, 40);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(second.statusCode()).as(second.body()).isEqualTo(201);
        assertThat(second.headers().firstValue("Location")).isEqualTo(first.headers().firstValue("Location"));
        assertThat(recorded()).isEqualTo(1);
    }

    @Test
    void a_request_without_a_key_is_done_as_often_as_it_is_sent() throws Exception {
        post(TEACHER, null, 40);
        makeRoom();
        post(TEACHER, null, 40);
        assertThat(recorded()).isEqualTo(2);
    }

    @Test
    void a_key_with_another_body_or_another_address_is_refused_and_nothing_is_done() throws Exception {
        String key = key();
        post(TEACHER, key, 40);
        HttpResponse<String> another = post(TEACHER, key, 80);
        HttpResponse<String> elsewhere = send(json(TEACHER, key, 40, NEW + "?x=1"));

        assertThat(another.statusCode()).as(another.body()).isEqualTo(422);
        assertThat(another.body()).contains("urn:pumpurs:problem:key-reused");
        assertThat(elsewhere.statusCode()).isEqualTo(422);
        assertThat(recorded()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"half", "two words", "a, b", "\"a\", \"b\"", "\"a\";p=1", "käse",
            "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789x"})
    void a_malformed_key_is_refused(String key) throws Exception {
        HttpResponse<String> refused = post(TEACHER, key, 40);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("urn:pumpurs:problem:key-malformed");
        assertThat(recorded()).isZero();
    }

    @Test
    void a_key_may_be_written_with_quotes_or_without() throws Exception {
        String key = UUID.randomUUID().toString();
        assertThat(post(TEACHER, key, 40).statusCode()).isEqualTo(201);
        assertThat(post(TEACHER, "\"" + key + "\"", 40).statusCode()).isEqualTo(201);
        assertThat(recorded()).isEqualTo(1);
    }

    @Test
    void the_same_key_of_another_person_is_another_key() throws Exception {
        String key = key();
        assertThat(post(TEACHER, key, 40).statusCode()).isEqualTo(201);
        makeRoom();
        assertThat(post(COLLEAGUE, key, 40).statusCode()).isEqualTo(201);
        assertThat(recorded()).isEqualTo(2);
    }

    @Test
    void a_refused_request_leaves_its_key_unused() throws Exception {
        String key = key();
        assertThat(post(TEACHER, key, 4000).statusCode()).isEqualTo(400);
        assertThat(send(json(TEACHER, key, 40, NEW.replace("10/new", "99/new"))).statusCode()).isEqualTo(404);
        assertThat(post(TEACHER, key, 40).statusCode()).isEqualTo(201);
        assertThat(recorded()).isEqualTo(1);
    }

    @Test
    void equal_requests_at_the_same_moment_over_a_pool_of_two_are_done_once() throws Exception {
        String key = key();
        List<HttpResponse<String>> answers = together(8, json(TEACHER, key, 40, NEW));

        assertThat(answers).extracting(HttpResponse::statusCode).contains(201).isSubsetOf(201, 409);
        assertThat(recorded()).isEqualTo(1);
        assertThat(post(TEACHER, key, 40).statusCode()).isEqualTo(201);
        assertThat(recorded()).isEqualTo(1);
    }

    @Test
    void a_repetition_while_the_first_is_under_way_is_told_so_and_later_gets_its_answer() throws Exception {
        String key = key();
        CompletableFuture<HttpResponse<String>> first;
        try (Connection inTheWay = held(); Statement release = inTheWay.createStatement()) {
            first = client.sendAsync(json(TEACHER, key, 40, NEW), BodyHandlers.ofString());
            waitsForTheTable();
            HttpResponse<String> second = post(TEACHER, key, 40);
            assertThat(second.statusCode()).as(second.body()).isEqualTo(409);
            assertThat(second.body()).contains("urn:pumpurs:problem:key-running");
            release.execute("rollback");
        }
        assertThat(first.join().statusCode()).isEqualTo(201);
        assertThat(post(TEACHER, key, 40).statusCode()).isEqualTo(201);
        assertThat(recorded()).isEqualTo(1);
    }

    @Test
    void an_act_whose_connection_is_cut_leaves_neither_row_nor_key() throws Exception {
        String key = key();
        CompletableFuture<HttpResponse<String>> cut;
        try (Connection inTheWay = held(); Statement statement = inTheWay.createStatement()) {
            cut = client.sendAsync(json(TEACHER, key, 40, NEW), BodyHandlers.ofString());
            waitsForTheTable();
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'pumpurs_app'"
                    + " and wait_event_type = 'Lock'");
            assertThat(cut.join().statusCode()).isEqualTo(500);
            statement.execute("rollback");
        }
        assertThat(recorded()).isZero();
        assertThat(post(TEACHER, key, 40).statusCode()).isEqualTo(201);
        assertThat(recorded()).isEqualTo(1);
    }

    @Test
    void an_operators_second_click_on_the_door_opens_it_once() throws Exception {
        for (int i = 0; i < 2; i++) {
            assertThat(send(entry("Palīdzība ar atkārtošanu")).statusCode()).isEqualTo(201);
        }
        assertThat(send(entry("Cits iemesls ienākt")).statusCode()).isEqualTo(201);
        assertThat(rows("select reason from t_alfa.operator_entry where operator_subject = 'repeat-3' order by reason"))
            .containsExactly("Cits iemesls ienākt", "Palīdzība ar atkārtošanu");
    }

    @Test
    void a_key_is_forgotten_after_its_time_and_holds_nothing_of_anybody() throws Exception {
        String key = key();
        post(TEACHER, key, 40);
        assertThat(rows("select concat_ws(' ', length(key), length(request), status, location) from t_alfa.request_key"
                + " order by at desc limit 1"))
            .containsExactly("64 64 201 " + BASE + LIST);
        assertThat(rows("select k::text from t_alfa.request_key k")).noneMatch(row -> row.contains(key))
            .noneMatch(row -> row.contains(subject));

        sql("update t_alfa.request_key set at = now() - interval '25 hours'");
        makeRoom();
        post(TEACHER, key, 40);
        assertThat(recorded()).isEqualTo(2);
        assertThat(rows("select count(*)::text from t_alfa.request_key")).containsExactly("1");
    }
}
