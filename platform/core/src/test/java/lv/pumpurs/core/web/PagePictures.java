package lv.pumpurs.core.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lv.pumpurs.core.web.Samples.Sample;
import lv.pumpurs.spi.Page;
import org.jspecify.annotations.Nullable;

/**
 * Serves the sample pages with the real assets and the real content security policy, and takes pictures of them with
 * Chromium at 1280 and 360 px, in both languages, light and dark. Not a test: run it and look. Arguments: folder for
 * the pictures; names of samples, all without any.
 */
final class PagePictures {

    private final Texts texts = TrialWords.texts();
    private final Assets assets = new Assets();
    private final Templates templates = new Templates();
    private final Menu menu = new Menu();
    private final Map<String, Sample> samples = Samples.all();

    private PagePictures() {}

    static PagePictures without() {
        return new PagePictures();
    }

    /** See the class. */
    public static void main(String[] arguments) throws Exception {
        PagePictures pictures = new PagePictures();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", pictures::answer);
        server.start();
        try {
            Path folder = Files.createDirectories(Path.of(arguments[0]));
            List<String> names = arguments.length > 1
                    ? List.of(arguments).subList(1, arguments.length)
                    : List.copyOf(pictures.samples.keySet());
            for (String name : names) {
                pictures.take(server.getAddress().getPort(), folder, name);
            }
        } finally {
            server.stop(0);
        }
    }

    String html(String name, Locale language) {
        Sample sample = samples.get(name);
        if (sample == null) {
            throw new IllegalArgumentException("no sample " + name);
        }
        return new String(templates.render(sample.model(), page(sample, language), false).toByteArray(),
                StandardCharsets.UTF_8);
    }

    private RequestPage page(Sample sample, Locale language) {
        Page.TenantName tenant = sample.inTenant() ? new Page.TenantName("lubana", "Lubānas novads") : null;
        CurrentTenant.@Nullable Entry entry = sample.entered()
                ? new CurrentTenant.Entry("Palīdzība ar plānu importu", Instant.parse("2026-11-23T12:05:00Z"))
                : null;
        var caller = Samples.caller(sample.signedIn());
        return new RequestPage(RequestPage.Words.of(texts, language),
                new RequestPage.Reader(caller, tenant, entry, () -> sample.signedIn() ? "token" : "",
                        tenant != null
                                ? menu.ofTenant(caller, plugin -> true)
                                : sample.path().startsWith("/operator") ? menu.ofOperator(caller) : List.of(),
                        sample.inTenant() ? 12 : 0),
                Address.of(sample.path(), null), assets);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String[] parts = exchange.getRequestURI().getPath().split("/");
        if (parts.length == 4 && parts[1].equals("assets")) {
            Assets.Asset asset = assets.find(parts[2], parts[3]).orElseThrow();
            send(exchange, asset.type(), asset.content(false));
        } else if (parts.length == 4 && parts[1].equals("narrow")) {
            String frame = "<!DOCTYPE html><html><body><iframe width=360 height=" + parts[2] + " frameborder=0 src=\"/"
                    + parts[3] + "\"></iframe></body></html>";
            send(exchange, "text/html", frame.getBytes(StandardCharsets.UTF_8));
        } else {
            exchange.getResponseHeaders()
                .set("Content-Security-Policy",
                        SecurityHeaders.policy(Optional.empty())
                            .replace("frame-ancestors 'none'",
                                    "frame-ancestors 'self'"));
            String[] wanted = parts[1].split("\\.");
            send(exchange, "text/html;charset=UTF-8",
                    html(wanted[0], Locale.of(wanted[1])).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void take(int port, Path folder, String name) throws Exception {
        String base = "http://127.0.0.1:" + port + "/";
        shot(folder.resolve(name + "-1280-lv.png"), base + name + ".lv", "1280,1500", false);
        shot(folder.resolve(name + "-1280-en-dark.png"), base + name + ".en", "1280,1500", true);
        for (String language : List.of("lv", "en")) {
            shot(folder.resolve(name + "-360-" + language + ".png"), base + "narrow/1600/" + name + "." + language,
                    "520,1640", false);
        }
    }

    private static void shot(Path file, String url, String size, boolean dark) throws Exception {
        List<String> command = new java.util.ArrayList<>(List.of("/usr/bin/chromium", "--headless", "--no-sandbox",
                "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--no-first-run", "--hide-scrollbars", "--virtual-time-budget=4000", "--window-size=" + size,
                "--enable-logging=stderr", "--v=0", "--screenshot=" + file));
        if (dark) {
            command.add("--blink-settings=preferredColorScheme=0");
        }
        command.add(url);
        Process chromium = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(chromium.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        chromium.waitFor();
        said.lines().filter(line -> line.contains("CONSOLE")).forEach(System.out::println);
    }
}
