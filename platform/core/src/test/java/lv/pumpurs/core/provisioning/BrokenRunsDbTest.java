package lv.pumpurs.core.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import lv.pumpurs.core.catalogue.CataloguesAndSchools;
import lv.pumpurs.core.fixture.NationAlone;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.provisioning.Trouble.Kind;
import lv.pumpurs.core.provisioning.Trouble.Point;
import lv.pumpurs.core.provisioning.Trouble.Where;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs that were refused or killed at any point go on, and end where an undisturbed run ends. */
class BrokenRunsDbTest {

    private static final int SIDE_BY_SIDE = 3;

    @TempDir
    static Path folder = Path.of("set by the test engine");

    private static NationAlone nation;
    private static FolderOfMembers members;
    private static List<String> undisturbed;
    private static final Map<Point, Process> KILLED = new HashMap<>();

    static Stream<Point> points() {
        return Point.all();
    }

    @BeforeAll
    static void a_run_that_nothing_disturbs_and_one_killed_at_every_point() throws Exception {
        nation = NationAlone.create("broken_runs");
        members = new FolderOfMembers(Files.createDirectory(folder.resolve("members")));
        provisioning().apply(TenantFiles.read(file("k-whole")));
        undisturbed = Portrait.of(nation, "k-whole");
        try (ExecutorService side = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
            Map<Point, Future<Process>> running = new HashMap<>();
            for (Point point : Point.all().toList()) {
                running.put(point, side.submit(() -> killed(point)));
            }
            for (var one : running.entrySet()) {
                KILLED.put(one.getKey(), one.getValue().get());
            }
        }
    }

    @Test
    void the_undisturbed_run_is_worth_comparing_with() {
        assertThat(undisturbed).hasSizeGreaterThan(400)
            .anyMatch(line -> line.startsWith("tenant ") && line.contains("\"state\": \"ACTIVE\""))
            .anyMatch(line -> line.startsWith("row staff_role ") && line.contains("TENANT_ADMIN"))
            .anyMatch(line -> line.startsWith("file ") && line.contains("\"administrators\": null"))
            .anyMatch(line -> line.equals("step INVITATIONDONENO_MAIL1"))
            .noneMatch(line -> line.startsWith("tenant ") && line.contains("example.lv"));
    }

    @ParameterizedTest
    @MethodSource("points")
    void a_run_that_was_killed_leaves_the_tenant_closed_and_the_next_one_completes_it(Point point) throws Exception {
        Process killed = Objects.requireNonNull(KILLED.get(point));
        String slug = point.slug("k");
        assertThat(killed.exitValue()).as(Files.readString(folder.resolve(slug + ".log"))).isEqualTo(99);
        boolean open = point.equals(new Point(ProvisioningStep.OPENING, Where.AFTER));
        boolean registered = !point.equals(new Point(ProvisioningStep.REGISTRATION, Where.INSIDE));
        assertThat(nation.look("SELECT state FROM nation.tenant WHERE slug = '" + slug + "'"))
            .isEqualTo(registered ? List.of(open ? "ACTIVE" : "PROVISIONING") : List.of());

        // the registry kept the file: nobody has to find it again
        assertThat(provisioning().resume(slug).isPresent()).isEqualTo(registered && !open);

        assertThat(provisioning().apply(TenantFiles.read(file(slug))).changed()).isEqualTo(!registered);
        assertThat(Portrait.of(nation, slug)).isEqualTo(undisturbed);
        assertThat(members.members(slug)).containsExactly("anna.skele@example.lv");
    }

    @ParameterizedTest
    @EnumSource(ProvisioningStep.class)
    void a_step_that_is_refused_says_why_without_a_person_and_a_resumed_run_completes_it(ProvisioningStep step)
            throws Exception {
        Point point = new Point(step, Where.INSIDE);
        String slug = point.slug("r");
        Trouble trouble = new Trouble(point, Kind.REFUSE);
        TenantProvisioning refused = new TenantProvisioning(trouble.database(nation.provisioner()),
                trouble.organisations(members), new CataloguesAndSchools(), TwoTenants.plugins(),
                InstantSource.system());
        assertThatThrownBy(() -> refused.apply(TenantFiles.read(file(slug)))).isInstanceOf(StepFailed.class)
            .hasMessageContaining("step " + step)
            .hasMessageNotContainingAny("example.lv", "Geheim");
        boolean registered = step != ProvisioningStep.REGISTRATION;
        List<String> kept = nation.look("SELECT step || ' ' || s.state || ' ' || reason || ' ' || reason_detail"
                + " FROM nation.provisioning_step s JOIN nation.tenant t ON t.id = s.tenant_id"
                + " WHERE slug = '" + slug + "' AND s.state <> 'DONE'");
        String reason = switch (step) {
            case ORGANISATION, INVITATION -> "IDENTITY_PROVIDER IllegalStateException";
            case MIGRATIONS -> "MIGRATION_FAILED 42501";
            default -> "DATABASE_REFUSED 42501";
        };
        assertThat(kept).isEqualTo(registered ? List.of(step + " FAILED " + reason) : List.of());
        // one whose migrations failed stays closed even if it was open before
        assertThat(
                nation.look("SELECT state || ' ' || migration_failed FROM nation.tenant WHERE slug = '" + slug + "'"))
            .isEqualTo(registered
                    ? List.of("PROVISIONING " + (step == ProvisioningStep.MIGRATIONS))
                    : List.of());

        if (registered) {
            assertThat(provisioning().resume(slug)).isPresent();
        } else {
            provisioning().apply(TenantFiles.read(file(slug)));
        }
        assertThat(Portrait.of(nation, slug)).isEqualTo(undisturbed);
        assertThat(provisioning().resume(slug)).isEmpty();
    }

    private static Process killed(Point point) throws Exception {
        String slug = point.slug("k");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto", "-Xmx128m",
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                KilledRun.class.getName()));
        command.addAll(List.of(Integer.toString(nation.port()), "broken_runs", folder.resolve("members").toString(),
                file(slug).toString(), point.step().name(), point.where().name()));
        File log = folder.resolve(slug + ".log").toFile();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
        try {
            process.waitFor();
        } finally {
            process.destroyForcibly();
        }
        return process;
    }

    private static TenantProvisioning provisioning() {
        return new TenantProvisioning(nation.provisioner(), members, new CataloguesAndSchools(), TwoTenants.plugins(),
                InstantSource.system());
    }

    private static Path file(String slug) throws Exception {
        return Files.writeString(folder.resolve(slug + ".yaml"), """
                slug: %s
                name: Novads
                kind: MUNICIPALITY
                locale: lv
                programmes: [PUMPURS]
                schools:
                  - key: only
                    name: Vienīgā skola
                    kind: VIDUSSKOLA
                    participation: []
                administrators:
                  - {given_name: Anna, family_name: Šķēle, email: anna.skele@example.lv}
                """.formatted(slug));
    }
}
