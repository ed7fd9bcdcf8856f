package lv.pumpurs.server.walk;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What holds for every answer of ours, whoever asked for whatever. */
final class AnswerRules {

    private static final Pattern INLINE_SCRIPT = Pattern.compile("<script(?![^>]*(\\ssrc=|type=\"application/json\"))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HANDLER = Pattern.compile("<[^>]*\\son[a-z]+\\s*=", Pattern.CASE_INSENSITIVE);
    private static final Pattern INLINE_STYLE = Pattern.compile("<style|<[^>]*\\sstyle\\s*=", Pattern.CASE_INSENSITIVE);
    private static final List<String> POLICY = List.of("default-src 'none'", "frame-ancestors 'none'",
            "base-uri 'none'");
    private static final List<String> POLICY_OF_PAGES = List.of("script-src 'self'", "style-src 'self'");

    private AnswerRules() {}

    /** What is wrong with an answer; empty if nothing. */
    static List<String> broken(HttpResponse<String> answer) {
        List<String> broken = new ArrayList<>();
        HttpHeaders headers = answer.headers();
        boolean page = headers.firstValue("Content-Type").orElse("").startsWith("text/html");
        List<String> policies = headers.allValues("Content-Security-Policy");
        List<String> policy = List.of(String.join("; ", policies).split("; "));
        check(broken, policies.size() == 1 && policy.containsAll(POLICY)
                && policy.stream().anyMatch(rule -> rule.startsWith("form-action 'self'"))
                && (!page || policy.containsAll(POLICY_OF_PAGES))
                && policy.stream().noneMatch(rule -> rule.contains("unsafe") || rule.contains("*")),
                "policy " + policies);
        check(broken, headers.allValues("X-Content-Type-Options").equals(List.of("nosniff")), "types are guessed");
        check(broken, headers.allValues("Referrer-Policy").equals(List.of("same-origin")), "paths are told");
        check(broken, headers.allValues("X-Frame-Options").equals(List.of("DENY")), "may be framed");
        check(broken, headers.allValues("Server").isEmpty() && headers.allValues("X-Powered-By").isEmpty(),
                "tells what it is made of");
        boolean file = answer.statusCode() == 200 && answer.uri().getPath().startsWith("/assets/");
        // the server adds the second part by itself to whatever sets a cookie
        String kept = String.join(" and ", headers.allValues("Cache-Control")).replace(", no-cache=set-cookie", "");
        check(broken, kept.equals(file ? "public, max-age=31536000, immutable" : "no-store"),
                "kept: " + kept);
        headers.allValues("Set-Cookie").forEach(cookie -> cookie(broken, cookie, answer.uri().getScheme()));
        check(broken, headers.firstValue("Content-Disposition").filter(name -> name.contains(".file.")).isEmpty(),
                "a file is named by the key of its name");
        if (page) {
            page(broken, answer.body());
        }
        return broken;
    }

    static void page(List<String> broken, String page) {
        check(broken, !INLINE_SCRIPT.matcher(page).find(), "a script inside the page");
        check(broken, !HANDLER.matcher(page).find(), "an event handler inside the page");
        check(broken, !INLINE_STYLE.matcher(page).find(), "a style inside the page");
        check(broken, !page.toLowerCase(Locale.ROOT).contains("javascript:"), "a script inside a link");
    }

    /** Over TLS the names carry the prefixes that browsers enforce; without it they must not. */
    static void cookie(List<String> broken, String header, String scheme) {
        List<String> flags = Arrays.stream(header.toLowerCase(Locale.ROOT).split(";")).map(String::strip).toList();
        String name = header.substring(0, header.indexOf('='));
        boolean tls = scheme.equals("https");
        check(broken, flags.contains("httponly"), name + " is seen by scripts");
        check(broken, flags.contains("samesite=lax") || flags.contains("samesite=strict"),
                name + " goes with forms of other sites");
        check(broken, flags.stream().anyMatch(flag -> flag.startsWith("path=/")), name + " has no path");
        check(broken, flags.stream().noneMatch(flag -> flag.startsWith("domain=")), name + " goes to neighbours");
        check(broken, flags.contains("secure") == tls, name + ": Secure");
        check(broken, !name.startsWith("__Host-") || (tls && flags.contains("path=/")), name + ": __Host-");
        check(broken, !name.startsWith("__Secure-") || tls, name + ": __Secure-");
    }

    private static void check(List<String> broken, boolean right, String fault) {
        if (!right) {
            broken.add(fault);
        }
    }
}
