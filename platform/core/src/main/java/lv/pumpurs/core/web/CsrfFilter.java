package lv.pumpurs.core.web;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lv.pumpurs.spi.Refused;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * A browser sends the login's cookie with any form, whoever made the form. So whatever changes something must show
 * that it comes from a page of ours: the token of this login, and no foreign Origin. A bearer token is no cookie: no
 * browser adds it by itself.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION + 100)
public class CsrfFilter implements ContainerRequestFilter {

    /** Property of the request: the token that stood in the form, told only if it is one of this login. */
    public static final String TOKEN_OF_FORM = "lv.pumpurs.token-of-form";

    static final String FIELD = "csrf";
    static final String HEADER = "X-CSRF";

    private static final int LONGEST_FIRST_PART = 1024;
    private static final Pattern FIRST_PART = Pattern.compile("--[^\\r\\n]{1,200}\\r\\n"
            + "[Cc]ontent-[Dd]isposition: form-data; name=\"" + FIELD + "\"\\r\\n\\r\\n([^\\r\\n]{1,400})\\r\\n");
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    @Inject
    CsrfKey key;
    @Inject
    @ConfigProperty(name = "pumpurs.url")
    Optional<String> url;
    @Context
    HttpServletRequest servletRequest;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        if (SAFE.contains(request.getMethod()) || request.getHeaderString("Authorization") != null) {
            return;
        }
        String base = url.orElseGet(() -> request.getUriInfo().getBaseUri().toString());
        if (isForeign(request.getHeaderString("Origin"), base)
                || "cross-site".equals(request.getHeaderString("Sec-Fetch-Site"))) {
            throw new Refused(WebProblem.FOREIGN_FORM);
        }
        String login = Pages.login(servletRequest);
        if (login == null) {
            return;
        }
        String header = request.getHeaderString(HEADER);
        String field = field(request);
        if (!key.get().accepts(header == null ? field : header, login)) {
            throw new Refused(WebProblem.FOREIGN_FORM);
        }
        if (field != null && key.get().accepts(field, login)) {
            request.setProperty(TOKEN_OF_FORM, field);
        }
    }

    private static @Nullable String field(ContainerRequestContext request) throws IOException {
        MediaType type = request.getMediaType();
        if (BodyFilter.isUpload(request.getHeaderString("Content-Type"))) {
            BufferedInputStream body = new BufferedInputStream(request.getEntityStream());
            request.setEntityStream(body);
            return firstPart(body);
        }
        if (type == null || !MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(type)) {
            return null;
        }
        byte[] body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        try {
            return FormFields.of(body).first(FIELD);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    /** Of a form with a file only the beginning is looked at: the token is its first field. */
    static @Nullable String firstPart(BufferedInputStream body) throws IOException {
        body.mark(LONGEST_FIRST_PART);
        String start = new String(body.readNBytes(LONGEST_FIRST_PART), StandardCharsets.ISO_8859_1);
        body.reset();
        Matcher token = FIRST_PART.matcher(start);
        return token.lookingAt() ? token.group(1) : null;
    }

    /** No Origin is no sign of anything; "null" is sent by sandboxes and is as foreign as any other site. */
    static boolean isForeign(@Nullable String origin, String base) {
        if (origin == null) {
            return false;
        }
        URI ours = URI.create(base);
        String port = ours.getPort() < 0 ? "" : ":" + ours.getPort();
        return !origin.equalsIgnoreCase(ours.getScheme() + "://" + ours.getHost() + port);
    }
}
