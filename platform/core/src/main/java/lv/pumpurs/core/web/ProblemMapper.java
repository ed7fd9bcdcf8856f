package lv.pumpurs.core.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.HashMap;
import java.util.Map;
import lv.pumpurs.core.web.InvalidInput.Typed;
import lv.pumpurs.spi.Form;
import lv.pumpurs.spi.Problem;
import lv.pumpurs.spi.Problem.FieldError;

/**
 * Every refusal and every failure: problem+json for programs, a page for people, and for a form the form again, with
 * what was typed and what was wrong.
 */
@Provider
@ApplicationScoped
public class ProblemMapper implements ExceptionMapper<Throwable> {

    static final String PROBLEM_JSON = "application/problem+json";

    @Inject
    Templates templates;
    @Inject
    Texts texts;
    @Inject
    Pages pages;
    @Context
    HttpHeaders headers;
    @Context
    HttpServletRequest request;

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 400) {
            return web.getResponse();
        }
        Problem problem = problems().of(thrown);
        boolean page = Wants.page(headers);
        ResponseBuilder answer = Response.status(problem.status())
            .type(page ? MediaType.TEXT_HTML : PROBLEM_JSON)
            .entity(page ? asPage(problem) : problem);
        if (thrown instanceof WebApplicationException web && web.getResponse().getHeaderString("Allow") != null) {
            answer.header(HttpHeaders.ALLOW, web.getResponse().getHeaderString(HttpHeaders.ALLOW));
        }
        return answer.build();
    }

    private Problems problems() {
        MediaType sent = headers.getMediaType();
        boolean json = sent != null && sent.getSubtype().endsWith("json");
        return new Problems(texts, pages.language(request), request.getRequestURI(), json);
    }

    private Record asPage(Problem problem) {
        boolean fixable = !problem.errors().isEmpty();
        if (fixable && request.getAttribute(Typed.ATTRIBUTE) instanceof Typed typed
                && templates.of(typed.input()).isPresent()) {
            Map<String, String> errors = new HashMap<>();
            for (FieldError error : problem.errors()) {
                errors.putIfAbsent(error.field(), error.message());
            }
            return new Form(typed.input(), typed.values(), errors);
        }
        return problem;
    }
}
