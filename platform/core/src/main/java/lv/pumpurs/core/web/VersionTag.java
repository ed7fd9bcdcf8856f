package lv.pumpurs.core.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import lv.pumpurs.spi.Versioned;

/** Tells a program the version of what it reads, to be sent back with a change. */
@Provider
@ApplicationScoped
public class VersionTag implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Versioned shown) {
            response.getHeaders().putSingle(HttpHeaders.ETAG, "\"" + shown.version() + "\"");
        }
    }
}
