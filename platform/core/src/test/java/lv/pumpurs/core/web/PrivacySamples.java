package lv.pumpurs.core.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.pumpurs.core.privacy.AnonymiseLearner;
import lv.pumpurs.core.privacy.HoldLearner;
import lv.pumpurs.core.privacy.RetentionView;
import lv.pumpurs.core.privacy.SetRetention;
import lv.pumpurs.core.privacy.SubjectView;
import lv.pumpurs.core.privacy.SubjectView.Amount;
import lv.pumpurs.core.privacy.SubjectsView;
import lv.pumpurs.core.privacy.SubjectsView.Act;
import lv.pumpurs.core.privacy.SubjectsView.Found;
import lv.pumpurs.spi.Form;

/** Requests of data subjects and how long data are kept: nothing found, several, free, held and open. */
final class PrivacySamples {

    private static final Instant NOON = Instant.parse("2026-11-25T10:00:00Z");
    private static final UUID KEY = new UUID(1, 1);
    private static final String AT = "/t/lubana/subjects";
    private static final LocalDate DAY = LocalDate.of(2012, 3, 4);
    private static final Found FREE = new Found(KEY, DAY, "Rēzeknes Valsts 1. ģimnāzija un tehnikums", "9.a", true,
            false,
            null, null);
    private static final Found KEPT = new Found(new UUID(1, 2), null, null, null, false, true,
            "Tiesvedība par pabalsta piešķiršanu", DAY.plusYears(12));
    private static final List<Amount> AMOUNTS = List.of(new Amount("guardian_message", 41), new Amount("enrolment", 5),
            new Amount("guardianship", 2), new Amount("support_plan", 3));
    private static final List<Act> ACTS = List.of(
            new Act(NOON, "ANONYMISED", "Anna-Elizabete Skuja-Kalniņzemniece", 112, 340),
            new Act(NOON.minusSeconds(86_400), "SHORTENED", null, 1, 0));

    private PrivacySamples() {}

    static Map<String, Samples.Sample> all() {
        Map<String, Samples.Sample> all = new LinkedHashMap<>();
        all.put("subjects", sample(AT, new SubjectsView(false, List.of(), ACTS)));
        all.put("subjects-empty", sample(AT, new SubjectsView(false, List.of(), List.of())));
        all.put("subjects-found", sample(AT + "/search", new SubjectsView(true, List.of(FREE, KEPT), List.of())));
        all.put("subjects-none", sample(AT + "/search", new SubjectsView(true, List.of(), List.of())));
        all.put("subject", sample(AT + "/" + KEY, new SubjectView(FREE, AMOUNTS, 1)));
        all.put("subject-held", sample(AT + "/" + KEPT.id(), new SubjectView(KEPT, AMOUNTS, 0)));
        all.put("anonymise", sample(AT + "/" + KEY + "/anonymisation", new Form(AnonymiseLearner.class,
                Map.of("subject", KEY.toString(), "reason", "Lūdza"),
                Map.of("reason", "Uzrakstiet iemeslu vārdiem."))));
        all.put("hold", sample(AT + "/" + KEY + "/hold", new Form(HoldLearner.class, Map.of("subject", KEY.toString()),
                Map.of())));
        all.put("retention", sample("/t/lubana/retention", retention()));
        all.put("retention-form", sample("/t/lubana/retention/PUMPURS", new Form(SetRetention.class,
                Map.of("years", "80", "countedFrom", "PROGRAMME_END", "validFrom", "2026-11-16"),
                Map.of("years", "Skaitlis nedrīkst būt lielāks par 75.", "validFrom",
                        "Termiņu var noteikt no šodienas vai vēlākas dienas."))));
        return all;
    }

    private static RetentionView retention() {
        return new RetentionView(List.of(
                new RetentionView.Line("SKOLA_KOPIENA", "Skola – kopienā", "School in the community", null, null),
                new RetentionView.Line("PUMPURS", "PuMPuRS", "PuMPuRS",
                        new RetentionView.Rule(10, "PROGRAMME_END", DAY.plusYears(13)),
                        new RetentionView.Rule(21, "PLAN_END", DAY.plusYears(16)))),
                List.of(new RetentionView.Hold(KEY, DAY.plusYears(13), "Tiesvedība par pabalsta piešķiršanu",
                        "Anna-Elizabete Skuja-Kalniņzemniece")),
                List.of(new RetentionView.Year(2031, 1), new RetentionView.Year(2033, 240)), 0);
    }

    private static Samples.Sample sample(String path, Record model) {
        return new Samples.Sample(path, model, true, true, false);
    }
}
