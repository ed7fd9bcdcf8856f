package lv.pumpurs.core.plan;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import lv.pumpurs.core.scan.Scan;
import lv.pumpurs.core.web.Corrected;
import lv.pumpurs.core.web.Headed;
import lv.pumpurs.core.web.Posted;
import lv.pumpurs.spi.Page;
import org.jspecify.annotations.Nullable;

/**
 * The form of a plan's content.
 *
 * @param about which plan
 * @param typed what stands in its fields
 * @param errors what is wrong, by field
 * @param choices what can be chosen
 * @param theirs what somebody else has written meanwhile; null if nobody has
 * @param scans the scan of the application, file by file
 * @param amends whether it is a change of what was approved: then the application is not part of it
 */
public record DraftView(PlanTitle about, Posted typed, Map<String, String> errors, DraftChoices choices,
        @Nullable Posted theirs, List<Scan> scans, boolean amends) implements Headed, Corrected {

    /**
     * The version that the form will say it has read: whoever has been shown both versions has read the other too.
     *
     * @return a number
     */
    public String version() {
        return Objects.requireNonNullElse(theirs, typed).first("version");
    }

    /**
     * What is wrong with a field.
     *
     * @param field its name
     * @return a sentence, or null if nothing is
     */
    public @Nullable String error(String field) {
        return errors.get(field);
    }

    /**
     * The risks that a measure can be tied to: those that the form names so far.
     *
     * @return in the order of the catalogue
     */
    public List<DraftChoices.Named> named() {
        List<String> named = DraftForm.named(typed);
        return choices.risks().stream().filter(risk -> named.contains(risk.code())).toList();
    }

    /**
     * Where two versions differ.
     *
     * @param page the reader's texts
     * @return field by field; empty if nobody else wrote
     */
    public List<Difference> differences(Page page) {
        Posted other = theirs;
        if (other == null) {
            return List.of();
        }
        return new Differences(page, choices, other, typed).all();
    }

    @Override
    public String title(Page page) {
        return page.t(amends ? "plan.amend.title" : "plan.draft.title", about.learnerName());
    }

    @Override
    public List<Crumb> above(Page page) {
        return List.of(new Crumb(page.t("plan.title"), page.link("plans")),
                new Crumb(about.code(), page.link("plans/" + about.id())));
    }
}
