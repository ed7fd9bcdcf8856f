package lv.pumpurs.core.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.pumpurs.core.worklist.DeadlinesView;
import lv.pumpurs.core.worklist.Due;
import lv.pumpurs.core.worklist.SetDeadline;
import lv.pumpurs.core.worklist.WorkGroup;
import lv.pumpurs.core.worklist.WorkItem;
import lv.pumpurs.spi.Form;
import lv.pumpurs.spi.PluginWork;

/** What is due, late and in time. */
final class WorklistSamples {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 16);

    private WorklistSamples() {}

    static List<WorkGroup> work() {
        WorkItem late = new WorkItem(new UUID(1, 1), "RVG-2627-1-0042", "Anna-Elizabete Skuja-Kalniņzemniece", "9.a",
                "Rēzeknes Valsts 1. ģimnāzija", DAY, DAY.plusDays(5), true);
        WorkItem open = new WorkItem(new UUID(1, 2), "LV1-2627-1-0043", "Jānis Bērziņš", null,
                "Līvānu 1. vidusskola", DAY, null, false);
        WorkItem inTime = new WorkItem(new UUID(1, 3), "LV1-2627-1-0044", "Žanete Ķirse", "7.b",
                "Līvānu 1. vidusskola", DAY, DAY.plusDays(30), false);
        return Arrays.stream(Due.values()).map(due -> new WorkGroup(due, 40, 1, List.of(late, inTime, open))).toList();
    }

    static List<PluginWork.Group> more() {
        return List.of(new PluginWork.Group("plan.counted", 12, 1, new PluginWork.Link("learner.school", "x"),
                List.of(new PluginWork.Item("x", "Anna-Elizabete Skuja-Kalniņzemniece", "Latviešu valoda un literatūra",
                        DAY, DAY.plusDays(5), true),
                        new PluginWork.Item("x", "Jānis Bērziņš", null, DAY, null, false))));
    }

    static DeadlinesView deadlines() {
        return new DeadlinesView(List.of(
                new DeadlinesView.Line("SKOLA_KOPIENA", "Skola – kopienā", "School in the community", "DECIDE", 10,
                        null,
                        null),
                new DeadlinesView.Line("SKOLA_KOPIENA", "Skola – kopienā", "School in the community", "WRITE", null,
                        DAY.plusMonths(2), 21),
                new DeadlinesView.Line("PUMPURS", "PuMPuRS", "PuMPuRS", "EVALUATE", 1, DAY.plusMonths(2), null)));
    }

    static Form wrongDeadline() {
        return new Form(SetDeadline.class, Map.of("days", "400", "validFrom", "2026-11-16", "work", "DECIDE"),
                Map.of("days", "Skaitlis nedrīkst būt lielāks par 366.", "validFrom",
                        "Norādiet šodienu vai vēlāku dienu: kas jau nokavēts vai paveikts laikā, tas paliek."));
    }
}
