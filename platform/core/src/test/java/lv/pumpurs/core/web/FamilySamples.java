package lv.pumpurs.core.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.pumpurs.core.digest.Settings;
import lv.pumpurs.core.digest.SettingsView;
import lv.pumpurs.core.family.FamilyView;
import lv.pumpurs.core.family.FamilyView.Child;
import lv.pumpurs.core.family.FamilyView.Contact;
import lv.pumpurs.core.family.FamilyView.OpenPlan;
import lv.pumpurs.core.family.FamilyView.Place;
import lv.pumpurs.core.family.FamilyView.Support;
import lv.pumpurs.core.family.ReadersView;
import lv.pumpurs.core.family.ReadersView.Visit;
import lv.pumpurs.core.family.ReadersView.Who;
import lv.pumpurs.core.message.MessageLine;
import lv.pumpurs.core.message.MessageView;
import lv.pumpurs.core.message.MessagesView;
import lv.pumpurs.core.message.MessagesView.DeliveryState;
import lv.pumpurs.core.message.MessagesView.MessageRow;
import lv.pumpurs.core.message.WriteMessage;
import lv.pumpurs.spi.Form;

/** What a family sees, with long names and closed ones. */
final class FamilySamples {

    private static final UUID LEARNER = new UUID(1, 1);
    private static final Instant AT = Instant.parse("2026-11-20T12:05:00Z");
    private static final String NAME = "Anna-Elizabete Skuja-Kalniņzemniece";

    private FamilySamples() {}

    static Map<String, Samples.Sample> all() {
        Map<String, Samples.Sample> all = new LinkedHashMap<>();
        String at = "/t/lubana/learners/" + LEARNER;
        all.put("readers", new Samples.Sample(at + "/readers", readers(), true, true, false));
        all.put("readers-none", new Samples.Sample(at + "/readers",
                new ReadersView(LEARNER, NAME, List.of(), new Paging(1, 25, 0, "at")), true, true, false));
        all.put("family", new Samples.Sample("/t/lubana/family", family(), true, true, false));
        all.put("family-none", new Samples.Sample("/t/lubana/family", new FamilyView(NAME, true, List.of(), List.of()),
                true, true, false));
        MessagesView none = new MessagesView(LEARNER, NAME, List.of(), new Paging(1, 25, 0, "written"), false, false);
        all.put("settings", new Samples.Sample("/t/lubana/settings", new SettingsView(new Settings(true), false, 7),
                true, true, false));
        all.put("messages", new Samples.Sample(at + "/messages", messages(), true, true, false));
        all.put("messages-none", new Samples.Sample(at + "/messages", none, true, true, false));
        all.put("message", new Samples.Sample(at + "/messages/" + LEARNER + "/words", new MessageView(LEARNER, NAME,
                "Par rīta stundām", "Labdien!\n\nLūdzu, piezvaniet man rīt līdz desmitiem.", NAME, AT), true, true,
                false));
        all.put("message-wrong", new Samples.Sample(at + "/messages/new", new Form(WriteMessage.class,
                Map.of("learner", NAME, "people", "Māra Ozola\r\nJānis Ozols", "mail", "off", "to", "*", "subject",
                        "Šķēle <script>"),
                Map.of("words", "Šis lauks ir jāaizpilda.")), true, true, false));
        return all;
    }

    private static MessagesView messages() {
        List<MessageRow> rows = new ArrayList<>();
        for (String state : List.of("QUEUED", "SENT", "FAILED", "READ", "HERE")) {
            rows.add(new MessageRow(new UUID(6, rows.size()), "Par rīta stundām", "Lūdzu, piezvaniet man.", NAME,
                    state.equals("HERE") ? null : NAME, AT,
                    new DeliveryState(state, state.equals("FAILED") ? "ADDRESS" : null,
                            state.equals("HERE") ? null : AT)));
        }
        return new MessagesView(LEARNER, NAME, rows, new Paging(1, 25, 5, "written"), true, true);
    }

    private static FamilyView family() {
        List<Support> support = List.of(
                new Support("Mācību priekšmeta pedagoga konsultācija", "Subject-teacher consultation", "Matemātika",
                        NAME, BigDecimal.TEN, new BigDecimal("7.5"), "consultation hour"),
                new Support("Reģionālā transporta izdevumi", "Regional transport", null, null, new BigDecimal("40"),
                        BigDecimal.ZERO, "trip"));
        LocalDate from = LocalDate.of(2026, 9, 14);
        LocalDate to = LocalDate.of(2026, 12, 22);
        return new FamilyView(NAME, false, List.of(
                new Child(LEARNER, NAME, new Place("Lubānas vidusskola", "9.a", "2026/2027"), List.of(
                        new OpenPlan(new UUID(2, 1), "LUB-2026-1-0017", "2026/2027-1", NAME, "ACTIVE", from, to, null,
                                support),
                        new OpenPlan(new UUID(2, 2), "LUB-2025-2-0003", "2025/2026-2", NAME, "EVALUATED",
                                from.minusDays(200), to.minusDays(200), "REDUCED", support)),
                        List.of(new Contact("Ilze Kalniņa", "CLASS_TEACHER"),
                                new Contact("Kaija Koordinatore", "SCHOOL_COORDINATOR"))),
                new Child(new UUID(1, 2), "Jānis Skuja", new Place("Lubānas vidusskola", "5.b", "2026/2027"),
                        List.of(new OpenPlan(new UUID(2, 3), "LUB-2026-1-0018", "2026/2027-1", NAME, "RETURNED", null,
                                null, null, support)),
                        List.of()),
                new Child(new UUID(1, 3), "Līga Skuja", new Place("Meirānu pamatskola", "1.", "2026/2027"), List.of(),
                        List.of())),
                List.of(new MessageLine(new UUID(6, 1), LEARNER, "Par rīta stundām", NAME, AT, false),
                        new MessageLine(new UUID(6, 2), LEARNER, "Vecāku diena", NAME, AT, true)));
    }

    private static ReadersView readers() {
        return new ReadersView(LEARNER, NAME, List.of(
                new Visit(AT, AT.plusSeconds(1200), 10, new Who(NAME, true, false,
                        List.of("CLASS_TEACHER", "PLAN_AUTHOR"), null),
                        List.of("contact:read", "learner:read", "plan:read", "plan:write")),
                new Visit(AT, AT, 1, new Who("Oskars Operators", true, false, List.of("OPERATOR_ADMIN"),
                        "Palīdzība ar izglītojamo saraksta ielādi"), List.of("learner:read")),
                new Visit(AT, AT, 1, new Who("Māra Ozola", true, true, List.of("GUARDIAN"), null),
                        List.of("readers:read")),
                new Visit(AT, AT, 2, new Who(null, true, false, List.of("GUARDIAN"), null), List.of("learner:read")),
                new Visit(AT, AT, 1, new Who(null, false, false, List.of("PROVIDER"), null), List.of("plan:read"))),
                new Paging(1, 25, 31, "at"));
    }
}
