package lv.pumpurs.keycloak.login;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The page to return to after a login: a path of ours with its query, whatever was asked for. Anything that a browser
 * could take for another site becomes the start page.
 *
 * @param path starts with exactly one slash
 */
record Back(String path) {

    private static final int MAX = 1_000;
    private static final Back START = new Back("/");
    /** Visible ASCII without quotes and backslash; the second character is no slash, else it would name a host. */
    private static final Pattern PATH = Pattern.compile("/(?![/\\\\])[!#-&(-\\[\\]-~]*");
    /** Returning into the login itself would go round in circles. */
    private static final Pattern LOGIN = Pattern.compile("/(login|logout)([/?#].*)?");

    static Back of(@Nullable String asked) {
        if (asked == null || asked.length() > MAX || !PATH.matcher(asked).matches() || LOGIN.matcher(asked).matches()) {
            return START;
        }
        return new Back(asked);
    }

    static Back of(HttpServletRequest request) {
        String query = request.getQueryString();
        return of(request.getRequestURI() + (query == null ? "" : "?" + query));
    }

    String encoded() {
        return URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    URI under(URI url) {
        return URI.create(url + path.replace("[", "%5B")
            .replace("]", "%5D")
            .replace("|", "%7C")
            .replace("{", "%7B")
            .replace("}", "%7D")
            .replace("^", "%5E")
            .replace("`", "%60")
            .replace("<", "%3C")
            .replace(">", "%3E"));
    }
}
