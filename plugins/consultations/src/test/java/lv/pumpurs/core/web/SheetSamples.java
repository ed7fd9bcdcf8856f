package lv.pumpurs.core.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.pumpurs.consultations.Disallow;
import lv.pumpurs.consultations.HandIn;
import lv.pumpurs.consultations.Mode;
import lv.pumpurs.consultations.MonthView;
import lv.pumpurs.consultations.ReturnSheet;
import lv.pumpurs.consultations.SheetFilter;
import lv.pumpurs.consultations.SheetHead;
import lv.pumpurs.consultations.SheetList;
import lv.pumpurs.consultations.SheetView;
import lv.pumpurs.consultations.TimesheetView;
import lv.pumpurs.consultations.TimesheetView.Time;
import lv.pumpurs.consultations.Way;
import lv.pumpurs.spi.Form;
import org.jspecify.annotations.Nullable;

/** Monthly sheets for the pages and papers, with long names and every stage. */
public final class SheetSamples {

    static final YearMonth MONTH = YearMonth.of(2026, 11);
    private static final UUID ID = UUID.fromString("0190f00d-0000-7000-8000-000000000001");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final String LONG = "Anna-Elizabete Skuja-Kalniņzemniece";

    private SheetSamples() {}

    static void put(Map<String, Record> all) {
        all.put("month", new MonthView(MONTH, List.of(
                new MonthView.Plan("LUB-2026-1-001", ID, LONG, "9.a", new MonthView.Counts(12, 480, 2, 1, 1),
                        List.of(new MonthView.Sheet(ID, 1, "RETURNED", "Trūkst ģimenes apstiprinājuma 12. datumā"),
                                new MonthView.Sheet(ID, 2, "SUBMITTED", null))),
                new MonthView.Plan("LUB-2026-1-002", ID, "Jānis Bērziņš", null, new MonthView.Counts(0, 0, 0, 0, 0),
                        List.of())),
                1, true));
        all.put("month-none", new MonthView(MONTH, List.of(), 0, false));
        all.put("month-open", new Form(HandIn.class, Map.of("month", "2026-11"),
                Map.of("known", "Kādai plānotai konsultācijai laiks ir pagājis.", "month", "Nav ko iesniegt.")));
        SheetFilter none = new SheetFilter(null, null, null, null, null);
        all.put("sheets", new SheetList(heads(), 120, 2, none, choices(), List.of()));
        all.put("sheets-done", new SheetList(heads(), 5, 1, new SheetFilter(MONTH, "SUBMITTED", ID, ID, ID), choices(),
                List.of(new SheetList.Result(ID, "LUB-2026-1-001", ""),
                        new SheetList.Result(ID, "LUB-2026-1-002", "consultation-sheet-own"),
                        new SheetList.Result(ID, "", "consultation-sheet-unknown"))));
        all.put("sheets-none", new SheetList(List.of(), 0, 1, none, new SheetList.Choices(List.of(), List.of()),
                List.of()));
        all.put("sheet", sheet("SUBMITTED", List.of("VERIFY", "RETURN")));
        all.put("sheet-accepted", sheet("ACCEPTED", List.of("PAY")));
        all.put("sheet-returned", sheet("RETURNED", List.of()));
        all.put("sheet-return", new Form(ReturnSheet.class, Map.of("sheet", ID.toString()),
                Map.of("reason", "Šis lauks ir jāaizpilda.")));
        all.put("disallow", new Form(Disallow.class, Map.of("consultation", ID.toString()),
                Map.of("reason", "Šis lauks ir jāaizpilda.")));
        all.put("timesheet", timesheet());
    }

    /** A sheet of three consultations, the last of them disallowed. */
    public static SheetView sheet(String stage, List<String> acts) {
        boolean on = stage.equals("ACCEPTED");
        return new SheetView(head(stage, 1), List.of(row(0, null), row(1, null), row(2, "Nenotika, pārbaude 3/26")),
                new BigDecimal("2.00"),
                new SheetView.Course(DAY.plusDays(7), on ? DAY.plusDays(8) : null, on ? "Dace Direktore" : null,
                        on ? DAY.plusDays(9) : null, on ? "Vija Vadītāja" : null, null,
                        stage.equals("RETURNED") ? "Trūkst ģimenes apstiprinājuma 12. datumā" : null),
                acts, true);
    }

    private static SheetView.Row row(int place, @Nullable String disallowed) {
        return new SheetView.Row(ID, DAY.plusDays(place), LocalTime.of(14, 5), 40, BigDecimal.ONE, "Matemātika",
                place == 1 ? Mode.REMOTE : Mode.IN_PERSON, disallowed == null ? DAY.plusDays(place) : null,
                disallowed == null ? Way.GUARDIAN : null, disallowed);
    }

    /** A timesheet of three days with a group and a single one each. */
    public static TimesheetView timesheet() {
        Time lesson = new Time(40, BigDecimal.ONE);
        List<TimesheetView.Day> days = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            days.add(new TimesheetView.Day(DAY.plusDays(i),
                    List.of(new TimesheetView.Session(LocalTime.of(14, 5), "Matemātika", Mode.IN_PERSON,
                            List.of("LUB-2026-1-001", "LUB-2026-1-002"), lesson),
                            new TimesheetView.Session(LocalTime.of(15, 0), "Algebra", Mode.REMOTE,
                                    List.of("LUB-2026-1-003"), lesson)),
                    new Time(80, BigDecimal.TWO)));
        }
        return new TimesheetView(ID, MONTH, "Pēteris Pedagogs", "Lubānas vidusskola", "SUBMITTED", days,
                new Time(240, new BigDecimal("6")),
                List.of(new TimesheetView.SheetLink(ID, "LUB-2026-1-001", 1, "SUBMITTED"),
                        new TimesheetView.SheetLink(ID, "LUB-2026-1-002", 1, "ACCEPTED")));
    }

    private static List<SheetHead> heads() {
        List<SheetHead> heads = new ArrayList<>();
        for (String stage : SheetFilter.STAGES) {
            heads.add(head(stage, heads.size() + 1));
        }
        return heads;
    }

    private static SheetHead head(String stage, int number) {
        return new SheetHead(ID, 3, MONTH, number, stage, ID, LONG, "9.a", "LUB-2026-1-001", "Pēteris Pedagogs",
                "Lubānas vidusskola", new SheetHead.Sums(2, 80));
    }

    private static SheetList.Choices choices() {
        return new SheetList.Choices(
                List.of(new SheetList.Choice(ID, "Lubānas vidusskola"), new SheetList.Choice(ID, "Cita skola")),
                List.of(new SheetList.Choice(ID, "Pēteris Pedagogs"), new SheetList.Choice(ID, LONG)));
    }
}
