package lv.pumpurs.core.web;

import gg.jte.output.Utf8ByteOutput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import lv.pumpurs.spi.Form;

/** Any record that has a template is also a page. */
@Provider
@ApplicationScoped
@Produces(MediaType.TEXT_HTML)
public class HtmlWriter implements MessageBodyWriter<Record> {

    @Inject
    Templates templates;
    @Inject
    Pages pages;
    @Context
    HttpHeaders headers;
    @Context
    HttpServletRequest request;

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == Form.class || (type.isRecord() && templates.of(type).isPresent());
    }

    @Override
    public void writeTo(Record model, Class<?> type, Type generic, Annotation[] annotations, MediaType media,
            MultivaluedMap<String, Object> answer, OutputStream out) throws IOException {
        Utf8ByteOutput page = templates.render(model, pages.page(request), Wants.fragment(headers));
        answer.putSingle(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8");
        answer.putSingle(HttpHeaders.CONTENT_LENGTH, page.getContentLength());
        answer.putSingle(HttpHeaders.VARY, "Accept, Accept-Language, Cookie, HX-Request");
        page.writeTo(out);
    }
}
