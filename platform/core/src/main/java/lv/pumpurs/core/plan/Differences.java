package lv.pumpurs.core.plan;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lv.pumpurs.core.web.Posted;
import lv.pumpurs.spi.Page;

/**
 * Where two contents of a plan differ, field by field and in words.
 *
 * @param page the reader's texts
 * @param names what codes and keys are called
 * @param before one content
 * @param after the other
 */
record Differences(Page page, DraftChoices names, Posted before, Posted after) {

    /** Of two contents that were approved or proposed. */
    static List<Difference> between(Page page, DraftChoices names, PlanDraft before, PlanDraft after) {
        return new Differences(page, names, DraftForm.of(before, 0), DraftForm.of(after, 0)).all();
    }

    List<Difference> all() {
        List<Difference> all = new ArrayList<>();
        add(all, page.t("plan.field.appliedOn"), day(before.first("appliedOn")), day(after.first("appliedOn")));
        for (String field : List.of("strengths", "voice")) {
            add(all, page.t("plan.field." + field), before.first(field), after.first(field));
        }
        add(all, page.t("plan.field.appliedBy"), coded("role.", before.first("appliedBy")),
                coded("role.", after.first("appliedBy")));
        names.risks()
            .forEach(risk -> add(all, page.pick(risk.nameLv(), risk.nameEn()), risk(before, risk.code()),
                    risk(after, risk.code())));
        Set<String> ids = new TreeSet<>(ids(before));
        ids.addAll(ids(after));
        ids.forEach(id -> add(all, page.t("plan.measure"), measure(before, id), measure(after, id)));
        added(after).forEach(row -> add(all, page.t("plan.measure"), "", measureAt(after, row)));
        return all;
    }

    private static List<String> ids(Posted form) {
        return form.rows("measures")
            .stream()
            .map(row -> form.first("measures." + row + ".id"))
            .filter(id -> !id.isBlank())
            .toList();
    }

    /** Rows that no plan has so far. */
    private static List<String> added(Posted form) {
        return form.rows("measures").stream().filter(row -> form.first("measures." + row + ".id").isBlank()).toList();
    }

    private String risk(Posted form, String code) {
        String note = form.first("risks." + code + ".note").strip();
        String severity = coded("plan.severity.", form.first("risks." + code + ".severity"));
        return note.isEmpty() || severity.isEmpty() ? severity + note : severity + " · " + note;
    }

    private String measure(Posted form, String id) {
        return form.rows("measures")
            .stream()
            .filter(row -> form.first("measures." + row + ".id").equals(id))
            .findFirst()
            .map(row -> measureAt(form, row))
            .orElse("");
    }

    private String measureAt(Posted form, String row) {
        String at = "measures." + row + ".";
        List<String> parts = new ArrayList<>();
        names.kinds()
            .stream()
            .filter(kind -> kind.code().equals(form.first(at + "kind")))
            .forEach(
                    kind -> parts.add(page.pick(kind.nameLv(), kind.nameEn())));
        parts.add(form.first(at + "subject").strip());
        parts.add(form.first(at + "quantity").strip());
        names.providers()
            .stream()
            .filter(one -> one.id().toString().equals(form.first(at + "provider")))
            .forEach(
                    one -> parts.add(one.name()));
        parts.add(day(form.first(at + "startsOn")) + " – " + day(form.first(at + "endsOn")));
        names.risks()
            .stream()
            .filter(risk -> form.ticked(at + "risks", risk.code()))
            .forEach(
                    risk -> parts.add(page.pick(risk.nameLv(), risk.nameEn())));
        parts.removeIf(String::isEmpty);
        return String.join(" · ", parts);
    }

    /** As people write it; what is no day stays as it was typed. */
    private String day(String typed) {
        try {
            return typed.isBlank() ? "" : page.date(LocalDate.parse(typed));
        } catch (DateTimeParseException noDay) {
            return typed;
        }
    }

    private String coded(String words, String code) {
        return code.isBlank() ? "" : page.t(words + code);
    }

    private static void add(List<Difference> all, String label, String before, String after) {
        if (!before.strip().replace("\r\n", "\n").equals(after.strip().replace("\r\n", "\n"))) {
            all.add(new Difference(label, before, after));
        }
    }
}
