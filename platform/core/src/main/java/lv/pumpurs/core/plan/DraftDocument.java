package lv.pumpurs.core.plan;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import lv.pumpurs.core.plan.PlanDraft.RiskDraft;
import lv.pumpurs.core.web.RestrictedJson;
import lv.pumpurs.spi.RestrictedText;

/**
 * Content of a plan as a document that no longer changes: what was approved before, what is proposed. Rows are for what
 * is in force, as only that is counted, searched and reached. All of it is kept, so the document is as restricted as the
 * words in it.
 */
final class DraftDocument {

    private static final Jsonb JSON = JsonbBuilder.create(new JsonbConfig().withAdapters(new RestrictedJson()));

    private DraftDocument() {}

    static RestrictedText write(PlanDraft content) {
        PlanDraft whole = content.inFull();
        if (whole.risks().stream().map(RiskDraft::note).anyMatch(note -> note != null && !note.isShown())) {
            throw new IllegalStateException("content that was hidden from a reader is not kept");
        }
        return RestrictedText.of(JSON.toJson(whole));
    }

    static PlanDraft read(RestrictedText document) {
        return JSON.fromJson(document.shownTo(RiskSight.FULL).shown(), PlanDraft.class);
    }
}
