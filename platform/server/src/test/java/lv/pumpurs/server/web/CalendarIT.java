package lv.pumpurs.server.web;

import static lv.pumpurs.server.web.CalendarSchool.ANNA;
import static lv.pumpurs.server.web.CalendarSchool.DAY;
import static lv.pumpurs.server.web.CalendarSchool.DIRECTOR;
import static lv.pumpurs.server.web.CalendarSchool.HERE;
import static lv.pumpurs.server.web.CalendarSchool.MOTHER;
import static lv.pumpurs.server.web.CalendarSchool.TEACHER;
import static lv.pumpurs.server.web.CalendarSchool.run;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lv.pumpurs.server.ServersOfTheTests;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The calendar of consultations over HTTP. */
@ExtendWith(ArquillianExtension.class)
class CalendarIT {

    private static final String CALENDAR = HERE + "/calendar";
    private static final String FREE = "href=\"" + HERE + "/slot?at=";

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
    void a_week_shows_a_group_once_with_its_state_in_words_and_free_times_that_lead_to_a_filled_form()
            throws Exception {
        String page = Window.get(CALENDAR + "?on=" + DAY, TEACHER, Window.PAGE).body();
        assertThat(page).containsOnlyOnce("Grupa: 2 izglītojamie")
            .contains("10:00–10:40", "Anna-Elizabete Kalendāre", "neieradās", "plānota", "Pirmdiena");
        if (open(DAY)) {
            assertThat(page).contains(FREE + DAY + "T11:00\"")
                .doesNotContain(FREE + DAY + "T10:00\"",
                        FREE + DAY + "T10:30\"", FREE + DAY + "T13:00\"");
        }
        assertThat(page).doesNotContain(FREE + DAY.plusDays(4));
        String slot = Window.get(HERE + "/slot?at=" + DAY + "T11:00", TEACHER, Window.PAGE).body();
        Matcher learner = Pattern.compile("href=\"([^\"]+/learners/" + ANNA + "/new[^\"]*)\"").matcher(slot);
        assertThat(learner.find()).as(slot).isTrue();
        assertThat(Window.get(learner.group(1).replace("&amp;", "&"), TEACHER, Window.PAGE).body())
            .contains("value=\"" + DAY + "\"", "value=\"11:00\"", "value=\"Matemātika\"");
    }

    @Test
    void what_is_still_to_come_is_planned_by_the_first_button_of_the_form_and_what_was_is_written_down()
            throws Exception {
        String form = HERE + "/learners/" + ANNA + "/new?at=";
        assertThat(Window.get(form + DAY.plusDays(14) + "T11:00", TEACHER, Window.PAGE).body())
            .containsPattern("(?s)btn-primary\" type=\"submit\" name=\"planned\"");
        assertThat(Window.get(form + DAY.minusDays(14) + "T11:00", TEACHER, Window.PAGE).body())
            .containsPattern("(?s)btn-primary\" type=\"submit\">");
    }

    @Test
    void everybody_sees_what_the_list_would_show_them() throws Exception {
        JsonObject hers = json(Window.get(CALENDAR + "?view=day&on=" + DAY, MOTHER, Window.JSON));
        JsonObject day = hers.getJsonArray("days").getJsonObject(0);
        assertThat(day.getJsonArray("entries")).hasSize(2);
        assertThat(day.getJsonArray("entries").getJsonObject(0).getInt("learners")).isEqualTo(1);
        assertThat(day.getJsonArray("blocks")).isEmpty();
        String page = Window.get(CALENDAR + "?view=month&on=" + DAY, MOTHER, Window.PAGE).body();
        assertThat(page).contains("Anna-Elizabete Kalendāre").doesNotContain("Juris", FREE);
        assertThat(Window.get(CALENDAR + "?on=" + DAY, DIRECTOR, Window.PAGE).body())
            .contains("Grupa: 2 izglītojamie")
            .doesNotContain(FREE);
        assertThat(Window.get(HERE + "/slot", MOTHER, Window.JSON).statusCode()).isEqualTo(403);
    }

    @Test
    void holidays_and_the_schools_own_days_are_named() throws Exception {
        assertThat(Window.get(CALENDAR + "?view=month&on=2026-11-02", TEACHER, Window.PAGE).body())
            .contains("2026. gada novembris", "Latvijas Republikas Proklamēšanas diena");
        run("insert into t_alfa.plugin_setting (id, plugin, school_id, name, value)"
                + " values (gen_random_uuid(), 'consultations', '" + CalendarSchool.SCHOOL
                + "', 'daysOff', '2026-11-20')");
        try {
            String week = Window.get(CALENDAR + "?on=2026-11-20", TEACHER, Window.PAGE).body();
            assertThat(week).contains("Skolas brīvdiena", FREE + "2026-11-19T")
                .doesNotContain(FREE + "2026-11-20",
                        FREE + "2026-11-18");
        } finally {
            run("delete from t_alfa.plugin_setting where school_id = '" + CalendarSchool.SCHOOL + "'");
        }
    }

    /** What the test says of free times holds on a day of school; this week's may be a holiday. */
    private static boolean open(LocalDate day) throws Exception {
        String page = Window.get(CALENDAR + "?view=day&on=" + day, TEACHER, Window.JSON).body();
        return page.contains("\"off\":[]");
    }

    private static JsonObject json(HttpResponse<String> answer) {
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }
}
