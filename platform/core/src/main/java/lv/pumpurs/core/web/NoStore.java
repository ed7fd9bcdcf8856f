package lv.pumpurs.core.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Nothing is kept by a browser or a proxy unless its resource says so: any page may show a person. */
@Provider
@ApplicationScoped
public class NoStore implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders()
            .putIfAbsent(HttpHeaders.CACHE_CONTROL, new java.util.ArrayList<>(
                    java.util.List.of("no-store")));
    }
}
