package lv.pumpurs.core.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import lv.pumpurs.core.learner.Relation;
import lv.pumpurs.core.personalcode.PersonalCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a row says of its guardians. */
class GuardianReadingTest {

    /** Stands for encryption, so that a test needs no keys. */
    private static final Cell.Seal SEAL = new Cell.Seal() {
        @Override
        public String close(PersonalCode code) {
            return new StringBuilder(code.digits()).reverse().toString();
        }

        @Override
        public PersonalCode open(String sealed) {
            return new PersonalCode(new StringBuilder(sealed).reverse().toString());
        }

        @Override
        public String index(PersonalCode code) {
            return HexFormat.of().formatHex(code.digits().getBytes(StandardCharsets.UTF_8));
        }
    };

    private static final List<GuardianPart> PARTS = List.of(GuardianPart.values());

    private final List<Finding> findings = new ArrayList<>();

    /** One guardian, in the order of the parts: key, name, given name, family name, e-mail, telephone, relation. */
    private List<SaidGuardian> read(String... cells) {
        Map<RosterField, Integer> places = new EnumMap<>(RosterField.class);
        for (int i = 0; i < cells.length; i++) {
            places.put(RosterField.valueOf("GUARDIAN" + (1 + i / 7) + "_" + PARTS.get(i % 7)), i);
        }
        findings.clear();
        return GuardianReading.of(new RowCells(Arrays.stream(cells).map(cell -> Cell.of(cell, SEAL)).toList(),
                new Mapping(places)), SEAL, findings);
    }

    private String told() {
        return String.join(" ", findings.stream()
            .map(finding -> finding.place() + ":" + finding.kind() + (finding.serious() ? "!" : ""))
            .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Ilze Ozola|Ilze|Ozola", "Ilze  Anna Ozola|Ilze Anna|Ozola",
            "Ozola, Ilze Anna|Ilze Anna|Ozola", "Ilze Ozola-Liepa|Ilze|Ozola-Liepa"})
    void a_name_in_one_ends_with_the_family_name_or_has_it_before_a_comma(String name, String given, String family) {
        SaidGuardian one = read("", name, "", "", "", "", "").getFirst();
        assertThat(one.givenName()).isEqualTo(given);
        assertThat(one.familyName()).isEqualTo(family);
        assertThat(one.role().relation()).isEqualTo(Relation.PARENT);
        assertThat(one.role().said()).isFalse();
    }

    @Test
    void nobody_is_there_where_nothing_but_a_relation_stands() {
        assertThat(read("", " ", "", "", "", " ", "māte")).isEmpty();
        assertThat(told()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"'' | Ilze | '' | '' | 1:GUARDIAN_NAME!",
            "'' | '' | Ilze | '' | 3:GUARDIAN_NAME!",
            "'' | '' | '' | Ozola | 2:GUARDIAN_NAME!", "a@b.lv | '' | '' | '' | 1:GUARDIAN_NAME!",
            "'' | 'Ozola,' | '' | '' | 1:GUARDIAN_NAME!", "'' | '' | Ilze1 | Ozola | 2:NAME_ODD!",
            "'' | '' | Ilze | 0zola | 3:NAME_ODD!", "'' | 'Ilze1 0zola' | '' | '' | 1:NAME_ODD!"})
    void a_guardian_has_both_names(String email, String name, String given, String family, String findings) {
        assertThat(read("", name, given, family, email, "", "")).isEmpty();
        assertThat(told()).isEqualTo(findings);
    }

    @ParameterizedTest
    @CsvSource({"ILZE@Pasts.LV,ilze@pasts.lv", "i.o+x_y%z-1@a-b.c.lv,i.o+x_y%z-1@a-b.c.lv",
            "o'brien@a.lv,o'brien@a.lv"})
    void an_address_is_kept_in_small_letters(String typed, String kept) {
        assertThat(read("", "Ilze Ozola", "", "", typed, "", "").getFirst().email()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@", "a@", "@b.lv", "a@b", "a@b.", "a b@c.lv", "a@b.lv;c@d.lv", "a@@b.lv", "<a@b.lv>",
            "a@-b.lv", "ā@b.lv", "010310-21231", "a010310-21231@b.lv", "nav"})
    void what_is_no_address_is_told(String typed) {
        assertThat(read("", "Ilze Ozola", "", "", typed, "", "")).isEmpty();
        assertThat(told()).isEqualTo("4:EMAIL_WRONG!");
    }

    @Test
    void an_address_has_an_end() {
        String host = ("b".repeat(60) + ".").repeat(3) + "lv";
        String longest = "a".repeat(254 - host.length() - 1) + "@" + host;
        assertThat(longest.indexOf('@')).isPositive().isLessThanOrEqualTo(64 + 6);
        assertThat(read("", "Ilze Ozola", "", "", "a".repeat(64) + "@" + host, "", "")).hasSize(1);
        assertThat(read("", "Ilze Ozola", "", "", "a".repeat(65) + "@" + host, "", "")).isEmpty();
        assertThat(read("", "Ilze Ozola", "", "", "a@" + "b.".repeat(125) + "lv", "", "")).hasSize(1);
        assertThat(read("", "Ilze Ozola", "", "", "a@" + "b.".repeat(126) + "lv", "", "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"29123456,+37129123456", "29 123-456,+37129123456", "(+371) 29123456,+37129123456",
            "+37129123456,+37129123456", "37129123456,+37129123456", "0037129123456,+37129123456",
            "67 123 456,+37167123456", "+12345678,+12345678", "+123456789012345,+123456789012345"})
    void the_same_number_is_the_same_however_it_is_written(String typed, String kept) {
        assertThat(read("", "Ilze Ozola", "", "", "", typed, "").getFirst().phone()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "1234567", "19123456", "291234567", "+1234567", "+1234567890123456", "nav",
            "29123456, 29123457", "010310-21231", "32010112345", "+371 2912345x"})
    void what_is_no_number_is_told_and_no_personal_code_becomes_one(String typed) {
        assertThat(read("", "Ilze Ozola", "", "", "", typed, "")).isEmpty();
        assertThat(told()).isEqualTo("5:PHONE_WRONG!");
    }

    @ParameterizedTest
    @CsvSource({"Māte,PARENT", "tēvs,PARENT", "vecāks,PARENT", "parent,PARENT", "Aizbildne,GUARDIAN",
            "guardian,GUARDIAN", "likumiskais pārstāvis,GUARDIAN", "audžuģimene,FOSTER_FAMILY",
            "institūcija,INSTITUTION", "vecmāmiņa,", "relative,", "teacher,", "?,"})
    void only_who_stands_for_a_child_by_law_has_a_relation(String typed, Relation relation) {
        SaidGuardian one = read("", "Ilze Ozola", "", "", "", "", typed).getFirst();
        assertThat(one.role().relation()).isEqualTo(relation);
        assertThat(one.role().said()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"x,y,Ilze,a@b.lv,c@d.lv", "x,x,Zane,a@b.lv,c@d.lv", "x,y,Zane,a@b.lv,A@B.lv"})
    void the_same_name_key_or_address_twice_in_a_row_is_told(String key, String other, String name, String email,
            String address) {
        assertThat(read(key, "Ilze Ozola", "", "", email, "", "", other, name + " ozola", "", "", address, "", ""))
            .hasSize(1);
        assertThat(told()).isEqualTo("11:GUARDIAN_TWICE!");
        assertThat(read("x", "Ilze Ozola", "", "", "a@b.lv", "", "", "y", "Zane Ozola", "", "", "c@d.lv", "", ""))
            .hasSize(2);
        assertThat(told()).isEmpty();
    }

    @Test
    void a_personal_code_serves_as_key_without_being_kept() {
        String code = "010310-21231";
        assertThat(read(code, "Ilze Ozola", "", "", "", "", "").getFirst().source()).startsWith("#")
            .doesNotContain("010310", "21231");
        assertThat(Cell.keys("p1, " + code + ",p2", SEAL).text()).startsWith("p1,#")
            .endsWith(",p2")
            .doesNotContain("010310");
        assertThat(Cell.of("+37101031021", SEAL).text()).isEqualTo("+37101031021");
        assertThat(Cell.of("+371010310212", SEAL).text()).isEqualTo("+371010310212");
        assertThat(Cell.of("+01031021231", SEAL).text()).doesNotContain("010310");
    }
}
