package lv.pumpurs.core.web;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import lv.pumpurs.spi.Refused;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Takes a body in, up to a limit that no form of ours comes near, before anybody works on it. Refuses the character
 * that no database of ours can hold (NUL), in the address too: it is never typed, only tried.
 */
@Provider
@ApplicationScoped
@PreMatching
@Priority(Priorities.AUTHENTICATION - 100)
public class BodyFilter implements ContainerRequestFilter {

    @Inject
    @ConfigProperty(name = "pumpurs.web.largest-body", defaultValue = "1048576")
    int largest;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        String address = request.getUriInfo().getRequestUri().toString();
        if (address.contains("%00")) {
            throw new Refused(WebProblem.NOT_FOUND);
        }
        if (!request.hasEntity() || isUpload(request.getHeaderString("Content-Type"))) {
            return;
        }
        if (request.getLength() > largest) {
            throw new Refused(WebProblem.TOO_LARGE, largest / 1024);
        }
        request.setEntityStream(new ByteArrayInputStream(read(request.getEntityStream(), largest)));
    }

    /**
     * Whether a body is a form with a file. Such a one is read by its feature while it arrives, and bounded there; a
     * route that takes no file refuses the type.
     *
     * @param type the header, or null
     * @return true if so
     */
    public static boolean isUpload(@Nullable String type) {
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA);
    }

    static byte[] read(InputStream in, int largest) throws IOException {
        byte[] body = in.readNBytes(largest + 1);
        if (body.length > largest) {
            throw new Refused(WebProblem.TOO_LARGE, largest / 1024);
        }
        String text = new String(body, StandardCharsets.ISO_8859_1);
        if (text.indexOf('\0') >= 0 || text.contains("\\u0000") || text.contains("%00")) {
            throw new Refused(WebProblem.BAD_REQUEST);
        }
        return body;
    }
}
