package lv.pumpurs.core.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/** htmx asks for any type but means HTML. */
@Provider
@ApplicationScoped
@PreMatching
public class HtmxAccept implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        String accept = request.getHeaderString(HttpHeaders.ACCEPT);
        if (request.getHeaderString("HX-Request") != null && (accept == null || accept.equals("*/*"))) {
            request.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.TEXT_HTML);
        }
    }
}
