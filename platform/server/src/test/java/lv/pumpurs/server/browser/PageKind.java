package lv.pumpurs.server.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Every kind of page there is, with somebody who may see it.
 *
 * @param name names the picture
 * @param who post of the person, or nobody
 * @param path where it begins
 * @param then what the person does there until the page is seen
 */
record PageKind(String name, String who, String path, Consumer<Page> then) {

    private static final String COORDINATOR = "pasvaldiba.lubana";
    private static final String DIRECTOR = "direktors.lubana";
    private static final String PROVIDER = "pedagogs.lubana";
    private static final String AUTHOR = "autors.lubana";
    private static final String OPERATOR = "operators";
    /** A quiet network would be waited for half a second on each page; charts are all that comes later. */
    private static final String CHARTS_DRAWN = """
            () => Array.from(document.querySelectorAll('[data-chart]')).every(box => box.querySelector('canvas'))""";

    private static PageKind of(String name, String who, String path) {
        return new PageKind(name, who, path, page -> {});
    }

    static Stream<PageKind> all() {
        return Stream.of(of("sign-in", "nobody", "/"), of("chooser", "psihologs", "/"),
                of("home", COORDINATOR, "/t/lubana"), of("home-of-a-parent", "vecaks.lubana", "/t/lubana"),
                of("home-of-an-adult-learner", "skolens.lubana", "/t/lubana/family"),
                of("home-of-an-auditor", "revidents.lubana", "/t/lubana"),
                of("overview", COORDINATOR, "/t/lubana/overview"),
                of("overview-rezekne", "pasvaldiba.rezekne", "/t/rezekne/overview"),
                of("figures", "pasvaldiba.rezekne", "/t/rezekne/figures"),
                of("learners", COORDINATOR, "/t/lubana/learners"),
                of("learners-filtered", "pasvaldiba.livani", "/t/livani/learners?grade=7&sort=-class"),
                of("learners-none", COORDINATOR, "/t/lubana/learners?grade=1&class=nav"),
                new PageKind("learners-found", COORDINATOR, "/t/lubana/learners", PageKind::search),
                new PageKind("learner", COORDINATOR, "/t/lubana/learners?size=100", PageKind::firstWithPlan),
                new PageKind("learner-without-plans", "skola.lubana", "/t/lubana/learners", PageKind::first),
                new PageKind("readers", COORDINATOR, "/t/lubana/learners", PageKind::readers),
                new PageKind("readers-to-a-parent", "vecaks.lubana", "/t/lubana/learners", PageKind::readers),
                of("plans", COORDINATOR, "/t/lubana/plans"),
                of("plans-none", COORDINATOR, "/t/lubana/plans?state=TERMINATED&semester=2017/2018-1"),
                new PageKind("plan", COORDINATOR, "/t/lubana/plans?state=CLOSED", PageKind::firstPlan),
                new PageKind("plan-of-a-provider", PROVIDER, "/t/lubana/plans?state=ACTIVE", PageKind::firstPlan),
                new PageKind("plan-to-decide-on", DIRECTOR, "/t/lubana/plans/queue", PageKind::waiting),
                new PageKind("plan-returned-without-reason", DIRECTOR, "/t/lubana/plans/queue",
                        PageKind::returnForNothing),
                new PageKind("plan-draft", AUTHOR, "/t/lubana/plans?state=DRAFT", PageKind::edit),
                new PageKind("plan-draft-with-a-row", AUTHOR, "/t/lubana/plans?state=DRAFT", PageKind::addRow),
                new PageKind("plan-application", AUTHOR, "/t/lubana/plans?state=DRAFT", PageKind::application),
                new PageKind("plan-evaluation", AUTHOR, "/t/lubana/plans?state=ACTIVE", PageKind::evaluate),
                new PageKind("plan-termination", DIRECTOR, "/t/lubana/plans?state=ACTIVE", PageKind::terminate),
                new PageKind("plan-suspension", DIRECTOR, "/t/lubana/plans?state=ACTIVE", PageKind::suspend),
                new PageKind("plan-start", AUTHOR, "/t/lubana/learners", PageKind::start),
                of("plan-queue", DIRECTOR, "/t/lubana/plans/queue"),
                new PageKind("contacts", DIRECTOR, "/t/lubana/learners", PageKind::contacts),
                new PageKind("contact-form", DIRECTOR, "/t/lubana/learners", PageKind::contact),
                new PageKind("contact-wrong", DIRECTOR, "/t/lubana/learners", PageKind::contactWithoutAnything),
                of("settings", DIRECTOR, "/t/lubana/settings"),
                new PageKind("messages", DIRECTOR, "/t/lubana/learners", PageKind::messages),
                new PageKind("message-form", DIRECTOR, "/t/lubana/learners", PageKind::message),
                of("consultations", PROVIDER, "/t/lubana/consultations"),
                of("consultations-month", PROVIDER, "/t/lubana/consultations/month"),
                of("consultation-sheets", DIRECTOR, "/t/lubana/consultations/sheets?month=2019-01"),
                of("consultation-week", PROVIDER, "/t/lubana/consultations/calendar"),
                of("consultation-month", COORDINATOR, "/t/lubana/consultations/calendar?view=month"),
                of("consultation-day", PROVIDER, "/t/lubana/consultations/calendar?view=day"),
                of("consultation-slot", PROVIDER, "/t/lubana/consultations/slot"),
                of("consultation-feed", PROVIDER, "/t/lubana/consultations/feed"),
                of("consultations-none", "direktors.livani", "/t/livani/consultations?month=2001-01"),
                new PageKind("consultation-form", PROVIDER, "/t/lubana/consultations", PageKind::record),
                new PageKind("consultation-wrong", PROVIDER, "/t/lubana/consultations", PageKind::recordNothing),
                of("roster", "skola.lubana", "/t/lubana/roster"),
                new PageKind("roster-sent", "skola.lubana", "/t/lubana/roster", PageKind::send),
                new PageKind("roster-checked", "skola.lubana", "/t/lubana/roster", PageKind::check),
                new PageKind("roster-guardians", "skola.lubana", "/t/lubana/roster", PageKind::guardians),
                new PageKind("transfer", "skola.lubana", "/t/lubana/learners", PageKind::transfer),
                new PageKind("timeline", COORDINATOR, "/t/lubana/learners", PageKind::timeline),
                of("schools", "admin.lubana", "/t/lubana/schools"),
                new PageKind("school", "admin.lubana", "/t/lubana/schools", PageKind::school),
                of("promotion", "skola.lubana", "/t/lubana/promotion?year=2025/2026"),
                of("promotion-too-early", "skola.lubana", "/t/lubana/promotion"),
                of("staff", "admin.lubana", "/t/lubana/staff"),
                of("staff-of-a-school", "skola.lubana", "/t/lubana/staff?role=PROVIDER&state=NOW"),
                of("staff-none", "admin.lubana", "/t/lubana/staff?role=TENANT_ADMIN&state=LATER"),
                of("staff-invite", "admin.lubana", "/t/lubana/staff/new"),
                new PageKind("staff-one", "admin.lubana", "/t/lubana/staff?role=SCHOOL_DIRECTOR",
                        PageKind::firstOfStaff),
                of("subjects", "admin.lubana", "/t/lubana/subjects"),
                of("retention", "admin.lubana", "/t/lubana/retention"),
                of("retention-form", "admin.lubana", "/t/lubana/retention/PUMPURS"),
                of("permissions", "skola.lubana", "/t/lubana/permissions"),
                of("permissions-operator", OPERATOR, "/operator/permissions"),
                of("log", COORDINATOR, "/t/lubana/log"),
                of("log-of-an-administrator", "admin.lubana", "/t/lubana/log?kind=support_plan"),
                of("log-none", COORDINATOR, "/t/lubana/log?from=2001-01-01&to=2001-01-02&act=DELETE"),
                of("log-reads", COORDINATOR, "/t/lubana/log/reads"),
                of("tenants", OPERATOR, "/operator/tenants"),
                of("reviews", "eksperts", "/operator/reviews"),
                of("migrations", OPERATOR, "/operator/migrations"),
                of("enter-tenant", OPERATOR, "/operator/tenants/rezekne/entries"),
                new PageKind("enter-tenant-wrong", OPERATOR, "/operator/tenants/rezekne/entries", PageKind::submit),
                new PageKind("inside-tenant", OPERATOR, "/operator/tenants/rezekne/entries", PageKind::enter),
                of("not-found", COORDINATOR, "/t/lubana/nekas"),
                of("not-permitted", COORDINATOR, "/operator/tenants"));
    }

    /** Opens it as its person, in a language, colours and width; charts are drawn when it returns. */
    Page open(String language, ColorScheme scheme, int width) {
        Page page = Desk.of(who).open(path, language, scheme, width);
        then.accept(page);
        page.waitForLoadState(LoadState.LOAD);
        page.waitForFunction(CHARTS_DRAWN);
        return page;
    }

    private static void send(Page page) {
        String roster = """
                Vārds;Uzvārds;Dzimšanas datums;Klase;Māte;Mātes e-pasts
                Anna-Elizabete;Skuja-Kalniņzemniece;01.03.2011.;9.a;Ilze Skuja-Kalniņzemniece;ilze@pasts.example
                Jānis;Bērziņš;32.03.2011.;13.a;Zane;zane@
                """;
        page.locator("#file")
            .setInputFiles(new FilePayload("saraksts.csv", "text/csv", roster.getBytes(StandardCharsets.UTF_8)));
        page.locator("main form button[type=submit]").click();
        page.waitForURL("**/roster/*-*");
    }

    private static void check(Page page) {
        send(page);
        page.locator("form[action$=check] button").click();
        page.locator("nav.tabs").waitFor();
    }

    private static void guardians(Page page) {
        check(page);
        page.locator("nav.tabs a[href$='show=guardians']").click();
        page.waitForURL("**show=guardians");
    }

    private static void search(Page page) {
        page.locator("#q").fill("berzins");
        page.locator("form[action$=search] button").click();
        page.locator(".chips").waitFor();
    }

    private static void first(Page page) {
        page.locator(".row-link").first().click();
        page.waitForURL("**/learners/*-*");
    }

    private static void timeline(Page page) {
        first(page);
        page.locator("main a[href$='/timeline']").click();
        page.waitForURL("**/timeline");
    }

    private static void school(Page page) {
        page.locator(".row-link").first().click();
        page.waitForURL("**/schools/*-*");
    }

    private static void transfer(Page page) {
        first(page);
        page.locator("main a[href$='/transfer']").click();
        page.waitForURL("**/transfer");
    }

    private static void readers(Page page) {
        first(page);
        page.locator("main a[href$='/readers']").click();
        page.waitForURL("**/readers");
    }

    private static void contacts(Page page) {
        first(page);
        page.locator("main a[href$='/contacts']").click();
        page.waitForURL("**/contacts");
    }

    private static void contact(Page page) {
        contacts(page);
        page.locator("main a[href$='/contacts/new']").click();
        page.waitForURL("**/new");
    }

    private static void contactWithoutAnything(Page page) {
        contact(page);
        page.locator("#topic").fill("Šķēle <script>alert(1)</script>");
        submit(page);
    }

    private static void messages(Page page) {
        contacts(page);
        page.locator("main a[href$='/messages']").click();
        page.waitForURL("**/messages");
    }

    private static void message(Page page) {
        messages(page);
        page.locator("main a[href$='/messages/new']").click();
        page.waitForURL("**/new");
    }

    private static void firstOfStaff(Page page) {
        page.locator(".row-link").first().click();
        page.waitForURL("**/staff/*-*");
    }

    private static void firstWithPlan(Page page) {
        page.locator("tr:has(.state) .row-link").first().click();
        page.waitForURL("**/learners/*-*");
    }

    private static void firstPlan(Page page) {
        page.locator(".row-link").first().click();
        page.waitForURL("**/plans/*-*");
    }

    private static void waiting(Page page) {
        // on a phone the list comes first
        page.locator(".queue-list a").first().click();
        page.locator("main article .queued a[href*='/plans/']").first().click();
        page.locator("#decide").waitFor();
    }

    private static void returnForNothing(Page page) {
        waiting(page);
        page.locator("button[value=RETURN]").click();
        page.locator(".is-invalid").first().waitFor();
    }

    private static void edit(Page page) {
        firstPlan(page);
        page.locator("main a[href$='/draft']").click();
        page.waitForURL("**/draft");
    }

    private static void application(Page page) {
        edit(page);
        page.locator("main a[href$='/application/scans']").click();
        page.waitForURL("**/application/scans");
    }

    private static void addRow(Page page) {
        edit(page);
        page.locator("button[value=add]").click();
        page.locator("fieldset.measure").nth(1).waitFor();
    }

    private static void evaluate(Page page) {
        firstPlan(page);
        page.locator("main a[href$='/evaluation']").click();
        page.waitForURL("**/evaluation");
    }

    private static void terminate(Page page) {
        firstPlan(page);
        page.locator("main a[href$='/termination']").click();
        page.waitForURL("**/termination");
    }

    private static void suspend(Page page) {
        firstPlan(page);
        page.locator("main a[href$='/suspension']").click();
        page.waitForURL("**/suspension");
    }

    private static void start(Page page) {
        first(page);
        page.locator("main a[href$='/new']").click();
        page.waitForURL("**/new");
    }

    private static void record(Page page) {
        page.locator("main a[href*='/new?measure=']").first().click();
        page.waitForURL("**/new?measure=*");
    }

    private static void recordNothing(Page page) {
        record(page);
        page.locator("#subject").fill("Šķēle <script>alert(1)</script>");
        page.locator("#minutes").fill("481");
        submit(page);
    }

    private static void submit(Page page) {
        page.locator("main form button[type=submit]").first().click();
        page.locator(".is-invalid").first().waitFor();
    }

    private static void enter(Page page) {
        page.locator("#reason").fill("Pārbaudu rādītājus pēc pašvaldības lūguma");
        page.locator("main form button[type=submit]").click();
        page.locator(".banner").waitFor();
    }

    @Override
    public String toString() {
        return name;
    }
}
