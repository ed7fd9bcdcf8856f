package lv.pumpurs.core.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import lv.pumpurs.consultations.CancelConsultation;
import lv.pumpurs.consultations.CodeView;
import lv.pumpurs.consultations.ConfirmView;
import lv.pumpurs.consultations.ConsultationFilter;
import lv.pumpurs.consultations.ConsultationLine;
import lv.pumpurs.consultations.ConsultationList;
import lv.pumpurs.consultations.ConsultationList.Choice;
import lv.pumpurs.consultations.ConsultationView;
import lv.pumpurs.consultations.Mode;
import lv.pumpurs.consultations.MoveConsultation;
import lv.pumpurs.consultations.OrderList;
import lv.pumpurs.consultations.RecordConsultation;
import lv.pumpurs.consultations.RecordOrder;
import lv.pumpurs.consultations.SlotView;
import lv.pumpurs.consultations.TypeCode;
import lv.pumpurs.consultations.Way;
import lv.pumpurs.core.fixture.Somebody;
import lv.pumpurs.spi.Form;
import lv.pumpurs.spi.Page;
import lv.pumpurs.spi.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages of the plugin, as its templates make them. With a folder as argument it writes them there, to be looked at. */
class ConsultationPagesTest {

    private static final UUID ID = UUID.fromString("0190f00d-0000-7000-8000-000000000001");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final String LONG = "Anna-Elizabete Skuja-Kalniņzemniece";
    private static final Texts TEXTS = new Texts();
    private static final Templates TEMPLATES = new Templates();

    static List<String> names() {
        return List.copyOf(models().keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_page_speaks_one_language_and_has_one_heading(String name) {
        for (Locale language : Languages.ALL) {
            assertThat(html(name, language)).containsOnlyOnce("<h1")
                .containsPattern("<title>[^<]{8,}</title>")
                .doesNotContainPattern(">\\s*(?:consultations|problem|web|title)\\.[a-z][A-Za-z.-]*\\s*<");
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void an_id_stands_once_and_every_label_names_a_field(String name) {
        String html = html(name, Languages.LATVIAN);
        List<String> ids = all("\\bid=\"([^\"]+)\"", html);
        assertThat(ids).doesNotHaveDuplicates().containsAll(all("\\bfor=\"([^\"]+)\"", html));
        Pattern.compile("<form[^>]*method=\"post\".*?</form>", Pattern.DOTALL)
            .matcher(html)
            .results()
            .forEach(form -> assertThat(form.group()).contains("name=\"csrf\""));
    }

    /** Writes the pages into a folder. */
    public static void main(String[] arguments) throws IOException {
        for (String name : names()) {
            for (String language : List.of("lv", "en")) {
                Files.writeString(Path.of(arguments[0], name + "." + language + ".html"),
                        html(name, Locale.of(language)));
            }
        }
    }

    static String html(String name, Locale language) {
        var caller = name.startsWith("sheet")
                ? Somebody.with(Role.SCHOOL_COORDINATOR, Role.TENANT_COORDINATOR)
                : Samples.caller(!name.startsWith("confirm"));
        var page = new RequestPage(RequestPage.Words.of(TEXTS, language),
                new RequestPage.Reader(caller, new Page.TenantName("lubana", "Lubānas novads"), null, () -> "token",
                        new Menu().ofTenant(caller, plugin -> true), 0),
                Address.of("/t/lubana/consultations", null), new Assets());
        return new String(TEMPLATES.render(Objects.requireNonNull(models().get(name)), page, false).toByteArray(),
                StandardCharsets.UTF_8);
    }

    private static List<String> all(String pattern, String html) {
        return Pattern.compile(pattern).matcher(html).results().map(one -> one.group(1)).toList();
    }

    private static Map<String, Record> models() {
        Map<String, Record> all = new LinkedHashMap<>();
        all.put("list", list(ConsultationFilter.STATES.size(), new ConsultationFilter(null, null, null)));
        all.put("list-none", new ConsultationList(List.of(), 0, 1, new ConsultationFilter(null, "PLANNED", ID),
                List.of()));
        all.put("one-planned", one("PLANNED", List.of("HOLD", "MISS", "MOVE", "CANCEL"), 3));
        all.put("one-held", one("HELD", List.of("CODE", "CONFIRM"), 0));
        all.put("one-cancelled", one("CANCELLED", List.of(), 0));
        all.put("form", new Form(RecordConsultation.class, typed(), Map.of()));
        all.put("form-wrong", new Form(RecordConsultation.class, typed(),
                Map.of("heldOn", "Šajā dienā ir svētku diena vai izglītības iestādes brīvdiena.", "known",
                        "Ja to zināt un tomēr vēlaties turpināt, atzīmējiet to.", "mode", "Nav rīkojuma.", "measures",
                        "Izvēlieties.")));
        all.put("cancel", new Form(CancelConsultation.class, Map.of("consultation", ID.toString(), "others", "2"),
                Map.of("reason", "Šis lauks ir jāaizpilda.")));
        all.put("move", new Form(MoveConsultation.class, typed(), Map.of()));
        all.put("code", new CodeView(ID, "K7MPQ2XZ", ID, DAY));
        all.put("confirm-ask", new ConfirmView("ASK", null, null));
        all.put("confirm-wrong", new ConfirmView("WRONG", null, null));
        all.put("confirm-show", new ConfirmView("SHOW", "K7MPQ2XZ",
                new ConfirmView.About("A. E. S. K.", DAY, LocalTime.of(14, 0), 40, "Matemātika")));
        all.put("confirm-typed", new Form(TypeCode.class, Map.of(), Map.of("code", "Šis lauks ir jāaizpilda.")));
        all.put("one-sheeted", one("ACCEPTED", List.of("DISALLOW"), 0));
        all.put("one-unconfirmed", one("UNCONFIRMED", List.of("RETRACT"), 1));
        SheetSamples.put(all);
        all.put("orders", new OrderList(List.of(new OrderList.Line(ID, "Lubānas vidusskola", "1-9/7", DAY, DAY,
                DAY.plusDays(30), List.of(LONG), List.of("LUB-2026-1-001"))), List.of()));
        all.put("slot", new SlotView(DAY.atTime(10, 0), list(0, new ConsultationFilter(null, null, null)).choices()));
        all.put("slot-nobody", new SlotView(DAY.atTime(10, 0), List.of()));
        all.put("form-planned", new Form(RecordConsultation.class, planned(), Map.of()));
        all.putAll(CalendarSamples.all());
        all.put("order-form", new Form(RecordOrder.class,
                Map.of("schools", ID + "Lubānas vidusskola", "staff", ID + LONG + "\r\n" + ID + "Jānis Bērziņš"),
                Map.of("validTo", "Pārbaudiet šo lauku.", "school", "Šis lauks ir jāaizpilda.")));
        return all;
    }

    private static Map<String, String> typed() {
        return Map.of("learner", LONG, "measures", ID.toString(), "heldOn", "2026-11-24", "startsAt", "14:05",
                "minutes",
                "40", "subject", "Matemātika");
    }

    private static Map<String, String> planned() {
        Map<String, String> typed = new LinkedHashMap<>(typed());
        typed.put("planned", "on");
        return typed;
    }

    private static ConsultationView one(String state, List<String> acts, int others) {
        return new ConsultationView(ID, ID, LONG, "Pēteris Pedagogs",
                new ConsultationView.When(DAY, LocalTime.of(14, 0), 40, BigDecimal.ONE, Mode.REMOTE, "1-9/7"),
                "Matemātika",
                new ConsultationView.Course(state, DAY, null, state.equals("HELD") ? Way.CODE : null,
                        state.equals("CANCELLED") ? "Slimība" : null, null, state.equals("ACCEPTED") ? ID : null),
                List.of("NO_HOLIDAY"), others, acts, 3);
    }

    private static ConsultationList list(int rows, ConsultationFilter filter) {
        List<ConsultationLine> lines = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            lines.add(new ConsultationLine(ID, DAY.minusDays(i), i == 6 ? null : LocalTime.of(14, 5), ID,
                    "Anna-Elizabete", "Skuja-Kalniņzemniece", "9.a", "Matemātika", 40,
                    i == 2 ? Mode.REMOTE : Mode.IN_PERSON, ConsultationFilter.STATES.get(i)));
        }
        return new ConsultationList(lines, 120, 2, filter,
                List.of(new Choice(ID, ID, LONG, "9.a", "Matemātika", "K", "K", new BigDecimal("3.50"), BigDecimal.TEN),
                        new Choice(ID, ID, "Jānis Bērziņš", null, null, "Sociālā pedagoga konsultācija",
                                "Social-pedagogue consultation", BigDecimal.ZERO, BigDecimal.TEN)));
    }
}
