package lv.pumpurs.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Liberty's JVM, asked by the JDK's own {@code jcmd}. */
final class JavaProcess {

    private static final Pattern TOTAL = Pattern.compile("^Total\\s+\\d+\\s+(\\d+)", Pattern.MULTILINE);

    private final long pid;

    private JavaProcess(long pid) {
        this.pid = pid;
    }

    /** The JVM at or below a process. */
    static JavaProcess below(long pid) {
        return ProcessHandle.of(pid)
            .stream()
            .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
            .filter(process -> process.info().command().filter(command -> command.endsWith("/java")).isPresent())
            .findFirst()
            .map(process -> new JavaProcess(process.pid()))
            .orElseThrow(() -> new IllegalStateException("no JVM below process " + pid));
    }

    /** Bytes of live objects: the histogram is counted after a full collection. */
    long liveBytes() throws IOException, InterruptedException {
        return total(jcmd("GC.class_histogram"));
    }

    static long total(String histogram) {
        Matcher total = TOTAL.matcher(histogram);
        if (!total.find()) {
            throw new IllegalStateException("no total in the histogram");
        }
        return Long.parseLong(total.group(1));
    }

    void startRecording() throws IOException, InterruptedException {
        jcmd("JFR.start", "name=bench", "settings=profile");
    }

    void stopRecording(Path file) throws IOException, InterruptedException {
        jcmd("JFR.stop", "name=bench", "filename=" + file.toAbsolutePath());
    }

    double residentMegabytes() {
        return Cpu.megabytes(pid, "VmRSS");
    }

    private String jcmd(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        command.add(Long.toString(pid));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(
                    "jcmd " + arguments[0] + ": " + answer.lines().findFirst().orElse(""));
        }
        return answer;
    }
}
