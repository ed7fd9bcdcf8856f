package lv.pumpurs.core.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.JsonbException;
import java.time.LocalDate;
import java.util.List;
import lv.pumpurs.core.figures.FiguresView;
import lv.pumpurs.core.home.HomeView;
import lv.pumpurs.spi.RestrictedText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonTest {

    private static final Jsonb JSON = JsonbBuilder.create(new JsonbConfig().withFormatting(true));

    /** Somebody's day, from a program. */
    public record On(@Nullable LocalDate on) {}

    @Test
    void a_day_is_one_that_somebody_can_mean() {
        Jsonb json = new JsonDays().getContext(On.class);
        assertThat(json.fromJson("{\"on\":\"2999-12-31\"}", On.class)).isEqualTo(new On(LocalDate.of(2999, 12, 31)));
        assertThat(json.fromJson("{\"on\":null}", On.class)).isEqualTo(new On(null));
        assertThat(json.toJson(new On(LocalDate.of(1900, 1, 1)))).isEqualTo("{\"on\":\"1900-01-01\"}");
        for (String wrong : List.of("\"1899-12-31\"", "\"3000-01-01\"", "\"-999999999-01-01\"", "\"2026-02-31\"", "1",
                "[]", "{}")) {
            assertThatExceptionOfType(JsonbException.class).as(wrong)
                .isThrownBy(() -> json.fromJson("{\"on\":" + wrong + "}", On.class));
        }
    }

    /** Somebody's words, from a program and to one. */
    public record Said(@Nullable RestrictedText words) {}

    @Test
    void restricted_words_are_read_closed_and_written_as_far_as_they_were_opened() {
        Jsonb json = new JsonDays().getContext(Said.class);
        Said said = json.fromJson("{\"words\":\" slepeni \"}", Said.class);
        assertThat(said).isEqualTo(new Said(RestrictedText.of("slepeni")));
        assertThat(json.toJson(said)).isEqualTo("{\"words\":\"•••\"}");
        assertThat(json.toJson(new Said(RestrictedText.of("slepeni").shownTo(() -> true))))
            .isEqualTo("{\"words\":\"slepeni\"}");
        assertThat(json.fromJson("{\"words\":\" \"}", Said.class)).isEqualTo(new Said(null));
        assertThat(json.fromJson("{\"words\":null}", Said.class)).isEqualTo(new Said(null));
        assertThat(JSON.toJson(said)).as("by whatever knows nothing of it").doesNotContain("slepeni");
    }

    @Test
    void a_figure_is_typed_and_named_as_programs_know_it() {
        FiguresView all = (FiguresView) sample("figures");
        FiguresView two = new FiguresView(List.of(all.figures().get(0), all.figures().get(4)), List.of());

        assertThat(json(two)).isEqualToIgnoringNewLines("""

                {
                    "figures": [
                        {
                            "code": "L1",
                            "computed": "2018/2019-2",
                            "difference": 0,
                            "measure": "M5_FIRST_SEMESTER",
                            "period": {
                            },
                            "published": "2018/2019-2",
                            "quote": "Kopš 2018./2019.mācību gada 2.semestra",
                            "scope": "Lubānas vidusskola",
                            "source": "Lubānas vidusskolas tīmekļvietne",
                            "unit": "semester"
                        },
                        {
                            "code": "R8",
                            "computed": 7,
                            "difference": -1,
                            "measure": "M5_SCHOOLS_LISTED",
                            "note": "Avotā minētas astoņas skolas, bet nosauktas septiņas.",
                            "period": {
                                "from": "2018/2019-1",
                                "to": "2018/2019-2"
                            },
                            "published": 8,
                            "quote": "jau astoņās Rēzeknes vispārizglītojošās skolās",
                            "scope": "Rēzeknes valstspilsēta",
                            "source": "Rēzeknes Izglītības pārvalde",
                            "unit": "schools"
                        }
                    ],
                    "kinds": [
                    ]
                }""".strip());
    }

    @Test
    void a_page_gives_programs_its_facts_and_nothing_of_its_looks() {
        assertThat(json(new HomeView("Anna", List.of(), List.of(), List.of(), 3L, "2026/2027-1",
                List.of(new HomeView.StateCount("ACTIVE", 2)))))
            .isEqualToIgnoringNewLines("""
                        {
                            "learners": 3,
                            "more": [
                            ],
                            "name": "Anna",
                            "plans": [
                                {
                                    "plans": 2,
                                    "state": "ACTIVE"
                                }
                            ],
                            "roles": [
                            ],
                            "semester": "2026/2027-1",
                            "work": [
                            ]
                        }""");
        assertThat(json(sample("learner"))).doesNotContain("\"title\"", "\"above\"");
        assertThat(json(sample("learners"))).doesNotContain("\"last\"", "\"first\"", "\"narrows\"");
        assertThat(json(sample("overview"))).doesNotContain("hart");
    }

    private static Record sample(String name) {
        Samples.Sample sample = Samples.all().get(name);
        if (sample == null) {
            throw new IllegalArgumentException(name);
        }
        return sample.model();
    }

    private static String json(Record model) {
        return JSON.toJson(model).strip();
    }
}
