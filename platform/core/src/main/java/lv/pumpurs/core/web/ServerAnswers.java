package lv.pumpurs.core.web;

import gg.jte.output.Utf8ByteOutput;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import lv.pumpurs.spi.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What the server refuses before any resource of ours is asked (a protected path, a header it cannot read) is told in
 * our words as well. Named as the error page in {@code META-INF/web-fragment.xml}; asked for by its own address it is
 * not there.
 */
public class ServerAnswers extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Jsonb JSON = JsonbBuilder.create();

    @Inject
    transient Templates templates;
    @Inject
    transient Texts texts;
    @Inject
    transient Pages pages;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problem problem = problem(request);
        response.setStatus(problem.status());
        response.setHeader("Cache-Control", "no-store");
        byte[] body;
        if (wantsPage(request.getHeader("Accept"))) {
            response.setContentType("text/html;charset=UTF-8");
            Utf8ByteOutput page = templates.render(problem, pages.page(request), false);
            body = page.toByteArray();
        } else {
            response.setContentType(ProblemMapper.PROBLEM_JSON);
            body = JSON.toJson(problem).getBytes(StandardCharsets.UTF_8);
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private Problem problem(HttpServletRequest request) {
        Locale language = pages.language(request);
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer told ? told : 404;
        String path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
                ? asked
                : request.getRequestURI();
        Problems problems = new Problems(texts, language, path, false);
        if (status >= 500 && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
            return problems.of(thrown);
        }
        return problems.of(status);
    }

    /** As a browser asks; what cannot be read asks for nothing. */
    static boolean wantsPage(@Nullable String accept) {
        return accept != null && accept.strip().startsWith("text/html");
    }
}
