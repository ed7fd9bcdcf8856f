package lv.pumpurs.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A tenant's file applied to the running system. */
class NewTenantIT {

    private static final String FILE = """
            slug: madona
            name: Madonas novads
            kind: MUNICIPALITY
            locale: lv
            atvk:
              code: "0038000"
              valid_from: "2021-07-01"
            programmes: [PUMPURS]
            schools:
              - key: madonas-pamatskola
                name: Madonas pamatskola
                kind: PAMATSKOLA
                participation:
                  - {programme: PUMPURS, from: 2018/2019-1, precision: SCHOOL_YEAR, announced: true, listed: true, source: "Tests"}
            administrators:
              - {given_name: Madara, family_name: Madone, email: madara@madona.example}
            """;

    private final Visitor operator = Visitor.operator();

    @Test
    void a_fourth_tenant_is_there_without_a_restart_and_a_second_time_changes_nothing() {
        Answer made = apply(operator, "madona", FILE);
        assertThat(made.status()).as(made.body()).isEqualTo(200);
        // the local Keycloak has no mail server: whoever applied the file is told that no mail went out
        assertThat(made.list("steps").getValuesAs(jakarta.json.JsonObject.class))
            .filteredOn(step -> step.getInt("unmailed") > 0)
            .extracting(step -> step.getString("name"))
            .containsExactly("INVITATION");
        assertThat(operator.page("/operator/tenants").body()).contains("1 administratoram vēstule nav nosūtīta");

        Answer again = apply(operator, "madona", FILE);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().getBoolean("changed")).isFalse();
        assertThat(again.list("steps").getValuesAs(jakarta.json.JsonObject.class)).isNotEmpty()
            .noneMatch(step -> step.getBoolean("changed"));

        assertThat(operator.get("/operator/tenants").texts("tenants", "slug")).contains("madona");
        assertThat(operator.get("/t/madona").status()).isEqualTo(404);
        assertThat(operator.post("/operator/tenants/madona/entries", Visitor.JSON,
                "{\"reason\":\"Skatos, vai jaunā pašvaldība darbojas\"}")
            .status()).isEqualTo(201);
        assertThat(operator.get("/t/madona/learners").json().getJsonObject("paging").getInt("total")).isZero();
        assertThat(operator.page("/t/madona/figures").body()).contains("Publicētu rādītāju nav");
        assertThat(operator.page("/t/madona/overview").body()).contains("Vēl nav ko skaitīt");
        operator.post("/operator/tenants/madona/exit", Visitor.FORM, "");
        assertThat(operator.get("/t/madona").status()).isEqualTo(404);
    }

    @Test
    void a_tenant_of_the_repository_is_already_what_its_file_says() throws Exception {
        String file = Files.readString(Path.of(System.getProperty("pumpurs.tenants", "../../tenants"), "livani.yaml"));
        Answer answer = apply(operator, "livani", file);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().getBoolean("changed")).isFalse();
    }

    /** Lines are those of {@link #FILE}. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"kind: MUNICIPALITY|kind: KINGDOM|3", "locale: lv|colour: green|4",
            "2021-07-01|2021-13-41|7", "PAMATSKOLA|PILS|12", "from: 2018/2019-1|from: 2018/2019-3|14",
            "slug: madona|slug: citur|1"})
    void a_wrong_file_is_refused_with_line_and_reason_and_nothing_is_touched(String right, String wrong, int line) {
        Answer refused = apply(operator, "madona", FILE.replace(right, wrong));
        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.json().getString("detail")).startsWith("Nekas nav mainīts.")
            .containsPattern("(:|rind\\w+ |line )" + line + "\\b");
    }

    @ParameterizedTest
    @CsvSource({"''", "'{'", "'a: [b'", "'- 1'", "'slug: lubana'"})
    void what_is_no_file_of_a_tenant_is_refused(String text) {
        Answer refused = apply(operator, "madona", text);
        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.json().getString("detail")).doesNotContain("Exception");
    }

    @Test
    void only_the_operators_administrator_applies_files() {
        assertThat(apply(Visitor.of("eksperts@demo.pumpurs.test"), "madona", FILE).status()).isEqualTo(403);
        assertThat(apply(Visitor.of("admin", "lubana"), "madona", FILE).status()).isEqualTo(403);
        assertThat(apply(Visitor.nobody(), "madona", FILE).status()).isEqualTo(401);
    }

    private static Answer apply(Visitor who, String slug, String file) {
        return Visitor.send(who.at("/operator/tenants/" + slug)
            .header("Content-Type", "application/yaml")
            .PUT(BodyPublishers.ofString(file)));
    }
}
