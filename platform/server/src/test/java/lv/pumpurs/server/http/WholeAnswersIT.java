package lv.pumpurs.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whole answers, of which every field is known for a reason; what is made anew each time is asked for elsewhere. */
class WholeAnswersIT {

    private static final List<String> TWELVE = List.of("id", "givenName", "familyName", "className", "grade",
            "schoolId", "schoolName", "planSemester", "planState", "plans");

    @Test
    void the_registry_names_the_three_municipalities() {
        JsonObject all = Visitor.operator().get("/operator/tenants").json();
        assertThat(all.keySet()).containsExactlyInAnyOrder("tenants", "mayEnter", "mayApply");
        // another test adds a fourth
        List<JsonObject> three = all.getJsonArray("tenants")
            .getValuesAs(JsonObject.class)
            .stream()
            .filter(one -> !one.getString("slug").equals("madona"))
            .toList();
        assertThat(Answer.laidOut(three.toString())).isEqualTo(Answer.laidOut(
                """
                [{"atvkCode":"0036000","kind":"MUNICIPALITY","name":"Līvānu novads","slug":"livani","state":"ACTIVE","unmailed":0},
                 {"kind":"MUNICIPALITY","name":"Lubānas novads","slug":"lubana","state":"ACTIVE","unmailed":0},
                 {"atvkCode":"0006000","kind":"MUNICIPALITY","name":"Rēzeknes valstspilsēta","slug":"rezekne","state":"ACTIVE","unmailed":0}]"""));
    }

    /** What the home page counts is what the list shows, row by row. */
    @Test
    void the_home_counts_what_the_list_holds() {
        Visitor coordinator = Visitor.of("pasvaldiba", "lubana");
        List<JsonObject> learners = coordinator.learners("lubana");
        JsonObject home = coordinator.get("/t/lubana").json();
        String semester = home.getString("semester");
        Map<String, Long> states = learners.stream()
            .filter(one -> semester.equals(one.getString("planSemester", "")))
            .collect(Collectors.groupingBy(one -> one.getString("planState"), Collectors.counting()));
        assertThat(home.getInt("learners")).isEqualTo(learners.size());
        assertThat(home.getJsonArray("plans")
            .getValuesAs(JsonObject.class)
            .stream()
            .collect(Collectors.toMap(one -> one.getString("state"),
                    one -> one.getJsonNumber("plans").longValue())))
            .isEqualTo(states);
        assertThat(home.keySet()).containsExactlyInAnyOrder("name", "roles", "work", "more", "learners", "semester",
                "plans");
    }

    /** The demonstration's auditor has a grant for the school of the coordinator. */
    @Test
    void the_home_of_an_auditor_counts_the_school_that_the_grant_names() {
        JsonObject home = Visitor.of("revidents", "lubana").get("/t/lubana").json();
        JsonObject ofSchool = Visitor.of("koordinators", "lubana").get("/t/lubana").json();
        assertThat(home.getString("name")).isEqualTo("Raimonds Revidents");
        assertThat(home.getJsonArray("roles").toString()).isEqualTo("[\"AUDITOR\"]");
        assertThat(home.getInt("learners")).isPositive().isEqualTo(ofSchool.getInt("learners"));
        assertThat(home.getJsonArray("plans")).isNotEmpty().isEqualTo(ofSchool.getJsonArray("plans"));
    }

    @Test
    void an_adult_learner_finds_the_own_file_and_nobody_elses() {
        Visitor learner = Visitor.of("skolens", "lubana");
        JsonObject list = learner.get("/t/lubana/learners").json();
        assertThat(Answer.laidOut(list.getJsonObject("paging").toString()))
            .isEqualTo(Answer.laidOut("{\"page\":1,\"size\":25,\"sort\":\"name\",\"total\":1}"));
        JsonObject row = list.getJsonArray("learners").getJsonObject(0);
        assertThat(row.getString("givenName") + " " + row.getString("familyName")).isEqualTo("Jānis Pilngadīgs");
        assertThat(TWELVE).containsAll(row.keySet());

        JsonObject file = learner.get("/t/lubana/learners/" + row.getString("id")).json();
        assertThat(file.keySet()).containsExactlyInAnyOrder("id", "givenName", "familyName", "personalCode", "years",
                "plans", "mayChange", "doubles");
        assertThat(file.getString("personalCode")).matches("[\\d•*]+-?[\\d•*]+").containsPattern("[•*]{4}");
        assertThat(Answer.laidOut(file.getJsonArray("years").toString())).isEqualTo(Answer.laidOut("""
                [{"className":"%s","grade":12,"schoolName":"Lubānas vidusskola","schoolYear":"2026/2027"}]"""
            .formatted(row.getString("className"))));
    }

    @Test
    void a_consultation_that_was_recorded_is_the_first_of_those_that_were_held() {
        Visitor provider = Visitor.of("pedagogs", "lubana");
        JsonObject learner = provider.get("/t/lubana/consultations").list("choices").getJsonObject(0);
        String subject = "Matemātika " + System.nanoTime();
        String today = java.time.LocalDate.now(java.time.ZoneId.of("Europe/Riga")).toString();
        Answer recorded = provider.post("/t/lubana/consultations/learners/" + learner.getString("learnerId") + "/new",
                Visitor.JSON,
                "{\"measures\":\"" + learner.getString("measure") + "\",\"heldOn\":\"" + today
                        + "\",\"startsAt\":\"00:00\",\"subject\":\"" + subject
                        + "\",\"minutes\":1}");
        assertThat(recorded.status()).as(recorded.body()).isEqualTo(201);
        assertThat(recorded.header("Location")).endsWith("/t/lubana/consultations");

        JsonObject first = provider.get("/t/lubana/consultations?state=HELD")
            .list("consultations")
            .getJsonObject(0);
        assertThat(Answer.laidOut(first.toString())).isEqualTo(Answer.laidOut("""
                {"className":"%s","familyName":"%s","givenName":"%s","heldOn":"%s",
                 "id":"%s","learnerId":"%s","minutes":1,"mode":"IN_PERSON","startsAt":"00:00:00","state":"HELD",
                 "subject":"%s"}"""
            .formatted(learner.getString("className"), first.getString("familyName"), first.getString("givenName"),
                    today,
                    first.getString("id"), learner.getString("learnerId"), subject)));
        assertThat(first.getString("givenName") + " " + first.getString("familyName"))
            .isEqualTo(learner.getString("name"));
    }

    @Test
    void a_list_is_sorted_by_the_latvian_alphabet_and_pages_do_not_overlap() {
        List<JsonObject> all = Visitor.of("pasvaldiba", "rezekne").learners("rezekne");
        assertThat(all.stream().map(one -> one.getString("id")).distinct().count()).isEqualTo(all.size());
        var latvian = java.text.Collator.getInstance(java.util.Locale.of("lv"));
        assertThat(all).isSortedAccordingTo(java.util.Comparator.comparing(WholeAnswersIT::family, latvian::compare));
    }

    private static String family(JsonObject learner) {
        return learner.getString("familyName");
    }

    @Test
    void a_search_folds_diacritics() {
        Answer found = Visitor.of("pasvaldiba", "lubana")
            .post("/t/lubana/learners/search", Visitor.JSON, "{\"q\":\"berzins\"}");
        List<String> names = found.texts("learners", "familyName");
        assertThat(names).isNotEmpty().allMatch(name -> name.equals("Bērziņš"));
        assertThat(names).hasSize((int) Visitor.of("pasvaldiba", "lubana")
            .learners("lubana")
            .stream()
            .filter(one -> one.getString("familyName").equals("Bērziņš"))
            .count());
    }
}
