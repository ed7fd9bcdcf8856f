package lv.pumpurs.core.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.pumpurs.core.plan.AmendmentView;
import lv.pumpurs.core.plan.Applicant;
import lv.pumpurs.core.plan.ApplicationView;
import lv.pumpurs.core.plan.DecidePlan;
import lv.pumpurs.core.plan.DecisionView;
import lv.pumpurs.core.plan.DraftChoices;
import lv.pumpurs.core.plan.DraftChoices.Named;
import lv.pumpurs.core.plan.DraftView;
import lv.pumpurs.core.plan.EditionLink;
import lv.pumpurs.core.plan.EditionView;
import lv.pumpurs.core.plan.EvaluationView;
import lv.pumpurs.core.plan.LearnerPlace;
import lv.pumpurs.core.plan.PlanAct;
import lv.pumpurs.core.plan.PlanDraft;
import lv.pumpurs.core.plan.PlanFile;
import lv.pumpurs.core.plan.PlanFilter;
import lv.pumpurs.core.plan.PlanLink;
import lv.pumpurs.core.plan.PlanListView;
import lv.pumpurs.core.plan.PlanRow;
import lv.pumpurs.core.plan.PlanTitle;
import lv.pumpurs.core.plan.PlanView;
import lv.pumpurs.core.plan.ProposalView;
import lv.pumpurs.core.plan.ProposeView;
import lv.pumpurs.core.plan.ProviderChoice;
import lv.pumpurs.core.plan.QueueView;
import lv.pumpurs.core.plan.RestView;
import lv.pumpurs.core.plan.RiskSight;
import lv.pumpurs.core.plan.Severity;
import lv.pumpurs.core.plan.StartView;
import lv.pumpurs.core.plan.SuspendPlan;
import lv.pumpurs.core.plan.TerminatePlan;
import lv.pumpurs.core.scan.Scan;
import lv.pumpurs.core.scan.ScanKind;
import lv.pumpurs.core.scan.ScanLimits;
import lv.pumpurs.spi.Form;
import lv.pumpurs.spi.RestrictedText;
import org.jspecify.annotations.Nullable;

/** Pages about plans, with long names and awkward values. */
final class PlanSamples {

    private static final UUID ID = new UUID(3, 3);
    private static final UUID MEASURE = new UUID(4, 4);
    private static final String NAME = "Anna-Elizabete Skuja-Kalniņzemniece";
    private static final String CODE = "LUB-2026-1-0017";
    private static final LocalDate DAY = LocalDate.of(2026, 9, 14);
    private static final String NOTE = "Klases audzinātājas novērojumi, vidējais vērtējums 3,8 <script>";

    private PlanSamples() {}

    record Sample(String path, Record model) {}

    static Map<String, Sample> all() {
        Map<String, Sample> all = new LinkedHashMap<>();
        all.put("plans", new Sample("/t/lubana/plans", list(25, 143, "ACTIVE")));
        all.put("plans-none", new Sample("/t/lubana/plans", list(0, 0, null)));
        all.put("plan", new Sample("/t/lubana/plans/" + ID, file("ACTIVE", PlanAct.EVALUATE, PlanAct.TERMINATE)));
        all.put("plan-incomplete", new Sample("/t/lubana/plans/" + ID, incomplete()));
        all.put("plan-waiting", new Sample("/t/lubana/plans/" + ID, file("IN_APPROVAL", PlanAct.DECIDE)));
        all.put("plan-amended", new Sample("/t/lubana/plans/" + ID, amended()));
        all.put("plan-resting", new Sample("/t/lubana/plans/" + ID, file("SUSPENDED", PlanAct.RESUME)));
        all.put("plan-active", new Sample("/t/lubana/plans/" + ID, file("ACTIVE", PlanAct.AMEND, PlanAct.SUSPEND)));
        all.put("plan-edition", new Sample("/t/lubana/plans/" + ID + "/editions/2", new EditionView(
                new PlanTitle(ID, CODE, NAME, "2026/2027-1"), new EditionLink(2, DAY, null, "Ilze Kalniņa"),
                content(18, true), content(24, false), choices())));
        all.put("plan-amendment-draft", new Sample("/t/lubana/plans/" + ID + "/draft", new DraftView(
                new PlanTitle(ID, CODE, NAME, "2026/2027-1"), theirs(), Map.of(), choices(), null, List.of(), true)));
        all.put("plan-suspend", new Sample("/t/lubana/plans/" + ID + "/suspension", new Form(SuspendPlan.class,
                Map.of("plan", ID.toString(), "code", "LUB-2026-1-017", "version", "4", "on", "2026-09-15"),
                Map.of("on", "Diena nevar būt nākotnē. Ierakstiet šodienu vai agrāku dienu."))));
        all.put("plan-draft", new Sample("/t/lubana/plans/" + ID + "/draft", draft(Map.of(), null)));
        all.put("plan-draft-wrong", new Sample("/t/lubana/plans/" + ID + "/draft", draft(Map.of("measures.0.quantity",
                "Ierakstiet skaitli, piemēram, 12 vai 12,5.", "risks.ECON_TRANSPORT.severity",
                "Šis lauks ir jāaizpilda."), null)));
        all.put("plan-conflict", new Sample("/t/lubana/plans/" + ID + "/draft", draft(Map.of(), theirs())));
        all.put("plan-application", application(scans(true), PlanAct.ATTACH, PlanAct.DETACH));
        all.put("plan-application-none", application(List.of(), PlanAct.ATTACH));
        all.put("plan-application-read", application(scans(true)));
        all.put("plan-start", new Sample("/t/lubana/plans/learners/" + ID + "/new", start(null)));
        all.put("plan-propose", new Sample("/t/lubana/plans/learners/" + ID + "/proposal",
                propose(false, Map.of("note", "Šis lauks ir jāaizpilda.", "risks", "Izvēlieties vismaz vienu."))));
        all.put("plan-proposed", new Sample("/t/lubana/plans/learners/" + ID + "/proposal", propose(true, Map.of())));
        all.put("plan-start-live", new Sample("/t/lubana/plans/learners/" + ID + "/new",
                start(new PlanLink(ID, CODE, "2026/2027-1", false))));
        all.put("plan-queue", new Sample("/t/lubana/plans/queue", new QueueView(
                List.of(plan("2026/2027-1", "IN_APPROVAL", null), plan("2026/2027-2", "IN_APPROVAL", null)),
                List.of(new QueueView.Result("a", "LUB-2026-1-0003", ""),
                        new QueueView.Result("b", "LUB-2026-1-0004", "plan-wrong-state")),
                opened(null), false)));
        all.put("plan-queue-amendment", new Sample("/t/lubana/plans/queue", new QueueView(
                List.of(plan("2026/2027-1", "AMENDMENT_PENDING", null), plan("2026/2027-2", "IN_APPROVAL", null)),
                List.of(), opened(amended().past().amendment()), true)));
        all.put("plan-queue-none",
                new Sample("/t/lubana/plans/queue", new QueueView(List.of(), List.of(), null, false)));
        all.put("plan-evaluation", new Sample("/t/lubana/plans/" + ID + "/evaluation", new EvaluationView(
                plan("2026/2027-1", "ACTIVE", null), new Posted(Map.of("version", List.of("4"))),
                Map.of("result", "Šis lauks ir jāaizpilda."))));
        all.put("plan-decide", new Sample("/t/lubana/plans/" + ID + "/decision", new Form(DecidePlan.class,
                Map.of("plan", ID.toString(), "code", "LUB-2026-1-017", "version", "4"),
                Map.of("remark", "Atgriežot, noraidot vai pārtraucot plānu, ir jāuzraksta iemesls."))));
        all.put("plan-terminate", new Sample("/t/lubana/plans/" + ID + "/termination", new Form(TerminatePlan.class,
                Map.of("plan", ID.toString(), "code", "LUB-2026-1-017", "version", "4"), Map.of())));
        return all;
    }

    private static Sample application(List<Scan> scans, PlanAct... acts) {
        return new Sample("/t/lubana/plans/" + ID + "/application/scans",
                new ApplicationView(new PlanTitle(ID, CODE, NAME, "2026/2027-1"), ID, DAY, Applicant.GUARDIAN, scans,
                        List.of(acts), new ScanLimits(5_242_880, 10, 50)));
    }

    private static List<Scan> scans(boolean mayOpen) {
        Instant at = Instant.parse("2026-09-14T09:05:00Z");
        return List.of(new Scan(new UUID(5, 1), 1, ScanKind.JPEG, 3_456_789, at, NAME, mayOpen),
                new Scan(new UUID(5, 2), 2, ScanKind.PDF, 300, at, "Ilze Kalniņa", mayOpen));
    }

    static PlanView plan(String semester, String state, @Nullable String result) {
        boolean over = result != null;
        boolean waiting = state.equals("IN_APPROVAL");
        LocalDate approved = waiting || state.equals("DRAFT") ? null : DAY;
        return new PlanView(new UUID(3, semester.hashCode()), new PlanView.About(ID, NAME, 4, true, RiskSight.FULL),
                "LUB-" + semester.replace('/', '-') + "-017", semester, "Skola – kopienā", "School in the community",
                "Lubānas vidusskola", "Ilze Kalniņa", state, waiting ? "SCHOOL_DIRECTOR" : null,
                new PlanView.Dates(approved, approved, approved == null ? null : LocalDate.of(2026, 12, 22),
                        over ? DAY : null, over ? DAY : null),
                result, null, risks(), measures());
    }

    private static List<PlanView.RiskView> risks() {
        return List.of(new PlanView.RiskView("STUDY_CONTENT_DIFFICULTY", "Grūtības mācību satura apguvē",
                "Difficulty mastering learning content", "Mācību darba un izglītības iestādes riski",
                "Study and school-related risks", "HIGH", open(NOTE), null, null),
                new PlanView.RiskView("ECON_TRANSPORT", "Transporta izdevumi", "Transport costs", "Ekonomiskie riski",
                        "Economic risks", "MEDIUM", null, "REDUCED", RestrictedText.hidden()),
                new PlanView.RiskView("RESTRICTED", null, null, "Ekonomiskie riski", "Economic risks", null, null, null,
                        null));
    }

    private static List<PlanView.MeasureView> measures() {
        return List.of(
                new PlanView.MeasureView("CONS_SUBJECT_TEACHER", "Mācību priekšmeta pedagoga konsultācija",
                        "Subject-teacher consultation", "consultation hour", "Jānis Ozoliņš", "matemātika",
                        new BigDecimal("18"), new BigDecimal("11.5"), List.of("STUDY_CONTENT_DIFFICULTY"), MEASURE,
                        DAY, LocalDate.of(2026, 12, 22), null),
                new PlanView.MeasureView("COMP_MEALS", "Ēdināšana", "Meals", "meal day", null, null,
                        new BigDecimal("80"), new BigDecimal("52"), List.of("ECON_TRANSPORT"), new UUID(4, 5), DAY,
                        LocalDate.of(2026, 12, 22), open("Apmeklē katru dienu")));
    }

    private static PlanFile file(String state, PlanAct... acts) {
        return new PlanFile(plan("2026/2027-1", state, null),
                new PlanFile.Words(DAY, Applicant.GUARDIAN, scans(true), "Zīmē, palīdz jaunākiem.",
                        "„Gribu saprast matemātiku.”\nMan patīk skolā."),
                List.of(new DecisionView(1, "SCHOOL_DIRECTOR", "Māra Direktore", "RETURNED", DAY,
                        open("Precizēt mērķi"),
                        1),
                        new DecisionView(3, "OPERATOR_REVIEWER", null, "APPROVED", DAY, null, 1)),
                List.of(new PlanLink(ID, "LUB-2025-2-0004", "2025/2026-2", false),
                        new PlanLink(ID, "LUB-2026-2-0004", "2026/2027-2", true)),
                List.of(acts), List.of(), new PlanFile.History(null, List.of(), List.of()));
    }

    private static QueueView.Open opened(@Nullable AmendmentView amendment) {
        return new QueueView.Open(plan("2026/2027-1", "IN_APPROVAL", null).id(),
                new PlanFile.Words(DAY, Applicant.GUARDIAN, scans(false), "Zīmē", "Gribu saprast"), amendment);
    }

    private static PlanFile amended() {
        PlanFile whole = file("AMENDMENT_PENDING", PlanAct.DECIDE, PlanAct.SUBMIT, PlanAct.DISCARD, PlanAct.EDIT);
        return new PlanFile(whole.plan(), whole.words(), List.of(new DecisionView(1, "SCHOOL_DIRECTOR",
                "Māra Direktore", "RETURNED", DAY, open("Precizēt"), 3)), List.of(), whole.acts(), List.of(),
                new PlanFile.History(
                        new AmendmentView(3, "RETURNED", "Ilze Kalniņa", DAY, "Precizēt", content(18, true),
                                content(24, false), choices(), true),
                        List.of(new EditionLink(2, DAY, null, "Ilze Kalniņa"),
                                new EditionLink(1, DAY, DAY, "Ilze Kalniņa")),
                        List.of(new RestView(DAY, null, "Mācības klātienē pārtrauktas"))));
    }

    private static PlanDraft content(int quantity, boolean transport) {
        List<PlanDraft.RiskDraft> risks = new ArrayList<>();
        risks.add(new PlanDraft.RiskDraft("STUDY_CONTENT_DIFFICULTY", Severity.HIGH, open(NOTE)));
        if (transport) {
            risks.add(new PlanDraft.RiskDraft("ECON_TRANSPORT", Severity.LOW, null));
        }
        return new PlanDraft(null, DAY, Applicant.GUARDIAN, "Zīmē", null, risks,
                List.of(new PlanDraft.MeasureDraft(MEASURE, "CONS_SUBJECT_TEACHER", ID, "matemātika",
                        BigDecimal.valueOf(quantity), DAY, DAY, List.of("STUDY_CONTENT_DIFFICULTY"))));
    }

    private static PlanFile incomplete() {
        PlanFile whole = file("DRAFT", PlanAct.EDIT, PlanAct.SUBMIT);
        return new PlanFile(whole.plan(), new PlanFile.Words(null, null, List.of(), null, null), List.of(), List.of(),
                whole.acts(), List.of("plan-no-application", "plan-no-measure"), whole.past());
    }

    private static PlanListView list(int rows, int total, @Nullable String state) {
        String[] states = {"ACTIVE", "IN_APPROVAL", "RETURNED", "CLOSED", "DRAFT", "TERMINATED", "EVALUATED"};
        List<PlanRow> plans = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            plans.add(new PlanRow(new UUID(5, i), "LUB-2026-1-%04d".formatted(i), i % 4 == 0 ? NAME : "Līga Ķirse",
                    "9.a", "Lubānas vidusskola", "2026/2027-1", states[i % 7],
                    i % 7 == 1 ? "TENANT_COORDINATOR" : null));
        }
        return new PlanListView(plans, new Paging(1, 25, total, "name"), new PlanFilter(state, null, null),
                new PlanListView.Choices(List.of(states), List.of("2026/2027-1", "2025/2026-2"),
                        List.of(new PlanListView.SchoolChoice(ID, "Lubānas vidusskola"))));
    }

    private static DraftView draft(Map<String, String> errors, @Nullable Posted theirs) {
        Posted typed = theirs().with("strengths", "Zīmē").with("risks.ECON_TRANSPORT.note", "Brauc 30 km <b>");
        return new DraftView(new PlanTitle(ID, CODE, NAME, "2026/2027-1"), typed, errors, choices(), theirs,
                scans(true), false);
    }

    private static Posted theirs() {
        String at = "measures.0.";
        return new Posted(Map.of("version", List.of("5"))).with("appliedOn", "2026-09-14")
            .with("appliedBy", "GUARDIAN")
            .with("risks.STUDY_CONTENT_DIFFICULTY.severity", "HIGH")
            .with("risks.STUDY_CONTENT_DIFFICULTY.note", NOTE)
            .with(at + "id", MEASURE.toString())
            .with(at + "kind", "CONS_SUBJECT_TEACHER")
            .with(at + "quantity", "18")
            .with(at + "startsOn", "2026-09-14")
            .with(at + "endsOn", "2026-12-22")
            .with(at + "risks", "STUDY_CONTENT_DIFFICULTY");
    }

    private static DraftChoices choices() {
        return new DraftChoices(
                List.of(new DraftChoices.Group("Mācību darba un izglītības iestādes riski",
                        "Study and school-related risks",
                        List.of(new Named("STUDY_CONTENT_DIFFICULTY", "Grūtības mācību satura apguvē",
                                "Difficulty mastering learning content", ""),
                                new Named("STUDY_BEHAVIOUR", "Uzvedības problēmas", "Behaviour problems", ""))),
                        new DraftChoices.Group("Ekonomiskie riski", "Economic risks",
                                List.of(new Named("ECON_TRANSPORT", "Transporta izdevumi", "Transport costs", "")))),
                List.of(new Named("CONS_SUBJECT_TEACHER", "Mācību priekšmeta pedagoga konsultācija",
                        "Subject-teacher consultation", "consultation hour")),
                List.of(new ProviderChoice(ID, "Jānis Ozoliņš")), LocalDate.of(2026, 9, 1),
                LocalDate.of(2026, 12, 22));
    }

    private static StartView start(@Nullable PlanLink live) {
        return new StartView(new LearnerPlace(ID, NAME, "9.a", ID, "Lubānas vidusskola"),
                List.of("2026/2027-1", "2026/2027-2"),
                List.of(new StartView.ProgrammeChoice("SKOLA_KOPIENA", "Skola – kopienā", "School in the community")),
                live, live == null ? proposal("OPEN") : null, choices().groups());
    }

    private static ProposalView proposal(String stage) {
        boolean open = stage.equals("OPEN");
        return new ProposalView(ID, "Anna Šķēle", DAY, List.of("STUDY_CONTENT_DIFFICULTY", "ECON_TRANSPORT"),
                open(NOTE),
                stage, open ? null : "Ilze Kalniņa", open ? null : DAY,
                stage.equals("DECLINED") ? "Plāns jau ir" : null,
                stage.equals("TAKEN") ? ID : null);
    }

    private static ProposeView propose(boolean open, Map<String, String> errors) {
        return new ProposeView(new LearnerPlace(ID, NAME, "9.a", ID, "Lubānas vidusskola"), choices().groups(),
                new Posted(Map.of("risks", List.of("ECON_TRANSPORT"))), errors,
                List.of(proposal("OPEN"), proposal("TAKEN"), proposal("DECLINED")), open);
    }

    private static RestrictedText open(String words) {
        return RestrictedText.of(words).shownTo(() -> true);
    }
}
