package lv.pumpurs.core.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lv.pumpurs.spi.RestrictedText;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.jspecify.annotations.Nullable;

class FormBindingTest {

    enum Colour {
        GREEN, RED
    }

    record Input(@NotBlank String name, @NotNull LocalDate on, @Nullable @Max(100) BigDecimal amount,
            int count, boolean agreed, List<Colour> colours, @Nullable UUID school) {}

    private final FormBinding binding = new FormBinding(Validation.byDefaultProvider()
        .configure()
        .messageInterpolator(new ParameterMessageInterpolator())
        .buildValidatorFactory()
        .getValidator(), new Texts());

    @Test
    void letters_with_diacritics_arrive_as_they_were_typed() {
        assertThat(bind("name=" + encoded("Šķēle <script>") + "&on=2026-11-22").name()).isEqualTo("Šķēle <script>");
    }

    @Test
    void a_form_fills_the_record_that_json_would_fill() {
        UUID school = UUID.randomUUID();
        Input input = bind("name=A&on=22.11.2026.&amount=" + encoded("12,50") + "&count=3&agreed=on&colours=GREEN"
                + "&colours=RED&school=" + school);

        assertThat(input).isEqualTo(new Input("A", LocalDate.of(2026, 11, 22), new BigDecimal("12.50"), 3, true,
                List.of(Colour.GREEN, Colour.RED), school));
    }

    @ParameterizedTest
    @CsvSource({"on,31.02.2026.,'Ierakstiet datumu, piemēram, 22.11.2026.'",
            "on,-999999999-01-01,'Ierakstiet datumu, piemēram, 22.11.2026.'",
            "on,01.01.1899.,'Ierakstiet datumu, piemēram, 22.11.2026.'",
            "on,3000-01-01,'Ierakstiet datumu, piemēram, 22.11.2026.'",
            "on,22/11/2026,'Ierakstiet datumu, piemēram, 22.11.2026.'",
            "amount,1E+999999999,'Ierakstiet skaitli, piemēram, 12 vai 12,5.'",
            "amount,101,'Vērtība nedrīkst pārsniegt 100.'",
            "count,99999999999,'Ierakstiet skaitli, piemēram, 12 vai 12,5.'",
            "colours,BLUE,Izvēlieties vienu no piedāvātajām vērtībām.",
            "school,abc,Izvēlieties vienu no piedāvātajām vērtībām."})
    void a_wrong_value_is_named_in_words_and_kept(String field, String typed, String sentence) {
        InvalidInput refused = catchThrowableOfType(InvalidInput.class,
                () -> bind((field.equals("on") ? "name=A" : "name=A&on=2026-11-22") + "&" + field + "="
                        + encoded(typed)));

        assertThat(refused.errors()).containsEntry(field, sentence);
        assertThat(refused.typed().values()).containsEntry(field, typed);
    }

    /** Rows keep the names under which they were posted, whatever the validator counts. */
    @Test
    void rows_of_a_list_become_its_records_and_what_is_wrong_is_told_at_the_row() {
        Bound<Table> bound = binding.read(Table.class,
                fields("rows.b.name=Anna&rows.b.tags=x&rows.b.tags=y&rows.b.count=2"
                        + "&rows.a.count=z&rows.7.name=+&rows.7.count=99"),
                Languages.LATVIAN);

        assertThat(bound.value().rows()).first().isEqualTo(new Row("Anna", 2, List.of("x", "y")));
        assertThat(bound.value().rows()).hasSize(3);
        assertThat(bound.errors()).containsEntry("rows.a.count", "Ierakstiet skaitli, piemēram, 12 vai 12,5.")
            .containsEntry("rows.a.name", "Šis lauks ir jāaizpilda.")
            .containsEntry("rows.7.name", "Šis lauks ir jāaizpilda.")
            .containsEntry("rows.7.count", "Vērtība nedrīkst pārsniegt 9.")
            .hasSize(4);
    }

    record Table(@Valid List<Row> rows) {}

    record Row(@NotBlank String name, @Max(9) Integer count, List<String> tags) {}

    record Said(@Nullable @Size(max = 7) RestrictedText words) {}

    @Test
    void restricted_words_are_bound_closed_and_counted_as_any_text() {
        assertThat(binding.read(Said.class, fields("words=+slepeni+"), Languages.LATVIAN))
            .isEqualTo(new Bound<>(new Said(RestrictedText.of("slepeni")), Map.of()));
        assertThat(binding.read(Said.class, fields("words=slepeni!"), Languages.LATVIAN).errors())
            .containsOnlyKeys("words");
        assertThat(binding.read(Said.class, fields("words=+"), Languages.LATVIAN).value()).isEqualTo(new Said(null));
    }

    @Test
    void all_errors_are_told_at_once_in_the_readers_language() {
        InvalidInput refused = catchThrowableOfType(InvalidInput.class,
                () -> binding.bind(Input.class, fields("name=+&csrf=secret"), Locale.ENGLISH));

        assertThat(refused.errors()).containsEntry("name", "This field must be filled in.")
            .containsEntry("on", "This field must be filled in.");
        assertThat(refused.typed().values()).doesNotContainKey("csrf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name=%", "name=%ZZ", "%=1"})
    void a_body_that_is_no_form_is_refused(String body) {
        assertThatThrownBy(() -> fields(body)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_form_with_thousands_of_fields_is_refused() {
        assertThatThrownBy(() -> fields("a=1&".repeat(10_001))).isInstanceOf(IllegalArgumentException.class);
    }

    private Input bind(String body) {
        return binding.bind(Input.class, fields(body), Languages.LATVIAN);
    }

    private static FormFields fields(String body) {
        return FormFields.of(body.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
