package lv.pumpurs.core.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.figures.FigureLine;
import lv.pumpurs.core.figures.FigureLine.KindName;
import lv.pumpurs.core.figures.FigureLine.Period;
import lv.pumpurs.core.figures.FiguresView;
import lv.pumpurs.core.figures.Overview.Counts;
import lv.pumpurs.core.figures.Overview.MeasureUse;
import lv.pumpurs.core.figures.OverviewView;
import lv.pumpurs.core.home.ChooserView;
import lv.pumpurs.core.home.HomeView;
import lv.pumpurs.core.home.SignInView;
import lv.pumpurs.core.identity.PermissionsView;
import lv.pumpurs.core.identity.Route;
import lv.pumpurs.core.learner.LearnerListView;
import lv.pumpurs.core.learner.LearnerRow;
import lv.pumpurs.core.learner.LearnerView;
import lv.pumpurs.core.operator.EnterTenant;
import lv.pumpurs.core.operator.MigrationsView;
import lv.pumpurs.core.operator.TenantsView;
import lv.pumpurs.core.review.ReviewsView;
import lv.pumpurs.core.roster.RosterImport.State;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.Form;
import lv.pumpurs.spi.Problem;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;

/** One page of each kind, with long names and awkward values, to be looked at and to be rendered in tests. */
final class Samples {

    private static final Instant NOON = Instant.parse("2026-11-25T10:00:00Z");
    private static final UUID SCHOOL = new UUID(1, 1);
    private static final String LONG_NAME = "Skuja-Kalniņzemniece";
    private static final List<KindName> KINDS = List.of(
            new KindName("CONS_SUBJECT_TEACHER", "Mācību priekšmeta pedagoga konsultācija",
                    "Subject-teacher consultation"),
            new KindName("CONS_SOCIAL_PEDAGOGUE", "Sociālā pedagoga konsultācija",
                    "Social-pedagogue consultation"));

    private Samples() {}

    /** A page and where it stands. */
    record Sample(String path, Record model, boolean inTenant, boolean signedIn, boolean entered) {}

    static Map<String, Sample> all() {
        Map<String, Sample> all = new LinkedHashMap<>();
        all.put("sign-in", new Sample("/", new SignInView("/login"), false, false, false));
        all.put("chooser", new Sample("/", chooser(), false, true, false));
        all.put("home", new Sample("/t/lubana", home(), true, true, false));
        all.put("overview", new Sample("/t/lubana/overview", overview(), true, true, false));
        all.put("figures", new Sample("/t/lubana/figures", new FiguresView(figures(), KINDS), true, true, false));
        all.put("learners", new Sample("/t/lubana/learners", learners(25, 143, null), true, true, false));
        all.put("learners-none", new Sample("/t/lubana/learners/search", learners(0, 0, "Bērziņš"), true, true, false));
        all.put("learner", new Sample("/t/lubana/learners/" + SCHOOL, learner(), true, true, false));
        PlanSamples.all()
            .forEach((name, sample) -> all.put(name, new Sample(sample.path(), sample.model(), true, true,
                    false)));
        all.put("deadlines", new Sample("/t/lubana/deadlines", WorklistSamples.deadlines(), true, true, false));
        all.put("deadline",
                new Sample("/t/lubana/deadlines/PUMPURS/DECIDE", WorklistSamples.wrongDeadline(), true, true,
                        false));
        all.putAll(ContactSamples.all());
        all.putAll(EnrolmentSamples.all());
        all.putAll(MergeSamples.all());
        all.putAll(PrivacySamples.all());
        all.putAll(TimelineSamples.all());
        all.putAll(FamilySamples.all());
        all.putAll(SchoolSamples.all());
        all.putAll(CodeSamples.all());
        all.putAll(SwitchSamples.all());
        all.put("log", new Sample("/t/lubana/log", LogSamples.changes(), true, true, false));
        all.put("log-none", new Sample("/t/lubana/log", LogSamples.none(), true, true, false));
        all.put("log-reads", new Sample("/t/lubana/log/reads", LogSamples.reads(), true, true, false));
        rosters(all);
        PersonnelSamples.add(all);
        all.put("tenants", new Sample("/operator/tenants", tenants(), false, true, false));
        all.put("tenants-failing", new Sample("/operator/tenants", failing(), false, true, false));
        all.put("reviews", new Sample("/operator/reviews", reviews(), false, true, false));
        all.put("reviews-none", new Sample("/operator/reviews", new ReviewsView(List.of(),
                new Paging(1, 25, 0, "since"), null, List.of()), false, true, false));
        all.put("migrations", new Sample("/operator/migrations", migrations("FAILED"), false, true, false));
        all.put("migrations-running",
                new Sample("/operator/migrations", migrations("RUNNING"), false, true, false));
        all.put("migrations-never", new Sample("/operator/migrations", new MigrationsView(
                "consultations=202611230200 platform=202611230106", 0, 0, true, null, List.of()), false, true, false));
        all.put("enter", new Sample("/operator/tenants/lubana/entries", new Form(EnterTenant.class,
                Map.of("reason", "Šķēle <script>"), Map.of("reason", "Garumam jābūt no 10 līdz 500 rakstzīmēm.")),
                false, true, false));
        all.put("permissions", new Sample("/t/lubana/permissions",
                PermissionsView.of(EnumSet.of(Role.SCHOOL_ADMIN, Role.PLAN_AUTHOR)), true, true, false));
        all.put("permissions-operator", new Sample("/operator/permissions",
                PermissionsView.of(EnumSet.of(Role.OPERATOR_ADMIN), routes()), false, true, false));
        all.put("entered", new Sample("/t/lubana", home(), true, true, true));
        all.put("not-found", new Sample("/t/nekur", new Problem("urn:pumpurs:problem:not-found", "Šeit nekā nav", 404,
                "Tādas lapas nav, vai arī tā nav jums pieejama. Pārbaudiet adresi vai sāciet no sākuma.", "/t/nekur",
                List.of()), false, true, false));
        all.put("failure", new Sample("/t/lubana", new Problem("urn:pumpurs:problem:unexpected",
                "Mūsu pusē radās kļūda", 500, "Jūsu darbība nav izpildīta. Nosauciet šo numuru: " + SCHOOL,
                "/t/lubana", List.of()), true, true, false));
        return all;
    }

    private static void rosters(Map<String, Sample> all) {
        Map.of("roster", RosterSamples.list(), "roster-none", RosterSamples.none())
            .forEach((name, model) -> all.put(name, new Sample("/t/lubana/roster", model, true, true, false)));
        Map.of("roster-sent", RosterSamples.one(State.UPLOADED, null), "roster-clean",
                RosterSamples.one(State.CHECKED, null), "roster-checking", RosterSamples.one(State.CHECKING, null),
                "roster-applying", RosterSamples.one(State.APPLYING, null),
                "roster-applied", RosterSamples.one(State.APPLIED, null), "roster-failed",
                RosterSamples.one(State.FAILED, "INTERRUPTED"), "roster-problems", RosterSamples.problems(),
                "roster-changed", RosterSamples.changed(), "roster-gone", RosterSamples.gone())
            .forEach((name, model) -> all.put(name,
                    new Sample("/t/lubana/roster/" + SCHOOL, model, true, true, false)));
        all.put("roster-guardians",
                new Sample("/t/lubana/roster/" + SCHOOL, RosterSamples.guardians(), true, true, false));
    }

    static Caller caller(boolean signedIn) {
        return new Caller() {
            @Override
            public UUID personId() {
                return SCHOOL;
            }

            @Override
            public String name() {
                return signedIn ? "Anna-Elizabete " + LONG_NAME : "";
            }

            @Override
            public Set<Role> roles() {
                return signedIn ? EnumSet.of(Role.TENANT_COORDINATOR) : Set.of();
            }

            @Override
            public boolean may(String permission) {
                return signedIn;
            }

            @Override
            public Set<Role> rolesWith(String permission) {
                return roles();
            }
        };
    }

    private static ChooserView chooser() {
        return new ChooserView("Anna", List.of(new ChooserView.Place("livani", "Līvānu novads", "MUNICIPALITY"),
                new ChooserView.Place("lubana", "Lubānas novads", "MUNICIPALITY"),
                new ChooserView.Place("rezekne", "Rēzeknes valstspilsēta", "MUNICIPALITY")), true, true);
    }

    private static HomeView home() {
        return new HomeView("Anna-Elizabete " + LONG_NAME, List.of(Role.TENANT_COORDINATOR, Role.PLAN_AUTHOR),
                WorklistSamples.work(), WorklistSamples.more(), 1143L, "2026/2027-1",
                List.of(new HomeView.StateCount("DRAFT", 4), new HomeView.StateCount("IN_APPROVAL", 7),
                        new HomeView.StateCount("RETURNED", 1), new HomeView.StateCount("ACTIVE", 31)));
    }

    private static LearnerListView learners(int rows, int total, @Nullable String search) {
        String[] given = {"Anna-Elizabete", "Jānis", "Līga", "Kristaps", "Žanete"};
        String[] family = {LONG_NAME, "Bērziņš", "Ķirsis", "Ozoliņš", "Šķēle"};
        String[] states = {"ACTIVE", "IN_APPROVAL", "RETURNED", "CLOSED", "DRAFT", "TERMINATED", "EVALUATED"};
        List<LearnerRow> learners = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            boolean plan = i % 6 != 5;
            learners.add(new LearnerRow(new UUID(2, i), given[i % 5], family[i * 3 % 5], 5 + i % 8 + ".a", 5 + i % 8,
                    SCHOOL, "Lubānas vidusskola", plan ? "2026/2027-1" : null, plan ? states[i % 7] : null, i % 4));
        }
        return new LearnerListView(learners, new Paging(1, 25, total, "name"), search,
                new LearnerListView.Filter(search == null ? SCHOOL : null, null, search == null ? 9 : null),
                new LearnerListView.Choices(
                        List.of(new LearnerListView.SchoolChoice(SCHOOL, "Lubānas vidusskola")),
                        List.of("5.a", "6.a", "9.a")));
    }

    private static LearnerView learner() {
        return new LearnerView(SCHOOL, "Anna-Elizabete", LONG_NAME, "******-*1234",
                List.of(new LearnerView.YearView("2026/2027", "Lubānas vidusskola", "9.a", 9, null),
                        new LearnerView.YearView("2025/2026", "Lubānas vidusskola", "8.a", 8, "PROMOTED")),
                List.of(PlanSamples.plan("2026/2027-1", "ACTIVE", null),
                        PlanSamples.plan("2025/2026-2", "CLOSED", "REDUCED")),
                PersonnelSamples.guardians(), true, 1);
    }

    private static List<FigureLine> figures() {
        String source = "Lubānas vidusskolas tīmekļvietne";
        return List.of(
                new FigureLine("L1", "M5_FIRST_SEMESTER", "Lubānas vidusskola", new Period(null, null), "semester",
                        "2018/2019-2", "2018/2019-2", BigDecimal.ZERO, source, null,
                        "Kopš 2018./2019.mācību gada 2.semestra", null),
                new FigureLine("L2", "M3_LEARNERS_SUPPORTED", "Lubānas novads",
                        new Period("2018/2019-2", "2019/2020-2"), "learners", new BigDecimal(47), new BigDecimal(47),
                        BigDecimal.ZERO, source, null,
                        "Aizvadītajos mācību gados palīdzību projekta ietvaros ieguvuši 47 skolēni",
                        "Pieņemts, ka 2020./2021. mācību gads nav ieskaitīts, jo tekstā tas minēts atsevišķi."),
                new FigureLine("L3", "M1_PLANS_PREPARED", "Lubānas novads",
                        new Period("2020/2021-1", "2020/2021-1"), "plans", new BigDecimal(22), new BigDecimal(22),
                        BigDecimal.ZERO, source, LocalDate.of(2021, 3, 1), "sagatavoti un realizēti 22 IAP", null),
                new FigureLine("R5", "M6_MEASURE_USE_RANK", "Rēzeknes valstspilsēta",
                        new Period("2017/2018-1", "2017/2018-2"), "kinds", "CONS_SUBJECT_TEACHER,CONS_SOCIAL_PEDAGOGUE",
                        "CONS_SUBJECT_TEACHER", BigDecimal.ZERO, "Rēzeknes Izglītības pārvalde", null, null, null),
                new FigureLine("R8", "M5_SCHOOLS_LISTED", "Rēzeknes valstspilsēta",
                        new Period("2018/2019-1", "2018/2019-2"), "schools", new BigDecimal(7), new BigDecimal(8),
                        new BigDecimal(-1), "Rēzeknes Izglītības pārvalde", null,
                        "jau astoņās Rēzeknes vispārizglītojošās skolās",
                        "Avotā minētas astoņas skolas, bet nosauktas septiņas."));
    }

    private static OverviewView overview() {
        return new OverviewView(new Period("2018/2019-2", "2020/2021-2"),
                List.of("2020/2021-2", "2020/2021-1", "2019/2020-2", "2019/2020-1", "2018/2019-2"),
                new Counts(118, 71, 63, 14),
                List.of(new OverviewView.SchoolLine(SCHOOL, "Lubānas vidusskola", new Counts(118, 71, 63, 14)),
                        new OverviewView.SchoolLine(SCHOOL, "Meirānu Kalpaka pamatskola", new Counts(0, 0, 0, 0))),
                List.of(line("2018/2019-2", 20, 20, 20), line("2019/2020-1", 25, 25, 25),
                        line("2019/2020-2", 27, 26, 27),
                        line("2020/2021-1", 22, 22, 22), line("2020/2021-2", 24, 0, 24)),
                List.of(new MeasureUse("CONS_SUBJECT_TEACHER", "Mācību priekšmeta pedagoga konsultācija",
                        "Subject-teacher consultation", 104, 61),
                        new MeasureUse("CONS_ADVISORY", "Konsultatīvais atbalsts (konsultatīvais pedagogs)",
                                "Advisory support (advisory educator)", 66, 40),
                        new MeasureUse("COMP_MEALS", "Ēdināšana", "Meals", 12, 9)),
                figures(), KINDS);
    }

    private static OverviewView.SemesterLine line(String semester, int prepared, int realised, int learners) {
        return new OverviewView.SemesterLine(semester, new Counts(prepared, realised, learners, 9));
    }

    private static List<Route> routes() {
        List<String> json = List.of("application/json");
        return List.of(
                new Route("GET", "/t/{tenant}/consultations/learners/{learner}/new", json, json, "learner:read", null),
                new Route("GET", "/t/{tenant}/learners/{id}", json, json, "learner:read", null),
                new Route("GET", "/login", json, json, null, new Route.Opening("nobody is signed in yet", false)),
                new Route("GET", "/", json, json, null, new Route.Opening("one's own places", true)));
    }

    private static ReviewsView reviews() {
        ReviewsView.Place lubana = new ReviewsView.Place("lubana", "Lubānas novads");
        ReviewsView.Place rezekne = new ReviewsView.Place("rezekne", "Rēzeknes valstspilsēta");
        return new ReviewsView(List.of(review(lubana, "LUB-2026-1-0007", 12), review(rezekne, "REZ-2026-1-0123", 20)),
                new Paging(1, 25, 2, "since"), null, List.of(lubana, rezekne));
    }

    private static ReviewsView.Line review(ReviewsView.Place place, String code, int day) {
        return new ReviewsView.Line(place, SCHOOL, code, "„Skola – kopienā”", "“School in the community”",
                "2026/2027-1", LocalDate.of(2026, 11, day));
    }

    private static TenantsView tenants() {
        return new TenantsView(List.of(
                new TenantsView.Line("livani", "Līvānu novads", "MUNICIPALITY", "ACTIVE", "0036000", null, 0),
                new TenantsView.Line("lubana", "Lubānas novads", "MUNICIPALITY", "ACTIVE", null, null, 0),
                new TenantsView.Line("rezekne", "Rēzeknes valstspilsēta", "MUNICIPALITY", "PROVISIONING", "0006000",
                        new TenantsView.Setup(4, 9, "CATALOGUES", false, null, NOON), 0)),
                true, true);
    }

    private static TenantsView failing() {
        return new TenantsView(List.of(
                new TenantsView.Line("livani", "Līvānu novads", "MUNICIPALITY", "UPGRADE_FAILED", "0036000", null, 0),
                new TenantsView.Line("lubana", "Lubānas novads", "MUNICIPALITY", "ACTIVE", null, null, 2),
                new TenantsView.Line("madona", "Madonas novads", "MUNICIPALITY", "BEING_UPGRADED", "0038000", null, 0),
                new TenantsView.Line("rezekne", "Rēzeknes valstspilsēta", "MUNICIPALITY", "PROVISIONING", "0006000",
                        new TenantsView.Setup(6, 9, "ORGANISATION", true,
                                new TenantsView.Why("IDENTITY_PROVIDER", "ConnectException"), NOON),
                        0)),
                true, true);
    }

    private static MigrationsView migrations(String state) {
        boolean running = state.equals("RUNNING");
        return new MigrationsView("consultations=202611230200 platform=202611230106", running ? 2 : 0, 1, true,
                new MigrationsView.Run(state, NOON, 83, running ? 2 : 4, 4), List.of(
                        new MigrationsView.Line("livani", "Līvānu novads", "FAILED", 50, 2L, "consultations",
                                new TenantsView.Why("MIGRATION_FAILED", "42P01")),
                        new MigrationsView.Line("lubana", "Lubānas novads", running ? "RUNNING" : "DONE",
                                running ? 50 : 100, 1L, null, null),
                        new MigrationsView.Line("madona", "Madonas novads", running ? "WAITING" : "DONE",
                                running ? 0 : 100, running ? null : Long.valueOf(3), null, null),
                        new MigrationsView.Line("rezekne", "Rēzeknes valstspilsēta", "DONE", 100, 62L, null, null)));
    }
}
