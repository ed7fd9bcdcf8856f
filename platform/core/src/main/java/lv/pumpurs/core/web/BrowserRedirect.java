package lv.pumpurs.core.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;

/**
 * 201 with a location is for programs; a person is sent there, so that a reload does not repeat the act. A fragment
 * cannot follow a redirect without losing the page around it: htmx is told to go there itself.
 */
@Provider
@ApplicationScoped
public class BrowserRedirect implements ContainerResponseFilter {

    @Context
    HttpHeaders headers;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        URI location = response.getLocation();
        boolean created = response.getStatus() == Status.CREATED.getStatusCode();
        boolean seeOther = response.getStatus() == Status.SEE_OTHER.getStatusCode();
        if (location == null || !(created || seeOther)) {
            return;
        }
        if (Wants.fragment(headers)) {
            response.setStatus(Status.OK.getStatusCode());
            response.getHeaders().remove(HttpHeaders.LOCATION);
            response.getHeaders().putSingle("HX-Redirect", location.toString());
            response.setEntity(null);
        } else if (created && Wants.page(headers)) {
            response.setStatus(Status.SEE_OTHER.getStatusCode());
            response.setEntity(null);
        }
    }
}
