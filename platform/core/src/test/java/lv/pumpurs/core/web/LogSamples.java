package lv.pumpurs.core.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.pumpurs.core.audit.ChangeView;
import lv.pumpurs.core.audit.ChangeView.Field;
import lv.pumpurs.core.audit.ChangeView.Value;
import lv.pumpurs.core.audit.ChangesView;
import lv.pumpurs.core.audit.LogChoices;
import lv.pumpurs.core.audit.LogFilter;
import lv.pumpurs.core.audit.LogPerson;
import lv.pumpurs.core.audit.PersonChoice;
import lv.pumpurs.core.audit.ReadsView;
import lv.pumpurs.core.audit.ReadsView.ReadView;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;

/** The log with what makes its pages awkward: long names, closed content, people without a name, a great many fields. */
final class LogSamples {

    private static final UUID SCHOOL = new UUID(1, 1);
    private static final String LONG_NAME = "Skuja-Kalniņzemniece";

    private LogSamples() {}

    static ChangesView none() {
        return new ChangesView(List.of(), new Paging(1, 25, 0, "at"), logFilter(null),
                logChoices(List.of("learner"), List.of("INSERT")));
    }

    private static LogFilter logFilter(@Nullable String person) {
        return new LogFilter(LocalDate.of(2026, 10, 26), LocalDate.of(2026, 11, 25), person, null, null);
    }

    private static LogChoices logChoices(List<String> kinds, List<String> acts) {
        return new LogChoices(List.of(
                new PersonChoice(SCHOOL.toString(), "Anna-Elizabete " + LONG_NAME, null, (Instant) null),
                new PersonChoice(new UUID(5, 5).toString(), "Oskars Operators", "Palīdzība ar importu",
                        Instant.parse("2026-11-24T08:15:00Z"))),
                kinds, acts);
    }

    private static LogPerson logPerson(Role role, @Nullable String reason) {
        return new LogPerson(SCHOOL.toString(), "Anna-Elizabete " + LONG_NAME, true, List.of(role.name()), reason);
    }

    private static Value value(String text) {
        return new Value(text, null, null);
    }

    static ChangesView changes() {
        Instant at = Instant.parse("2026-11-25T08:05:00Z");
        List<ChangeView> changes = List.of(
                new ChangeView(9, at, logPerson(Role.SCHOOL_COORDINATOR, null), "learner", "UPDATE",
                        "Kristaps " + LONG_NAME, false,
                        List.of(new Field("family_name", false, value("Bērziņš"), value(LONG_NAME)),
                                new Field("email", false, null, value("kristaps.skuja.kalniņzemniece@lubana.test")),
                                new Field("personal_code", true, null, null)),
                        false),
                new ChangeView(8, at, logPerson(Role.PLAN_AUTHOR, null), "support_plan", "UPDATE", "Līga Ozoliņa",
                        false,
                        List.of(new Field("state", false, value("DRAFT"), value("IN_APPROVAL")),
                                new Field("approval_step", false, null, value("1")),
                                new Field("author_id", false, new Value("1", "Ilze Kalniņa", "Ilze Kalniņa"),
                                        new Value("2", null, null))),
                        false),
                new ChangeView(7, at, logPerson(Role.PROVIDER, null), "plan_risk", "DELETE", null, true, List.of(),
                        false),
                new ChangeView(10, at, logPerson(Role.PLAN_AUTHOR, null), "support_plan", "UPDATE", null, false,
                        List.of(), true),
                new ChangeView(6, at, new LogPerson(SCHOOL.toString(), null, true, List.of("GUARDIAN"), null),
                        "enrolment", "INSERT", "Līga Ozoliņa", false,
                        List.of(new Field("class_name", false, null, value("5.a")),
                                new Field("school_year", false, null, value("2026/2027")),
                                new Field("vocational", false, null, value("false")),
                                new Field("valid_from", false, null, value("2026-09-01"))),
                        false),
                new ChangeView(5, at, logPerson(Role.OPERATOR_ADMIN, "Palīdzība ar izglītojamo sarakstu"),
                        "operator_entry", "UPDATE", "Oskars Operators", false,
                        List.of(new Field("left_at", false, null, value("2026-11-25T09:33:08.123+00:00"))), false),
                new ChangeView(4, at, new LogPerson(null, null, false, List.of(), null), "school", "INSERT",
                        "Lubānas vidusskola", false,
                        List.of(new Field("name", false, null, value("Lubānas vidusskola")),
                                new Field("kind", false, null, value("VIDUSSKOLA"))),
                        false));
        return new ChangesView(changes, new Paging(1, 25, 1234, "at"), logFilter(SCHOOL.toString()),
                logChoices(List.of("learner", "support_plan"), List.of("INSERT", "UPDATE", "DELETE")));
    }

    static ReadsView reads() {
        Instant at = Instant.parse("2026-11-25T08:05:00Z");
        List<ReadView> reads = List.of(
                new ReadView(9, at, logPerson(Role.CLASS_TEACHER, null), List.of("SUPPORT"), "learner:read", false,
                        "Kristaps " + LONG_NAME, null, List.of(), "Salīdzinu ar iesniegumu"),
                new ReadView(8, at, logPerson(Role.TENANT_COORDINATOR, null), List.of("OVERSIGHT"), "learner:read",
                        true, null, 25, List.of("SCHOOL", "GRADE"), null),
                new ReadView(7, at, logPerson(Role.OPERATOR_ADMIN, "Palīdzība ar importu"), List.of("OPERATION"),
                        "learner:read", false, null, null, List.of(), null),
                new ReadView(6, at, new LogPerson(SCHOOL.toString(), null, true, List.of("GUARDIAN"), null),
                        List.of("SUPPORT", "FAMILY"), "log:read", true, null, 1, List.of("PERIOD"), null));
        return new ReadsView(reads, new Paging(1, 25, 4, "at"), logFilter(null),
                logChoices(List.of("learner:read", "log:read"), List.of("SUPPORT", "FAMILY")));
    }
}
