package lv.pumpurs.core.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.pumpurs.core.roster.ImportView.Change;
import lv.pumpurs.core.roster.ImportView.Contact;
import lv.pumpurs.core.roster.ImportView.GuardianRow;
import lv.pumpurs.core.roster.ImportView.Row;
import lv.pumpurs.core.roster.ImportView.Shown;
import lv.pumpurs.core.roster.ImportView.Tab;
import lv.pumpurs.core.roster.ImportView;
import lv.pumpurs.core.roster.Mapping;
import lv.pumpurs.core.roster.RosterField;
import lv.pumpurs.core.roster.RosterImport.State;
import lv.pumpurs.core.roster.RosterImport;
import lv.pumpurs.core.roster.RosterView;
import lv.pumpurs.core.roster.file.RosterFile.Format;
import org.jspecify.annotations.Nullable;

/** Imports in every state, with long names and every kind of finding. */
final class RosterSamples {

    private static final UUID ID = new UUID(3, 3);
    private static final RosterImport.SchoolChoice SCHOOL = new RosterImport.SchoolChoice(new UUID(1, 1),
            "Meirānu Kalpaka pamatskola un vispārizglītojošā internātskola");
    private static final String LONG_NAME = "Anna-Elizabete Skuja-Kalniņzemniece";

    private RosterSamples() {}

    private static RosterImport roster(State state, @Nullable String failure) {
        return new RosterImport(ID, SCHOOL, "2026/2027", Format.CSV, state, "Ilze Kalniņa",
                Instant.parse("2026-11-25T08:15:00Z"),
                List.of("Vārds", "Uzvārds", "Personas kods", "Dzimšanas datums", "Klase", "Māte", "Mātes e-pasts"),
                new Mapping(Map.of(RosterField.GIVEN_NAME, 0, RosterField.FAMILY_NAME, 1, RosterField.PERSONAL_CODE, 2,
                        RosterField.BIRTH_DATE, 3, RosterField.CLASS_NAME, 4, RosterField.GUARDIAN1_NAME, 5,
                        RosterField.GUARDIAN1_EMAIL, 6)),
                false,
                state == State.UPLOADED
                        ? new RosterImport.Counts(1204, 0, 0, 0, 0, 0, new RosterImport.People(0, 0, 0, 0))
                        : new RosterImport.Counts(1204, 700, 37, 14, 1150, state == State.APPLIED ? 2 : 0,
                                new RosterImport.People(21, 3, 24, 11)),
                failure);
    }

    static RosterView list() {
        return new RosterView(List.of(SCHOOL), List.of("2026/2027", "2025/2026"),
                List.of(roster(State.CHECKED, null), roster(State.APPLYING, null), roster(State.APPLIED, null),
                        roster(State.FAILED, "INTERRUPTED")),
                20, 200_000);
    }

    static RosterView none() {
        return new RosterView(List.of(), List.of("2026/2027"), List.of(), 20, 200_000);
    }

    static ImportView one(State state, @Nullable String failure) {
        return view(state, failure, Tab.PROBLEMS, List.of());
    }

    static ImportView problems() {
        List<Shown> all = java.util.Arrays.stream(lv.pumpurs.core.roster.Finding.Kind.values())
            .map(kind -> kind.name().startsWith("ROW") || kind.name().contains("_ONLY")
                    ? new Shown("", "", kind.name(), true, 7)
                    : new Shown("Personas kods", "******-*1234", kind.name(), kind.name().contains("DIFFERS"), 7))
            .toList();
        return view(State.CHECKED, null, Tab.PROBLEMS,
                List.of(new Row(8, null, LONG_NAME, "9.a", null, all, List.of()), new Row(1023, null, "Jānis ", "",
                        null, List.of(new Shown("Uzvārds", "", "MISSING", true, null)), List.of())));
    }

    static ImportView changed() {
        return view(State.CHECKED, null, Tab.CHANGED,
                List.of(new Row(2, ID, LONG_NAME, "9.a", LocalDate.of(2011, 3, 1), List.of(),
                        List.of(new Change(RosterField.CLASS_NAME, "8.a (2025/2026)", "9.a (2026/2027)"),
                                new Change(RosterField.PERSONAL_CODE, "", "******-*1234")))));
    }

    static ImportView guardians() {
        ImportView model = view(State.CHECKED, null, Tab.GUARDIANS, List.of());
        List<String> hints = java.util.Arrays.stream(lv.pumpurs.core.roster.Finding.Kind.values())
            .map(Enum::name)
            .filter(kind -> kind.startsWith("GUARDIAN_"))
            .filter(kind -> !kind.endsWith("_NAME") && !kind.endsWith("_TWICE") && !kind.endsWith("_UNKNOWN"))
            .toList();
        Contact mother = new Contact(LONG_NAME, "anna-elizabete.skuja-kalninzemniece@pasts.example", "+37129123456");
        return new ImportView(model.roster(), model.sample(), model.tally(), 0, Tab.GUARDIANS, List.of(),
                List.of(new GuardianRow(2, LONG_NAME, "9.a", mother, "NEW", true, List.of(), List.of()),
                        new GuardianRow(3, "Jānis Bērziņš", "9.a", new Contact("Zane Bērziņa", null, "+37129123457"),
                                "CHANGED", false, List.of("GUARDIAN_DIFFERS"),
                                List.of(new Change(RosterField.GUARDIAN1_PHONE, "", "+37129123457"))),
                        new GuardianRow(4, LONG_NAME, "9.a", mother, "LEFT", false, hints, List.of())),
                new Paging(1, 25, 3, "row"));
    }

    static ImportView gone() {
        return view(State.CHECKED, null, Tab.GONE,
                List.of(new Row(null, ID, LONG_NAME, "9.a", LocalDate.of(2011, 3, 1), List.of(), List.of()),
                        new Row(null, new UUID(4, 4), "Jānis Bērziņš", "12.b", null, List.of(), List.of())));
    }

    private static ImportView view(State state, @Nullable String failure, Tab tab, List<Row> rows) {
        Map<Tab, Long> tally = new EnumMap<>(Tab.class);
        tally.put(Tab.PROBLEMS, tab == Tab.PROBLEMS ? (long) rows.size() : 0);
        tally.put(Tab.NEW, 37L);
        tally.put(Tab.CHANGED, 14L);
        tally.put(Tab.GUARDIANS, 24L);
        tally.put(Tab.GONE, 2L);
        List<List<String>> sample = state == State.APPLIED || state == State.APPLYING
                ? List.of()
                : List.of(
                        List.of("Anna-Elizabete", "Skuja-Kalniņzemniece", "******-*1234", "01.03.2011.", "9.a",
                                LONG_NAME,
                                "anna-elizabete.skuja-kalninzemniece@pasts.example"),
                        List.of("Jānis", "Bērziņš", "", "02.04.2011.", "9.a", "", ""));
        return new ImportView(roster(state, failure), sample, tally, tab == Tab.PROBLEMS ? rows.size() : 0, tab, rows,
                List.of(), new Paging(1, 25, rows.size(), "row"));
    }
}
