package lv.pumpurs.server.web;

import static lv.pumpurs.server.web.CalendarSchool.ANNA;
import static lv.pumpurs.server.web.CalendarSchool.DAY;
import static lv.pumpurs.server.web.CalendarSchool.DIRECTOR;
import static lv.pumpurs.server.web.CalendarSchool.HERE;
import static lv.pumpurs.server.web.CalendarSchool.MOTHER;
import static lv.pumpurs.server.web.CalendarSchool.SESSION;
import static lv.pumpurs.server.web.CalendarSchool.TEACHER;
import static lv.pumpurs.server.web.CalendarSchool.run;
import static lv.pumpurs.server.web.CalendarSchool.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lv.pumpurs.core.identity.Person;
import lv.pumpurs.server.PluginsOn;
import lv.pumpurs.server.ServersOfTheTests;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The feed of consultations that other calendars fetch. */
@ExtendWith(ArquillianExtension.class)
class FeedIT {

    private static final String BASE = "http://localhost:" + System.getProperty("it.http.port");
    private static final String FEED = HERE + "/feed";

    @Deployment(testable = false)
    static WebArchive war() {
        return ServersOfTheTests.war();
    }

    @BeforeAll
    static void people() throws Exception {
        CalendarSchool.people();
    }

    @BeforeEach
    void a_week() throws SQLException {
        CalendarSchool.a_week();
    }

    @Test
    void a_feed_tells_times_subjects_and_initials_and_nothing_else() throws Exception {
        String address = make(TEACHER);
        HttpResponse<String> feed = fetch(address, null);
        assertThat(feed.statusCode()).as(feed.body()).isEqualTo(200);
        assertThat(feed.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/calendar");
        assertThat(feed.headers().firstValue("Cache-Control").orElseThrow()).contains("private").contains("no-cache");
        List<String> lines = feed.body().replace("\r\n ", "").lines().toList();
        String at = DAY.toString().replace("-", "");
        assertThat(lines).containsSubsequence("BEGIN:VEVENT", "UID:" + SESSION + "@alfa.pumpurs",
                "DTSTART;TZID=Europe/Riga:" + at + "T100000", "DURATION:PT40M",
                "SUMMARY:Matemātika · A. E. K.\\, J. K.", "STATUS:CONFIRMED", "END:VEVENT");
        assertThat(feed.body()).doesNotContain("Anna", "Kalendār", "Juris", "Pedagogs", "Kalendāra skola", "KAL-")
            .doesNotContain("LOCATION", "DESCRIPTION", "ATTENDEE", "ORGANIZER");
        assertThat(Stream.of("BEGIN:VEVENT").flatMap(begin -> lines.stream().filter(begin::equals))).hasSize(2);
        assertThat(Window.get(FEED, TEACHER, Window.JSON).body()).contains("\"fetchedOn\"")
            .doesNotContain(secret(address));
    }

    @Test
    void a_calendar_that_has_it_already_is_told_so_until_something_changes() throws Exception {
        String address = make(MOTHER);
        HttpResponse<String> first = fetch(address, null);
        assertThat(first.body()).contains("A. E. K.").doesNotContain("J. K.");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> same = fetch(address, tag);
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        run("update t_alfa.consultation set state = 'CANCELLED', reason = 'Slimība', leads = false, version = version + 1"
                + " where learner_id = '" + ANNA + "' and starts_at = '10:00'");
        HttpResponse<String> changed = fetch(address, tag);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.body()).contains("STATUS:CANCELLED", "SEQUENCE:1").doesNotContain("Slimība");
    }

    @Test
    void a_secret_that_was_replaced_taken_back_mistyped_or_is_of_another_tenant_leads_nowhere() throws Exception {
        String first = make(TEACHER);
        assertThat(fetch(first.replace("/t/alfa/", "/t/beta/"), null).statusCode()).isEqualTo(404);
        assertThat(fetch(first.replace("/t/alfa/", "/t/nekur/"), null).statusCode()).isEqualTo(404);
        String second = make(TEACHER);
        assertThat(second).isNotEqualTo(first);
        HttpResponse<String> old = fetch(first, null);
        HttpResponse<String> never = fetch(first.replace(secret(first), "a".repeat(32)), null);
        assertThat(old.statusCode()).isEqualTo(404);
        assertThat(old.body().replace(secret(first), "")).isEqualTo(never.body().replace("a".repeat(32), ""));
        assertThat(fetch(second, null).statusCode()).isEqualTo(200);
        String page = Window.get(FEED, TEACHER, Window.PAGE).body();
        HttpResponse<String> revoked = Window.form(FEED + "/revocation", "x=y", TEACHER, Window.token(page));
        assertThat(revoked.statusCode()).as(revoked.body()).isEqualTo(303);
        assertThat(fetch(second, null).statusCode()).isEqualTo(404);
        assertThat(Window.get(FEED, TEACHER, Window.PAGE).body()).contains("Jums vēl nav kalendāra adreses");
    }

    @Test
    void a_feed_ends_with_the_access_of_its_person_and_with_the_plugin_at_the_school() throws Exception {
        String address = make(TEACHER);
        run("update t_alfa.plugin_permit set on_by_default = false");
        try {
            assertThat(fetch(address, null).statusCode()).isEqualTo(404);
        } finally {
            PluginsOn.everywhere();
        }
        assertThat(fetch(address, null).statusCode()).isEqualTo(200);
        run("update t_alfa.staff_role set valid_to = '2020-02-01' where id = '01900064-0000-7000-8000-000000000004'");
        assertThat(fetch(address, null).statusCode()).isEqualTo(404);
    }

    @Test
    void whoever_has_no_consultations_of_the_own_has_no_feed() throws Exception {
        assertThat(Window.get(FEED, DIRECTOR, Window.JSON).statusCode()).isEqualTo(403);
        assertThat(Window.post(FEED, "{}", DIRECTOR).statusCode()).isEqualTo(403);
        assertThat(Window.get(HERE + "/calendar", DIRECTOR, Window.PAGE).body()).doesNotContain(FEED + "\"");
    }

    /** It stands in the address, so it must stand in nothing that is kept of a request. */
    @Test
    void no_log_and_no_measurement_holds_a_secret() throws Exception {
        String address = make(TEACHER);
        fetch(address, null);
        fetch(address.replace(secret(address), "b".repeat(32)), null);
        String measured = fetch(BASE + "/metrics", null).body();
        assertThat(measured).doesNotContain(secret(address), "b".repeat(32));
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("wlp.home"), "usr/servers/it/logs"))) {
            for (Path log : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(log)).as(log.toString()).doesNotContain(secret(address), "b".repeat(32));
            }
        }
        assertThat(value("select count(*) from t_alfa.change_log where coalesce(after, before)::text like '%"
                + secret(address) + "%'"))
            .isEqualTo("0");
    }

    private static String make(Person person) throws Exception {
        String page = Window.get(FEED, person, Window.PAGE).body();
        HttpResponse<String> made = Window.form(FEED, "x=y", person, Window.token(page));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
        Matcher address = Pattern.compile("value=\"(http[^\"]+/calendar\\.ics)\"").matcher(made.body());
        assertThat(address.find()).as(made.body()).isTrue();
        return address.group(1);
    }

    private static String secret(String address) {
        return address.replaceAll(".*/feeds/([a-z2-7]{32})/.*", "$1");
    }

    /** As a calendar does: without a login, wherever the address leads. */
    private static HttpResponse<String> fetch(String address, @Nullable String tag)
            throws IOException, InterruptedException {
        // Java's client, which tries HTTP/2 by itself, would wait for the body of a 304 for ever
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(BASE + URI.create(address).getPath()))
            .version(HttpClient.Version.HTTP_1_1)
            // whatever a calendar says to read, there is one file
            .header("Accept", Window.JSON);
        return HttpClient.newHttpClient()
            .send((tag == null ? request : request.header("If-None-Match", tag)).build(), BodyHandlers.ofString());
    }
}
