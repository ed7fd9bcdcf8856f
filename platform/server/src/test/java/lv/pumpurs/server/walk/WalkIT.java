package lv.pumpurs.server.walk;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.server.PluginsOn;
import lv.pumpurs.server.ServersOfTheTests;
import lv.pumpurs.spi.Plugin;
import lv.pumpurs.spi.Role;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody sees what they may not: every route, as everybody, with the ids of everybody else. */
@ExtendWith(ArquillianExtension.class)
class WalkIT {

    private static List<Way> ways = List.of();
    private static Steps steps = new Steps(List.of(), new Bodies(Json.createObjectBuilder().build()),
            new OpenWays(""), List.of());
    private static OpenWays open = new OpenWays("");

    @Deployment(testable = false)
    static WebArchive war() {
        return ServersOfTheTests.war();
    }

    @AfterAll
    static void plugins_are_on_again() throws Exception {
        PluginsOn.everywhere();
    }

    @BeforeAll
    static void plant_and_read_the_routes() throws Exception {
        Ground ground = Ground.planted();
        ways = ground.ways();
        steps = ground.steps();
        open = ground.open();
    }

    @Test
    void the_actors_have_every_role_there_is() {
        Set<Role> walked = EnumSet.noneOf(Role.class);
        Actors.of(Side.ALFA).forEach(actor -> actor.roles().values().forEach(walked::addAll));
        assertThat(walked).isEqualTo(EnumSet.allOf(Role.class));
    }

    @Test
    void every_route_open_to_everybody_is_known_and_no_other_is_open() {
        assertThat(ways.stream().filter(way -> way.requires() == null).map(Way::toString))
            .hasSameElementsAs(open.names());
    }

    @Test
    void nobody_is_shown_or_changes_anything_out_of_reach_and_everybody_is_served_within_it() throws Exception {
        PlantingSql.renewStays();
        List<Step> all = all(Side.ALFA).toList();
        Walker walker = new Walker();
        Map<String, String> before = Digest.of(Side.BETA);
        walker.takeInTurn(all.stream().filter(step -> !step.isAllowedAbroad()).toList());
        Map<String, String> after = Digest.of(Side.BETA);
        walker.takeInTurn(all.stream().filter(Step::isAllowedAbroad).toList());

        assertThat(walker.faults()).isEmpty();
        assertThat(after).isEqualTo(before);
        assertThat(walker.served()).containsAll(everyRouteOfEveryRole());
        Pupil own = Side.ALFA.pupil(Side.OWN);
        assertThat(walker.seen()).containsAll(Marks.in(own.id() + " " + own.given() + " " + own.family() + " "
                + own.planCode() + " " + own.subject() + " " + own.subjectOfOthers() + " " + own.consultation() + " "
                + own.contactTopic() + " " + own.riskNote() + " " + own.restricted() + " " + own.verdict() + " "
                + own.noticed() + " " + own.contactOutcome() + " " + own.application()));
        assertThat(logged()).isEmpty();
    }

    /** The routes of the plugin are taken from the list of routes: a new one is covered the day it is written. */
    @ParameterizedTest
    @MethodSource("plugins")
    void of_a_plugin_that_is_off_no_route_is_there_for_anybody(String plugin) throws Exception {
        PlantingSql.renewStays();
        List<Step> all = all(Side.ALFA)
            .filter(step -> (step.way().path() + "/").startsWith("/t/{tenant}/" + plugin + "/"))
            // a program that asks for a page is told so before anything else
            .filter(step -> step.place().equals(Side.ALFA.slug()) && !step.expected().equals(Set.of(406)))
            .toList();
        assertThat(all).anyMatch(Step::isAllowed);
        Walker walker = new Walker();
        PlantingSql.allow(Side.ALFA, plugin, false);
        try {
            walker.take(all.stream().map(Step::intoNothing).toList(), 1);
        } finally {
            PlantingSql.allow(Side.ALFA, plugin, true);
        }
        assertThat(walker.faults()).isEmpty();
    }

    static Stream<String> plugins() {
        return TwoTenants.plugins().stream().map(Plugin::id);
    }

    @Test
    void eight_at_a_time_over_a_pool_of_two_nobody_is_shown_the_other_tenant() throws Exception {
        PlantingSql.renewStays();
        // as JSON in one tenant, as pages in the other; what changes something is left out: each would see it of each
        List<Step> alfa = crowd(all(Side.ALFA).filter(step -> isWithinATenant(step) && !step.asBrowser()).toList());
        List<Step> beta = crowd(all(Side.BETA).filter(step -> isWithinATenant(step) && step.asBrowser()).toList());
        List<Step> turns = IntStream.range(0, Math.max(alfa.size(), beta.size()))
            .boxed()
            .flatMap(i -> Stream.of(alfa.get(i % alfa.size()), beta.get(i % beta.size())))
            .toList();
        List<Map<String, String>> before = rows();
        Walker walker = new Walker();
        walker.take(turns, 8);

        assertThat(walker.faults()).isEmpty();
        assertThat(rows()).isEqualTo(before);
        assertThat(logged()).isEmpty();
    }

    @Test
    void no_token_and_no_token_that_is_not_a_good_one_of_ours_opens_any_route() throws IOException {
        Doors doors = new Doors(steps, Side.ALFA);
        Map<String, String> ofCoordinator = Forgeries.of(Actors.named(Side.ALFA, "TENANT_COORDINATOR").person());
        Map<String, String> ofOperator = Forgeries.of(Actors.named(Side.ALFA, "operator").person());
        ways.stream().filter(way -> way.requires() != null).forEach(way -> {
            doors.withoutToken(way);
            (Ids.namesTenant(way) ? ofCoordinator : ofOperator)
                .forEach((name, token) -> doors.withForgery(way, name, token));
        });
        assertThat(doors.faults()).isEmpty();
        assertThat(logged()).isEmpty();
    }

    @Test
    void a_form_sent_with_the_cookie_needs_the_token_of_its_login_and_a_page_of_ours() {
        Doors doors = new Doors(steps, Side.ALFA);
        Actor coordinator = Actors.named(Side.ALFA, "TENANT_COORDINATOR");
        String token = csrf(coordinator);
        String foreign = csrf(Actors.named(Side.ALFA, "SCHOOL_COORDINATOR"));
        List<Way> unsafe = ways.stream().filter(way -> !way.isSafe()).toList();
        assertThat(unsafe).hasSizeGreaterThan(5);
        for (Way way : unsafe) {
            doors.script(way, coordinator, "without the token", false, "Origin", Step.BASE);
            doors.script(way, coordinator, "with a wrong token", false, "Origin", Step.BASE, "X-CSRF", "x");
            doors.script(way, coordinator, "with the token of another login", false, "Origin", Step.BASE, "X-CSRF",
                    foreign);
            for (String origin : List.of("https://evil.example", "null", Step.BASE + ".evil.example",
                    Step.BASE.replace("http:", "https:"), Step.BASE.replaceFirst("\\d+$", "1"))) {
                doors.script(way, coordinator, "from " + origin, false, "Origin", origin, "X-CSRF", token);
            }
            doors.script(way, coordinator, "from another site", false, "Sec-Fetch-Site", "cross-site", "X-CSRF", token);
            doors.script(way, coordinator, "with the token", true, "Origin", Step.BASE, "X-CSRF", token);
            doors.form(way, coordinator, "as a form with the token", true, token);
            doors.form(way, coordinator, "as a form with the token of another login", false, foreign);
        }
        assertThat(doors.faults()).isEmpty();
    }

    @Test
    void no_other_method_gets_round_the_gate() {
        Doors doors = new Doors(steps, Side.ALFA);
        Actor coordinator = Actors.named(Side.ALFA, "TENANT_COORDINATOR");
        ways.stream().filter(way -> way.requires() != null).forEach(way -> {
            for (String method : List.of("HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", "PROPFIND")) {
                if (ways.stream().noneMatch(other -> other.toString().equals(method + " " + way.path()))) {
                    doors.otherMethod(way, method, coordinator, "beta");
                }
            }
        });
        assertThat(doors.faults()).isEmpty();
    }

    /** These are the server's own, and no route of ours. */
    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/ready", "/health/live", "/health/started", "/metrics", "/openapi",
            "/nekas", "/t/alfa/nekas", "/assets/nekas"})
    void what_is_no_route_names_nobody_is_in_no_frame_and_runs_nothing(String path) {
        HttpResponse<String> answer = Walker.send(HttpRequest.newBuilder(URI.create(Step.BASE + path)).build());
        assertThat(answer.statusCode()).isEqualTo(path.contains("nekas") ? 404 : 200);
        assertThat(AnswerRules.broken(answer)).allMatch(fault -> fault.startsWith("kept") && !path.contains("nekas"));
        assertThat(Marks.in(answer.body() + answer.headers().map())).isEmpty();
    }

    private static String csrf(Actor actor) {
        Matcher token = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"")
            .matcher(Walker.send(HttpRequest.newBuilder(URI.create(Step.BASE + "/t/alfa/learners"))
                .header("Accept", Step.BROWSER)
                .header("Cookie", "pumpurs-at=" + actor.token())
                .build()).body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private static Stream<Step> all(Side home) {
        // what changes something comes last: an operator who has left is turned away
        return Actors.of(home)
            .stream()
            .flatMap(actor -> steps.of(actor).stream())
            .sorted(Comparator
                .comparingInt(step -> !step.changesSomething() ? 0 : Ids.namesTenant(step.way()) ? 1 : 2));
    }

    /** Whoever is served, and of those who are turned away, which the walk alone asks one by one, every fifth. */
    private static List<Step> crowd(List<Step> steps) {
        return IntStream.range(0, steps.size())
            .filter(i -> steps.get(i).isAllowed() || i % 5 == 0)
            .mapToObj(steps::get)
            .toList();
    }

    private static boolean isWithinATenant(Step step) {
        return Ids.namesTenant(step.way()) && !step.changesSomething();
    }

    /** Both tenants read their own while the digests are taken, and reading is written down. */
    private static List<Map<String, String>> rows() throws SQLException {
        return List.of(Digest.of(Side.ALFA, "read_log"), Digest.of(Side.BETA, "read_log"));
    }

    private static Set<String> everyRouteOfEveryRole() {
        Set<String> all = new TreeSet<>();
        ways.stream()
            .filter(way -> !way.takesFreeText() && !way.isOutOfState() && !way.needsVersion() && !way.isRefused())
            .forEach(way -> way.holders()
                .stream()
                .filter(role -> Ids.namesTenant(way) || role.name().startsWith("OPERATOR"))
                .forEach(role -> all.add(role + " " + way)));
        return all;
    }

    private static Set<String> logged() throws IOException {
        Set<String> marks = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("wlp.home"), "usr/servers/it/logs"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                marks.addAll(Marks.in(Files.readString(file)));
            }
        }
        return marks;
    }
}
