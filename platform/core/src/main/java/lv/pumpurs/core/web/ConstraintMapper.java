package lv.pumpurs.core.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.Providers;

/** RESTEasy brings a mapper of its own for validation; only one for a closer type wins over it. */
@Provider
@ApplicationScoped
public class ConstraintMapper implements ExceptionMapper<ConstraintViolationException> {

    @Context
    Providers providers;

    @Override
    public Response toResponse(ConstraintViolationException thrown) {
        return providers.getExceptionMapper(Throwable.class).toResponse(thrown);
    }
}
