package lv.pumpurs.core.plan;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lv.pumpurs.core.web.Posted;
import org.jspecify.annotations.Nullable;

/** The form of a plan's content: how a plan stands in it, and what its buttons for rows do. */
final class DraftForm {

    private static final String MEASURES = "measures";
    private static final String RISKS = "risks";

    private DraftForm() {}

    /** Content as it would have been typed. */
    static Posted of(PlanDraft content, int version) {
        Map<String, List<String>> form = new LinkedHashMap<>();
        put(form, "version", version);
        put(form, "appliedOn", content.appliedOn());
        put(form, "appliedBy", content.appliedBy());
        put(form, "strengths", content.strengths());
        put(form, "voice", content.voice());
        content.risks().forEach(risk -> {
            String row = RISKS + "." + risk.risk() + ".";
            put(form, row + "risk", risk.risk());
            put(form, row + "severity", risk.severity());
            put(form, row + "note", risk.note() == null ? null : risk.note().shown());
        });
        int number = 0;
        for (PlanDraft.MeasureDraft measure : content.measures()) {
            String row = MEASURES + "." + number++ + ".";
            put(form, row + "id", measure.id());
            put(form, row + "kind", measure.kind());
            put(form, row + "provider", measure.provider());
            put(form, row + "subject", measure.subject());
            put(form, row + "quantity", plain(measure.quantity()));
            put(form, row + "startsOn", measure.startsOn());
            put(form, row + "endsOn", measure.endsOn());
            form.put(row + RISKS, measure.risks().stream().sorted().toList());
        }
        return new Posted(form);
    }

    /** A risk that was given neither a severity nor a word is not seen; its row says only which it would be. */
    static Posted seen(Posted form) {
        return form.withoutRows(RISKS, risk -> form.first(RISKS + "." + risk + ".severity").isBlank()
                && form.first(RISKS + "." + risk + ".note").isBlank());
    }

    /** The risks that the form names so far. */
    static List<String> named(Posted form) {
        return form.rows(RISKS)
            .stream()
            .filter(risk -> !form.first(RISKS + "." + risk + ".severity").isBlank())
            .toList();
    }

    /** What a button for rows makes of the form; null for any other button. */
    static @Nullable Posted rows(Posted form, DraftChoices choices) {
        String act = form.first("act");
        if (act.startsWith("remove.")) {
            return form.withoutRows(MEASURES, act.substring("remove.".length())::equals);
        }
        if (!act.equals("add")) {
            return null;
        }
        int next = form.rows(MEASURES)
            .stream()
            .filter(row -> row.matches("\\d{1,4}"))
            .mapToInt(row -> Integer.parseInt(row) + 1)
            .max()
            .orElse(0);
        String row = MEASURES + "." + next + ".";
        Posted more = form.with(row + "startsOn", choices.first().toString())
            .with(row + "endsOn", choices.last().toString());
        List<String> named = named(form);
        return named.size() == 1 ? more.with(row + RISKS, named.getFirst()) : more;
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString().replace('.', ',');
    }

    private static void put(Map<String, List<String>> form, String name, @Nullable Object value) {
        if (value != null && !value.equals("")) {
            form.put(name, List.of(value.toString()));
        }
    }
}
