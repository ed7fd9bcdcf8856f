package lv.pumpurs.core.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the caller of a request prefers for a message that is not the resource's own. */
public final class Wants {

    private Wants() {}

    /**
     * Whether a person reads the answer.
     *
     * @param headers of the request
     * @return true for a page or a fragment of one; false for a program
     */
    public static boolean page(HttpHeaders headers) {
        return page(headers.getAcceptableMediaTypes(), fragment(headers));
    }

    /** JAX-RS sorts by preference. A browser names HTML first; a wildcard alone does not ask for a page. */
    static boolean page(List<MediaType> accepted, boolean fragment) {
        for (MediaType type : accepted) {
            if (type.isWildcardType() || type.getSubtype().equals("json") || type.getSubtype().endsWith("+json")) {
                return fragment;
            }
            if (type.getType().equals("text") && type.getSubtype().equals("html")) {
                return true;
            }
        }
        return fragment;
    }

    static boolean fragment(HttpHeaders headers) {
        return fragment(headers.getHeaderString("HX-Request"), headers.getHeaderString("HX-Boosted"),
                headers.getHeaderString("HX-History-Restore-Request"));
    }

    /** A boosted link and a restored history entry ask by htmx too, but for the whole page. */
    static boolean fragment(@Nullable String request, @Nullable String boosted, @Nullable String restored) {
        return request != null && boosted == null && !"true".equals(restored);
    }
}
