package lv.pumpurs.core.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.pumpurs.core.learner.AddGuardian;
import lv.pumpurs.core.learner.ComeOfAge;
import lv.pumpurs.core.learner.GuardianLine;
import lv.pumpurs.core.personnel.EndView;
import lv.pumpurs.core.personnel.GrantView;
import lv.pumpurs.core.personnel.GrantView.Choices;
import lv.pumpurs.core.personnel.GrantView.Named;
import lv.pumpurs.core.personnel.RoleLine;
import lv.pumpurs.core.personnel.StaffFilter;
import lv.pumpurs.core.personnel.StaffListView;
import lv.pumpurs.core.personnel.StaffListView.SchoolChoice;
import lv.pumpurs.core.personnel.StaffRow;
import lv.pumpurs.core.personnel.StaffView;
import lv.pumpurs.core.web.Samples.Sample;
import lv.pumpurs.spi.Form;
import lv.pumpurs.spi.Role;

/** The pages about staff and guardians. */
final class PersonnelSamples {

    private static final UUID KEY = new UUID(4, 4);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
    private static final List<SchoolChoice> SCHOOLS = List.of(new SchoolChoice(KEY, "Lubānas vidusskola"),
            new SchoolChoice(new UUID(4, 5), "Meirānu Kalpaka pamatskola"));

    private PersonnelSamples() {}

    static void add(Map<String, Sample> all) {
        all.put("staff", page("", list(30)));
        all.put("staff-none", page("", list(0)));
        all.put("staff-one", page("/" + KEY, new StaffView(row(1), "FAILED", List.of(line(0).id()), true)));
        all.put("staff-own", page("/" + KEY, new StaffView(row(2), null, List.of(), false)));
        all.put("staff-invite", page("/new", new GrantView(null, choices(),
                Map.of("givenName", "Šķēle <script", "from", "2026-11-25"),
                Map.of("familyName", "problem.staff-no-name.detail", "email", "problem.staff-no-address.detail",
                        "role", "problem.staff-no-role.detail"))));
        all.put("guardian-add", form("new", AddGuardian.class, Map.of("givenName", "Šķēle <script")));
        all.put("guardian-adult", form("adult", ComeOfAge.class, Map.of("bornOn", "2008-11-25")));
        all.put("staff-grant", page("/" + KEY + "/roles/new",
                new GrantView(new Named(KEY, "Anna-Elizabete Skuja-Kalniņzemniece"), choices(),
                        Map.of("from", "2026-11-25"), Map.of())));
        all.put("staff-end", page("/" + KEY + "/roles/" + KEY + "/end",
                new EndView(new Named(KEY, "Anna-Elizabete Skuja-Kalniņzemniece"), line(1), DAY, null, Map.of())));
    }

    static List<GuardianLine> guardians() {
        return List.of(new GuardianLine(KEY, KEY, "Anna-Elizabete Skuja-Kalniņzemniece",
                "anna-elizabete.skuja-kalninzemniece@pasts.example", "PARENT", LocalDate.of(2017, 9, 1), null, "NOW",
                "FAILED", "+37129123456"),
                new GuardianLine(new UUID(4, 6), KEY, "Zane Ozoliņa", null, "PARENT", LocalDate.of(2017, 9, 1), null,
                        "NOW", null, "+37129123457"),
                new GuardianLine(new UUID(4, 7), KEY, "Uldis Ozoliņš", "uldis@pasts.example", "PARENT",
                        LocalDate.of(2017, 9, 1), null, "NOW", null, null),
                new GuardianLine(new UUID(4, 5), KEY, "Jānis Ozoliņš", "janis@pasts.example", "GUARDIAN",
                        LocalDate.of(2017, 9, 1), LocalDate.of(2020, 8, 31), "ENDED", null, null));
    }

    private static Sample form(String below, Class<? extends Record> input, Map<String, String> typed) {
        return new Sample("/t/lubana/learners/" + KEY + "/guardians/" + below,
                new Form(input, typed, Map.of("email", "Ierakstiet e-pasta adresi, piemēram, vards@skola.lv.")), true,
                true, false);
    }

    private static Sample page(String below, Record model) {
        return new Sample("/t/lubana/staff" + below, model, true, true, false);
    }

    private static Choices choices() {
        return new Choices(StaffFilter.ROLES, SCHOOLS, List.of("EDUCATOR", "PSYCHOLOGIST"),
                List.of(new Named(KEY, "Jānis Ozoliņš")));
    }

    private static StaffListView list(int rows) {
        List<StaffRow> staff = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            staff.add(row(i));
        }
        return new StaffListView(staff, new Paging(1, 25, rows == 0 ? 0 : 143, "name"),
                new StaffFilter(KEY, rows == 0 ? Role.AUDITOR : null, "NOW"), SCHOOLS, true);
    }

    private static StaffRow row(int number) {
        String[] given = {"Anna-Elizabete", "Jānis", "Līga"};
        String[] family = {"Skuja-Kalniņzemniece", "Bērziņš", "Šķēle"};
        List<RoleLine> roles = number % 4 == 3
                ? List.of()
                : number % 2 == 0
                        ? List.of(line(0))
                        : List.of(line(0),
                                line(1), line(2));
        return new StaffRow(new UUID(4, number), given[number % 3], family[number % 3],
                "anna-elizabete.skuja-kalninzemniece" + number + "@lubanas-vidusskola.example", roles);
    }

    private static RoleLine line(int number) {
        return switch (number) {
            case 0 -> new RoleLine(new UUID(5, 0), Role.PROVIDER, KEY, "Lubānas vidusskola", null, "PSYCHOLOGIST",
                    LocalDate.of(2017, 9, 1), null, null, "NOW");
            case 1 -> new RoleLine(new UUID(5, 1), Role.SCHOOL_DIRECTOR, KEY, "Lubānas vidusskola", null, null,
                    LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 20), "Anna-Elizabete Skuja-Kalniņzemniece",
                    "LATER");
            default -> new RoleLine(new UUID(5, 2), Role.CLASS_TEACHER, KEY, "Lubānas vidusskola", "9.a", null,
                    LocalDate.of(2020, 9, 1), LocalDate.of(2021, 8, 31), null, "ENDED");
        };
    }
}
