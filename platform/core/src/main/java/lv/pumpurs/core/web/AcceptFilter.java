package lv.pumpurs.core.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import lv.pumpurs.spi.Refused;
import org.jspecify.annotations.Nullable;

/**
 * htmx asks for any type but means HTML. A wish that nobody can read is refused here, as the caller's mistake: later the
 * server would take it for one of ours.
 */
@Provider
@ApplicationScoped
@PreMatching
public class AcceptFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        String accept = request.getHeaderString(HttpHeaders.ACCEPT);
        if (request.getHeaderString("HX-Request") != null && (accept == null || accept.equals("*/*"))) {
            request.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.TEXT_HTML);
        } else if (!readable(accept)) {
            request.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON);
            throw new Refused(WebProblem.BAD_REQUEST);
        }
    }

    private static boolean readable(@Nullable String accept) {
        if (accept == null || accept.isBlank()) {
            return true;
        }
        try {
            for (String wish : accept.split(",")) {
                String weight = MediaType.valueOf(wish.strip()).getParameters().get("q");
                if (weight != null && !(Float.parseFloat(weight) >= 0 && Float.parseFloat(weight) <= 1)) {
                    return false;
                }
            }
            return true;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
