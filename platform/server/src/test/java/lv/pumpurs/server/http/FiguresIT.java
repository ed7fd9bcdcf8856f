package lv.pumpurs.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures of the three source documents come out of the rows. Expected values are the documents' own. */
class FiguresIT {

    private static final String LUBANA_WHOLE = "Lubānas novads";

    @ParameterizedTest
    @CsvSource({"L1,M5_FIRST_SEMESTER,Lubānas vidusskola,2018/2019-2", "L2,M3_LEARNERS_SUPPORTED,Lubānas novads,47",
            "L3,M1_PLANS_PREPARED,Lubānas novads,22", "L3,M2_PLANS_REALISED,Lubānas novads,22",
            "L4,M3_LEARNERS_SUPPORTED,Lubānas novads,24", "L8,M7_COMPLETION,Lubānas novads,100"})
    void what_lubana_published_is_counted_from_rows(String code, String measure, String scope, String published) {
        assertThat(shown(figure("lubana", code, measure, scope))).isEqualTo(published + " = " + published);
    }

    @ParameterizedTest
    @CsvSource({"R1,M5_FIRST_SEMESTER,2017/2018-1", "R2,M5_SCHOOLS_WITH_PLAN,2", "R3,M3_LEARNERS_SUPPORTED,39",
            "R4,M1_PLANS_PREPARED,39", "R8,M5_SCHOOLS_LISTED,7"})
    void what_rezekne_published_is_counted_from_rows(String code, String measure, String published) {
        assertThat(shown(figure("rezekne", code, measure, "Rēzeknes valstspilsēta")))
            .isEqualTo(published + " = " + published);
    }

    @ParameterizedTest
    @CsvSource({"V2,M5_SCHOOLS_WITH_PLAN,Līvānu novads,3", "V3,M3_LEARNERS_SUPPORTED,Līvānu novads,43",
            "V3,M3_LEARNERS_SUPPORTED,Jersikas pamatskola,17", "V3,M3_LEARNERS_SUPPORTED,Rožupes pamatskola,12",
            "V3,M3_LEARNERS_SUPPORTED,Rudzātu vidusskola,14", "V4,M4_EDUCATORS_ENGAGED,Līvānu novads,26",
            "V5,M1_PLANS_PREPARED,Līvānu novads,43"})
    void what_livani_published_is_counted_from_rows(String code, String measure, String scope, String published) {
        assertThat(shown(figure("livani", code, measure, scope))).isEqualTo(published + " = " + published);
    }

    @Test
    void the_most_used_measure_of_rezekne_is_the_one_its_document_names() {
        assertThat(computed("R5", "M6_MEASURE_USE_RANK")).startsWith("CONS_SUBJECT_TEACHER");
        for (String byRisk : List.of("R6a", "R6b", "R6c")) {
            assertThat(computed(byRisk, "M6_MEASURE_USE_RANK")).as(byRisk).startsWith("CONS_SOCIAL_PEDAGOGUE");
        }
        assertThat(computed("R7a", "M6_MEASURE_PRESENT")).contains("COMP_PUBLIC_TRANSPORT");
        assertThat(computed("R7b", "M6_MEASURE_PRESENT")).contains("COMP_MEALS");
        assertThat(computed("R3", "GRADES_FROM_TO")).isEqualTo("5-12");
    }

    /** The document announces eight schools and names seven: both stay, and the page says by how much they differ. */
    @ParameterizedTest
    @CsvSource({"lubana,6,''", "rezekne,13,R8 M5_SCHOOLS_ANNOUNCED -1", "livani,7,''"})
    void every_published_figure_is_there_and_only_the_eighth_school_differs(String tenant, int count,
            String differing) {
        List<JsonObject> all = figures(tenant);
        assertThat(all).hasSize(count);
        assertThat(all).filteredOn(one -> differs(one))
            .extracting(one -> one.getString("code") + " " + one.getString("measure") + " " + one.get("difference"))
            .isEqualTo(differing.isEmpty() ? List.of() : List.of(differing));
    }

    @Test
    void a_figure_says_what_where_when_and_who_published_it() {
        assertThat(Answer.laidOut(figure("lubana", "L2", "M3_LEARNERS_SUPPORTED", LUBANA_WHOLE).toString()))
            .isEqualTo(Answer.laidOut("""
                    {"code":"L2","computed":47,"difference":0,"measure":"M3_LEARNERS_SUPPORTED",
                     "note":"Pieņemts: no 2018./2019. m. g. 2. semestra līdz 2019./2020. m. g. 2. semestrim, jo 2020./2021. m. g. avotā aplūkots atsevišķi.",
                     "period":{"from":"2018/2019-2","to":"2019/2020-2"},"published":47,
                     "quote":"Aizvadītajos mācību gados palīdzību projekta ietvaros ieguvuši 47 skolēni.",
                     "scope":"Lubānas novads","source":"Lubānas vidusskola, projekta lapa","unit":"LEARNERS"}"""));
    }

    @Test
    void the_overview_counts_one_semester_as_its_document_does() {
        JsonObject counted = Visitor.of("pasvaldiba", "lubana")
            .get("/t/lubana/overview?from=2020/2021-1&to=2020/2021-1")
            .json();
        assertThat(counted.getJsonObject("period").toString())
            .isEqualTo("{\"from\":\"2020/2021-1\",\"to\":\"2020/2021-1\"}");
        JsonObject totals = counted.getJsonObject("totals");
        assertThat(totals.getInt("plansPrepared")).isEqualTo(22);
        assertThat(totals.getInt("plansRealised")).isEqualTo(22);
        // Lubāna has one school and one semester is asked for: the three rows must say the same
        assertThat(counts(counted, "schools")).containsExactly(totals);
        assertThat(counts(counted, "bySemester")).containsExactly(totals);
        assertThat(counted.getJsonArray("figures")).isEqualTo(
                Visitor.of("pasvaldiba", "lubana").get("/t/lubana/figures").list("figures"));
    }

    @Test
    void the_overview_of_all_schools_counts_each_learner_once() {
        JsonObject counted = Visitor.of("pasvaldiba", "livani")
            .get("/t/livani/overview?from=2019/2020-1&to=2019/2020-1")
            .json();
        assertThat(counted.getJsonObject("totals").getInt("learnersSupported")).isEqualTo(43);
        assertThat(counts(counted, "schools")).extracting(one -> one.getInt("learnersSupported"))
            .containsExactlyInAnyOrder(17, 12, 14);
    }

    private static List<JsonObject> counts(JsonObject overview, String list) {
        return overview.getJsonArray(list)
            .getValuesAs(JsonObject.class)
            .stream()
            .map(line -> line.getJsonObject("counts"))
            .toList();
    }

    private static List<JsonObject> figures(String tenant) {
        return Visitor.of("pasvaldiba", tenant)
            .get("/t/" + tenant + "/figures")
            .list("figures")
            .getValuesAs(JsonObject.class);
    }

    private static JsonObject figure(String tenant, String code, String measure, String scope) {
        return figures(tenant).stream()
            .filter(one -> one.getString("code").equals(code) && one.getString("measure").equals(measure)
                    && one.getString("scope").equals(scope))
            .findFirst()
            .orElseThrow(() -> new AssertionError(code + " " + measure + " of " + scope + " is missing"));
    }

    private static String computed(String code, String measure) {
        return text(figure("rezekne", code, measure, "Rēzeknes valstspilsēta").get("computed"));
    }

    private static String shown(JsonObject figure) {
        assertThat(figure.getInt("difference")).as(figure.toString()).isZero();
        return text(figure.get("published")) + " = " + text(figure.get("computed"));
    }

    private static boolean differs(JsonObject figure) {
        return figure.isNull("difference") || figure.getInt("difference") != 0;
    }

    /** Numbers may be written 100 and 100.0. */
    private static String text(@Nullable JsonValue value) {
        return value instanceof JsonString words
                ? words.getString()
                : new java.math.BigDecimal(String.valueOf(value)).stripTrailingZeros().toPlainString();
    }
}
