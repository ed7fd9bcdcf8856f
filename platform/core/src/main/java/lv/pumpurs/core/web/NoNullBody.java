package lv.pumpurs.core.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import lv.pumpurs.spi.Refused;

/** The JSON {@code null} is well formed and passes {@code @Valid}; no resource of ours could do anything with it. */
@Provider
@ApplicationScoped
public class NoNullBody implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Object body = context.proceed();
        if (body == null && context.getType().isRecord()) {
            // wrapped: only an exception of JAX-RS leaves a body reader unchanged
            throw new BadRequestException(new Refused(WebProblem.BROKEN_JSON));
        }
        return body;
    }
}
