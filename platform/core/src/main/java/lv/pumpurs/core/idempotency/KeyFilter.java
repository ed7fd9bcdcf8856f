package lv.pumpurs.core.idempotency;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import lv.pumpurs.core.web.BodyFilter;
import lv.pumpurs.core.web.CsrfFilter;

/**
 * Finds the key of a request: the header's, or else the token of the form. After the gate, so that a stranger learns
 * nothing from it. PUT and DELETE need none: HTTP says that they may be repeated.
 */
@Provider
@Priority(Priorities.AUTHORIZATION + 100)
public class KeyFilter implements ContainerRequestFilter {

    static final String HEADER = "Idempotency-Key";

    private static final Set<String> ONCE = Set.of(HttpMethod.POST, HttpMethod.PATCH);

    // field: RESTEasy makes providers by their empty constructor
    @Inject
    private CurrentKey current;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        String header = request.getHeaderString(HEADER);
        String token = request.getProperty(CsrfFilter.TOKEN_OF_FORM) instanceof String text ? text : null;
        // a file is never held in memory; what comes of a second one is an import that somebody puts away
        if (!ONCE.contains(request.getMethod()) || (header == null && token == null)
                || BodyFilter.isUpload(request.getHeaderString(HttpHeaders.CONTENT_TYPE))) {
            return;
        }
        byte[] body = request.hasEntity() ? request.getEntityStream().readAllBytes() : new byte[0];
        request.setEntityStream(new ByteArrayInputStream(body));
        URI uri = request.getUriInfo().getRequestUri();
        String act = request.getMethod() + " " + uri.getRawPath() + "?" + uri.getRawQuery();
        if (header != null) {
            current.is(RequestKey.ofProgram(header, act, body));
        } else if (token != null) {
            current.is(RequestKey.ofForm(token, act, body));
        }
    }
}
