package lv.pumpurs.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where and when, without names of hosts or folders.
 *
 * @param date the day of the run
 * @param commit of the tree that was measured; with a plus when files of it were changed
 * @param lines about cores, memory and versions
 */
record Machine(LocalDate date, String commit, List<String> lines) {

    static Machine here(Settings settings, String postgres) throws IOException, InterruptedException {
        String model = line(Path.of("/proc/cpuinfo"), "model name").replaceAll("\\s+", " ");
        double memory = Double.parseDouble(line(Path.of("/proc/meminfo"), "MemTotal").replaceAll("\\D", ""))
                / (1 << 20);
        String liberty = line(settings.liberty().resolve("lib/versions/openliberty.properties"),
                "com.ibm.websphere.productVersion");
        return new Machine(LocalDate.now(ZoneOffset.UTC), checkedOut(), List.of(
                Runtime.getRuntime().availableProcessors() + " cores (" + model + "), "
                        + String.format(Locale.ROOT, "%.0f GiB", memory) + " of memory",
                "JDK " + Runtime.version() + ", Open Liberty " + liberty + ", PostgreSQL " + postgres
                        + " (fsync off, as in the local stack)",
                "clients, Liberty and PostgreSQL share the machine; only the CPU of the latter two is counted"));
    }

    private static String checkedOut() throws IOException, InterruptedException {
        String commit = git("rev-parse", "--short=10", "HEAD").orElse("unknown");
        return git("status", "--porcelain", "--untracked-files=no").filter(changed -> !changed.isEmpty()).isPresent()
                ? commit + "+"
                : commit;
    }

    private static Optional<String> git(String... words) throws IOException, InterruptedException {
        try {
            List<String> command = new java.util.ArrayList<>(List.of("git"));
            command.addAll(List.of(words));
            Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? Optional.of(answer) : Optional.empty();
        } catch (IOException noGit) {
            return Optional.empty();
        }
    }

    private static String line(Path file, String key) throws IOException {
        return Files.readAllLines(file)
            .stream()
            .filter(line -> line.startsWith(key))
            .map(line -> line.replaceFirst("^[^:=]*[:=]", "").strip())
            .findFirst()
            .orElse("unknown");
    }
}
