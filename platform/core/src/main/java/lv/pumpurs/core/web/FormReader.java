package lv.pumpurs.core.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Validator;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** A browser's form into the same record that JSON-B builds for a program. */
@Provider
@ApplicationScoped
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class FormReader implements MessageBodyReader<Record> {

    @Inject
    Validator validator;
    @Inject
    Texts texts;
    @Inject
    Pages pages;
    @Context
    HttpServletRequest request;

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type.isRecord();
    }

    @Override
    public Record readFrom(Class<Record> type, Type generic, Annotation[] annotations, MediaType media,
            MultivaluedMap<String, String> headers, InputStream body) throws IOException {
        try {
            FormFields fields = FormFields.of(body.readAllBytes());
            if (type.equals(Posted.class)) {
                return Posted.of(fields);
            }
            request.setAttribute(InvalidInput.Typed.ATTRIBUTE, new InvalidInput.Typed(type, fields.typed()));
            return new FormBinding(validator, texts).bind(type, fields, pages.language(request));
        } catch (InvalidInput | IllegalArgumentException wrong) {
            // wrapped: only an exception of JAX-RS leaves a body reader unchanged
            throw new BadRequestException(wrong);
        }
    }
}
