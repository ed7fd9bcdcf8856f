package lv.pumpurs.core.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.pumpurs.core.family.ReadersView;
import lv.pumpurs.core.family.ReadersView.Visit;
import lv.pumpurs.core.family.ReadersView.Who;

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
        return all;
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
