package lv.pumpurs.core.plan;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;

/**
 * Content of a plan as a document that no longer changes: what was approved before, what is proposed. Rows are for what
 * is in force, as only that is counted, searched and reached.
 */
final class DraftDocument {

    private static final Jsonb JSON = JsonbBuilder.create();

    private DraftDocument() {}

    static String write(PlanDraft content) {
        return JSON.toJson(content);
    }

    static PlanDraft read(String document) {
        return JSON.fromJson(document, PlanDraft.class);
    }
}
