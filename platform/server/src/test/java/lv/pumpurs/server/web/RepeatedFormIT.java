package lv.pumpurs.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import lv.pumpurs.server.ServersOfTheTests;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever a browser sends twice from one form is done once, and both end on the same page. */
@ExtendWith(ArquillianExtension.class)
class RepeatedFormIT extends Repeats {

    @Deployment(testable = false)
    static WebArchive war() {
        return ServersOfTheTests.war();
    }

    @BeforeAll
    static void people() throws SQLException {
        plant();
    }

    @Test
    void two_clicks_on_a_form_do_it_once_and_end_on_the_same_page() throws Exception {
        List<HttpResponse<String>> clicks = together(3, form(token(), subject));

        assertThat(clicks).allSatisfy(click -> {
            assertThat(click.statusCode()).as(click.body()).isEqualTo(303);
            assertThat(click.headers().firstValue("Location").orElseThrow()).endsWith(LIST);
        });
        assertThat(recorded()).isEqualTo(1);
    }

    @Test
    void a_click_waits_for_the_first_one_and_ends_where_it_ends() throws Exception {
        HttpRequest click = form(token(), subject);
        CompletableFuture<HttpResponse<String>> first;
        CompletableFuture<HttpResponse<String>> second;
        try (Connection inTheWay = held(); Statement release = inTheWay.createStatement()) {
            first = client.sendAsync(click, BodyHandlers.ofString());
            waitsForTheTable();
            second = client.sendAsync(click, BodyHandlers.ofString());
            waitsTwice("transactionid");
            release.execute("rollback");
        }
        assertThat(first.join().statusCode()).isEqualTo(303);
        assertThat(second.join().statusCode()).as(second.join().body()).isEqualTo(303);
        assertThat(recorded()).isEqualTo(1);
    }

    @Test
    void a_form_opened_anew_does_it_again() throws Exception {
        send(form(token(), subject));
        makeRoom();
        send(form(token(), subject));
        assertThat(recorded()).isEqualTo(2);
    }

    @Test
    void a_form_sent_again_with_another_content_comes_back_with_what_was_typed_and_a_new_token() throws Exception {
        String token = token();
        assertThat(send(form(token, subject)).statusCode()).isEqualTo(303);
        HttpResponse<String> again = send(form(token, "Cits <saturs>"));

        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("Cits &lt;saturs", "jau ir nosūtīta").doesNotContain(token);
        makeRoom();
        Matcher fresh = tokenIn(again.body());
        assertThat(send(form(fresh.group(1), subject)).statusCode()).isEqualTo(303);
        assertThat(recorded()).isEqualTo(2);
    }
}
