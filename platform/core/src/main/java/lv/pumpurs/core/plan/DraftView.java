package lv.pumpurs.core.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.Set;
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
 */
public record DraftView(PlanTitle about, Posted typed, Map<String, String> errors, DraftChoices choices,
        @Nullable Posted theirs) implements Headed {

    /**
     * What differs between two versions of a field.
     *
     * @param label name of the field
     * @param theirs what somebody else wrote
     * @param mine what was typed
     */
    public record Difference(String label, String theirs, String mine) {}

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
        List<Difference> all = new ArrayList<>();
        for (String field : List.of("appliedOn", "strengths", "voice")) {
            add(all, page.t("plan.field." + field), other.first(field), typed.first(field));
        }
        add(all, page.t("plan.field.appliedBy"), coded(page, "role.", other.first("appliedBy")),
                coded(page, "role.", typed.first("appliedBy")));
        choices.risks()
            .forEach(risk -> add(all, page.pick(risk.nameLv(), risk.nameEn()),
                    risk(page, other, risk.code()), risk(page, typed, risk.code())));
        Set<String> ids = new TreeSet<>(ids(other));
        ids.addAll(ids(typed));
        ids.forEach(id -> add(all, page.t("plan.measure"), measure(page, other, id), measure(page, typed, id)));
        typed.rows("measures")
            .stream()
            .filter(row -> typed.first("measures." + row + ".id").isBlank())
            .forEach(
                    row -> add(all, page.t("plan.measure"), "", measureAt(page, typed, row)));
        return all;
    }

    private static List<String> ids(Posted form) {
        return form.rows("measures")
            .stream()
            .map(row -> form.first("measures." + row + ".id"))
            .filter(id -> !id.isBlank())
            .toList();
    }

    private static String risk(Page page, Posted form, String code) {
        String note = form.first("risks." + code + ".note").strip();
        String severity = coded(page, "plan.severity.", form.first("risks." + code + ".severity"));
        return note.isEmpty() || severity.isEmpty() ? severity + note : severity + " · " + note;
    }

    private String measure(Page page, Posted form, String id) {
        return form.rows("measures")
            .stream()
            .filter(row -> form.first("measures." + row + ".id").equals(id))
            .findFirst()
            .map(row -> measureAt(page, form, row))
            .orElse("");
    }

    private String measureAt(Page page, Posted form, String row) {
        String at = "measures." + row + ".";
        List<String> parts = new ArrayList<>();
        choices.kinds()
            .stream()
            .filter(kind -> kind.code().equals(form.first(at + "kind")))
            .forEach(
                    kind -> parts.add(page.pick(kind.nameLv(), kind.nameEn())));
        parts.add(form.first(at + "subject").strip());
        parts.add(form.first(at + "quantity").strip());
        choices.providers()
            .stream()
            .filter(one -> one.id().toString().equals(form.first(at + "provider")))
            .forEach(
                    one -> parts.add(one.name()));
        parts.add(form.first(at + "startsOn") + " – " + form.first(at + "endsOn"));
        choices.risks()
            .stream()
            .filter(risk -> form.ticked(at + "risks", risk.code()))
            .forEach(
                    risk -> parts.add(page.pick(risk.nameLv(), risk.nameEn())));
        parts.removeIf(String::isEmpty);
        return String.join(" · ", parts);
    }

    private static String coded(Page page, String words, String code) {
        return code.isBlank() ? "" : page.t(words + code);
    }

    private static void add(List<Difference> all, String label, String theirs, String mine) {
        if (!theirs.strip().replace("\r\n", "\n").equals(mine.strip().replace("\r\n", "\n"))) {
            all.add(new Difference(label, theirs, mine));
        }
    }

    @Override
    public String title(Page page) {
        return page.t("plan.draft.title", about.learnerName());
    }

    @Override
    public List<Crumb> above(Page page) {
        return List.of(new Crumb(page.t("plan.title"), page.link("plans")),
                new Crumb(about.code(), page.link("plans/" + about.id())));
    }
}
