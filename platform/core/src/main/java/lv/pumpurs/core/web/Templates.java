package lv.pumpurs.core.web;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import gg.jte.output.Utf8ByteOutput;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import lv.pumpurs.spi.Form;
import lv.pumpurs.spi.Problem;

/** The compiled templates of every jar. The template of a record is found by its package and its name. */
@ApplicationScoped
public class Templates {

    private static final String LAYOUT = "web/Layout.jte";
    private static final String ERRORS = "web/errors.jte";

    private final TemplateEngine engine;
    private final Map<Class<?>, Optional<String>> names = new ConcurrentHashMap<>();

    /** One engine over all jars that the application's class loader sees. */
    public Templates() {
        engine = TemplateEngine.createPrecompiled(null, ContentType.Html, Texts.loader(),
                "gg.jte.generated.precompiled");
        engine.setBinaryStaticContent(true);
    }

    /**
     * Whether a record is also a page.
     *
     * @param record the class of a view or input record
     * @return the name of its template
     */
    Optional<String> of(Class<?> record) {
        return names.computeIfAbsent(record, type -> {
            String name = nameOf(type) + ".jte";
            return engine.hasTemplate(name) ? Optional.of(name) : Optional.empty();
        });
    }

    /** {@code lv.pumpurs.core.learner.LearnerPage} is {@code learner/LearnerPage}. */
    static String nameOf(Class<?> record) {
        if (record == Problem.class) {
            return "web/Problem";
        }
        String packageName = record.getPackageName();
        return packageName.substring(packageName.lastIndexOf('.') + 1) + "/" + record.getSimpleName();
    }

    /** What the template of a model is named after: a form's is its input's. */
    static Class<?> named(Object model) {
        return model instanceof Form form ? form.input() : model.getClass();
    }

    /**
     * Renders a model.
     *
     * @param model a record with a template, or a form for one
     * @param page the reader's texts, formats and shell
     * @param fragment true to leave out the layout around it
     * @return the bytes
     */
    Utf8ByteOutput render(Object model, RequestPage page, boolean fragment) {
        String name = of(named(model)).orElseThrow(
                () -> new IllegalStateException("no template for " + named(model).getName()));
        Utf8ByteOutput out = new Utf8ByteOutput();
        Content content = inner -> fill(name, model, page, inner);
        if (fragment) {
            content.writeTo(out);
        } else {
            engine.render(LAYOUT, Map.of("page", page, "head", Heading.of(model, page), "content", content), out);
        }
        return out;
    }

    /** The template of a record alone, as text. */
    String text(Record model, RequestPage page) {
        String name = of(model.getClass()).orElseThrow(
                () -> new IllegalStateException("no template for " + model.getClass().getName()));
        StringOutput out = new StringOutput();
        engine.render(name, Map.of("model", model, "page", page), out);
        return out.toString();
    }

    /** A form that was wrong begins with what is wrong; no template of a form has to think of it. */
    private void fill(String name, Object model, RequestPage page, TemplateOutput out) {
        boolean wrongForm = model instanceof Form form && !form.errors().isEmpty();
        boolean wrong = wrongForm || (model instanceof Corrected view && !view.errors().isEmpty());
        TemplateOutput to = wrong ? new StringOutput() : out;
        if (wrongForm) {
            engine.render(ERRORS, Map.of("page", page, "form", model), to);
        }
        engine.render(name, Map.of("model", model, "page", page), to);
        if (wrong) {
            out.writeContent(FieldNames.told(to.toString()));
        }
    }
}
