package lv.pumpurs.core.web;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import lv.pumpurs.spi.KnownVersion;
import org.jspecify.annotations.Nullable;

/** What a request to a plugin says that it has read, by the same rules as in the core. */
@Dependent
class RequestVersion implements KnownVersion {

    private final HttpServletRequest request;

    @Inject
    RequestVersion(HttpServletRequest request) {
        this.request = request;
    }

    @Override
    public void require(@Nullable Integer typed, int now) {
        String sent = request.getContentType();
        boolean form = sent != null && sent.startsWith(MediaType.APPLICATION_FORM_URLENCODED);
        ReadVersion.of(form, request.getHeader(HttpHeaders.IF_MATCH), typed).require(now);
    }
}
