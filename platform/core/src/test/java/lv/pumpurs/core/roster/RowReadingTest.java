package lv.pumpurs.core.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lv.pumpurs.core.personalcode.PersonalCode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowReadingTest {

    private static final Term TERM = new Term("2020/2021", LocalDate.of(2020, 9, 1), LocalDate.of(2021, 5, 31),
            LocalDate.of(2020, 10, 15));
    private static final Mapping MAPPING = mapping(RosterField.GIVEN_NAME, RosterField.FAMILY_NAME,
            RosterField.PERSONAL_CODE, RosterField.BIRTH_DATE, RosterField.CLASS_NAME, RosterField.GRADE,
            RosterField.VOCATIONAL_YEAR, RosterField.FROM);
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
            return java.util.HexFormat.of().formatHex(code.digits().getBytes(StandardCharsets.UTF_8));
        }
    };

    private static Mapping mapping(RosterField... fields) {
        Map<RosterField, Integer> places = new HashMap<>();
        for (int i = 0; i < fields.length; i++) {
            places.put(fields[i], i);
        }
        return new Mapping(places);
    }

    private static RowReading read(String... cells) {
        return new RowReading(Arrays.stream(cells).map(cell -> Cell.of(cell, SEAL)).toList(), 8, MAPPING, TERM, SEAL);
    }

    private static String told(RowReading reading) {
        return String.join(" ", reading.findings()
            .stream()
            .map(finding -> finding.place() + ":" + finding.kind() + (finding.serious() ? "!" : ""))
            .toList());
    }

    @ParameterizedTest
    @CsvSource({"01.03.2009,2009-03-01", "1.3.2009.,2009-03-01", "2009-03-01,2009-03-01", "29.02.2008,2008-02-29",
            "29.02.2009,", "31.04.2009,", "2009-13-01,", "01/03/2009,", "1.3.9,", "15.10.2020,2020-10-15",
            "16.10.2020,", "01.01.1900,1900-01-01", "31.12.1899,", "00.00.0000,", "01.03.99999,"})
    void a_date_is_written_in_latvian_or_as_programs_do_and_can_be(String typed, LocalDate date) {
        Line line = read("Anna", "Šķēle", "", typed, "5.a", "", "", "").line();
        assertThat(line == null ? null : line.birthDate()).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({"5.a,,,5.a,5,false", "5a,,,5.a,5,false", "5 A,,,5.a,5,false", "12,,,12,12,false", "1.b,,,1.b,1,false",
            "5. klase,,,5,5,false", "13.a,,,,,", "0.a,,,,,", "zaļā,,,,,", "zaļā,5,,zaļā,5,false", "zaļā,13,,,,",
            "P1-2,,1,P1-2,1,true", "P1-2,,4.,P1-2,4,true", "P1-2,,5,,,", "P1-2,,x,,,", "05.a,,,05.a,5,false"})
    void a_class_says_its_grade_or_another_column_does(String name, String grade, String year, String className,
            Integer number, Boolean vocational) {
        Line line = read("Anna", "Šķēle", "", "01.03.2009", name, grade == null ? "" : grade, year == null ? "" : year,
                "")
            .line();
        if (className == null) {
            assertThat(line).isNull();
        } else {
            assertThat(Objects.requireNonNull(line).place().className()).isEqualTo(className);
            assertThat(line.place().grade()).isEqualTo(number);
            assertThat(line.place().vocational()).isEqualTo(vocational);
        }
    }

    @ParameterizedTest
    @CsvSource({"Anna-Elizabete,''", "O’Brien,''", "Žan d'Ark,''", "A,''", "-,0:NAME_ODD!", "Anna1,0:NAME_ODD!",
            "=cmd|x,0:NAME_ODD!", "<b>,0:NAME_ODD!", "'',0:MISSING!", "An\u202ena,0:NAME_ODD!"})
    void a_name_has_letters_and_what_joins_them(String name, String findings) {
        assertThat(told(read(name, "Šķēle", "", "01.03.2009", "5.a", "", "", ""))).isEqualTo(findings);
    }

    @Test
    void a_name_has_an_end() {
        assertThat(told(read("x".repeat(100), "Šķēle", "", "01.03.2009", "5.a", "", "", ""))).isEmpty();
        assertThat(told(read("x".repeat(101), "Šķēle", "", "01.03.2009", "5.a", "", "", "")))
            .isEqualTo("0:TOO_LONG!");
    }

    @ParameterizedTest
    @CsvSource({"010310-21231,2:CODE_CHECKSUM", "320101-12345,''", "32010112345,''", "12,2:CODE_MALFORMED!",
            "990399-21234,2:CODE_MALFORMED!", "010310 21231,2:CODE_CHECKSUM", "0103102123,2:CODE_MALFORMED!"})
    void a_code_of_either_form_is_taken_and_its_checksum_is_a_warning_only(String code, String findings) {
        assertThat(told(read("Anna", "Šķēle", code, "", "5.a", "", "", ""))).isEqualTo(findings);
    }

    @Test
    void an_old_code_tells_the_day_of_birth_and_a_new_one_does_not() {
        assertThat(Objects.requireNonNull(read("A", "B", "010310-21231", "", "5.a", "", "", "").line()).birthDate())
            .isEqualTo(LocalDate.of(2010, 3, 1));
        assertThat(Objects.requireNonNull(read("A", "B", "320101-12345", "", "5.a", "", "", "").line()).birthDate())
            .isNull();
        assertThat(told(read("A", "B", "010310-21231", "02.03.2010", "5.a", "", "", "")))
            .isEqualTo("2:CODE_CHECKSUM 3:BIRTH_DATE_OF_CODE");
        assertThat(told(read("A", "B", "", "", "5.a", "", "", ""))).isEqualTo("-1:CODE_OR_BIRTH_DATE!");
    }

    @Test
    void a_code_is_masked_wherever_it_stands() {
        for (String typed : List.of("010310-21231", "01031021231", "990399-21234", "kods 010310-21231.")) {
            Cell cell = Cell.of(typed, SEAL);
            assertThat(cell.json().toString()).doesNotContain("010310", "990399");
            assertThat(Cell.of(cell.json()).text()).contains("******-*123");
        }
        assertThat(Cell.of("123456789012", SEAL).text()).isEqualTo("123456789012");
    }

    @ParameterizedTest
    @CsvSource({"Vārds,GIVEN_NAME", "UZVĀRDS,FAMILY_NAME", "Personas_kods,PERSONAL_CODE", "Birth date,BIRTH_DATE",
            "klase:,CLASS_NAME", "Kurss,VOCATIONAL_YEAR", "Māte,GUARDIAN1_NAME", "Mātes vārds,GUARDIAN1_GIVEN_NAME",
            "Mātes uzvārds,GUARDIAN1_FAMILY_NAME", "Mātes e-pasts,GUARDIAN1_EMAIL", "Tēvs,GUARDIAN2_NAME",
            "Tēva tālrunis,GUARDIAN2_PHONE", "Vecāks,GUARDIAN1_NAME", "1. vecāka vārds,GUARDIAN1_GIVEN_NAME",
            "2. vecāka uzvārds,GUARDIAN2_FAMILY_NAME", "Vecāks 2,GUARDIAN2_NAME", "Vecāku e-pasts,GUARDIAN1_EMAIL",
            "Likumiskais pārstāvis,GUARDIAN1_NAME", "Likumiskā pārstāvja tālrunis,GUARDIAN1_PHONE",
            "Pārstāvis 2 (e-pasts),GUARDIAN2_EMAIL", "Aizbildnis,GUARDIAN1_NAME",
            "1. vecāka saistība,GUARDIAN1_RELATION",
            "guardian1Email,GUARDIAN1_EMAIL", "Guardian 2 given name,GUARDIAN2_GIVEN_NAME",
            "Parent 2 phone,GUARDIAN2_PHONE", "Mother's e-mail,GUARDIAN1_EMAIL", "Father,GUARDIAN2_NAME",
            "guardian 1 id,GUARDIAN1_SOURCE", "guardian 2 role,GUARDIAN2_RELATION"})
    void columns_are_known_by_their_usual_names(String column, RosterField field) {
        assertThat(Mapping.guess(List.of("x", column)).place(field)).isEqualTo(1);
        assertThat(Mapping.guess(List.of("x", column)).places()).hasSize(1);
        assertThat(Mapping.guess(List.of("x|" + column)).places()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"E-pasts", "Tālrunis", "Saistība", "Matemātika", "3. vecāka e-pasts", "Vecmāmiņa",
            "Vecāku sapulce", "parents evening", "Audzinātājs"})
    void what_is_no_guardians_column_is_not_taken_for_one(String column) {
        assertThat(Mapping.guess(List.of(column)).places()).isEmpty();
    }

    @Test
    void every_field_can_be_chosen_in_the_form() throws Exception {
        for (RosterField field : RosterField.values()) {
            assertThat(MapColumns.class.getMethod(field.component()).getReturnType()).isEqualTo(Integer.class);
        }
        Integer[] places = java.util.stream.IntStream.range(0, RosterField.values().length)
            .boxed()
            .toArray(Integer[]::new);
        Object[] all = Arrays.copyOf(places, places.length + 1, Object[].class);
        all[places.length] = false;
        MapColumns columns = (MapColumns) MapColumns.class.getDeclaredConstructors()[0].newInstance(all);
        Mapping chosen = columns.mapping();
        for (RosterField field : RosterField.values()) {
            assertThat(chosen.place(field)).as(field.component())
                .isEqualTo(List.of(RosterField.values()).indexOf(field));
        }
    }

    @Property(tries = 150)
    void no_row_breaks_the_reading(@ForAll("rows") List<String> cells, @ForAll("mappings") Mapping mapping) {
        List<Cell> staged = cells.stream().map(cell -> Cell.of(Cell.of(cell, SEAL).json())).toList();
        RowReading reading = new RowReading(staged, 8, mapping, TERM, SEAL);
        boolean serious = reading.findings().stream().anyMatch(Finding::serious);
        assertThat(reading.line() == null).isEqualTo(serious);
    }

    @Provide
    Arbitrary<List<String>> rows() {
        return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(30),
                Arbitraries.of("", "Anna", "5.a", "01.03.2009", "010310-21231", "99999999999", "=1+1", "x".repeat(2000),
                        "5. klase", "\u202e", "31.02.2000.", "-999999999-01-01", "+999999999-12-31", "@", "a@b.lv", ",",
                        "Ozola, Ilze",
                        "+37129123456", "37129123456", "00371", "29123456;29123457", "māte", "?"))
            .list()
            .ofMaxSize(24);
    }

    @Provide
    Arbitrary<Mapping> mappings() {
        return Arbitraries.maps(Arbitraries.of(RosterField.class), Arbitraries.integers().between(0, 23))
            .map(Mapping::new);
    }
}
