package lv.pumpurs.core.web;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Validator;
import java.util.Locale;
import java.util.Map;
import java.util.LinkedHashMap;
import lv.pumpurs.spi.Refused;

/** Makes records of forms for resources that show their form again themselves. */
@Dependent
public class Forms {

    private final FormBinding binding;
    private final Texts texts;
    private final Pages pages;

    /**
     * For all requests.
     *
     * @param validator of the records
     * @param texts the sentences
     * @param pages in which language they are
     */
    @Inject
    public Forms(Validator validator, Texts texts, Pages pages) {
        this.binding = new FormBinding(validator, texts);
        this.texts = texts;
        this.pages = pages;
    }

    /**
     * Binds and validates.
     *
     * @param type record to make
     * @param form what was typed
     * @param request who asks, for the language
     * @param <R> the record
     * @return the record and what is wrong with it
     */
    public <R extends Record> Bound<R> bind(Class<R> type, Posted form, HttpServletRequest request) {
        return binding.read(type, new FormFields(form.values()), pages.language(request));
    }

    /**
     * A refusal as errors of a form: at its fields, or where it is about the whole, under an empty name.
     *
     * @param refused why it was refused
     * @param request who asks, for the language
     * @return sentences
     */
    public Map<String, String> errors(Refused refused, HttpServletRequest request) {
        Locale language = pages.language(request);
        Object[] arguments = refused.arguments().toArray();
        Map<String, String> errors = new LinkedHashMap<>();
        refused.fields().forEach((field, key) -> errors.put(field, texts.text(language, key, arguments)));
        if (errors.isEmpty()) {
            errors.put("", texts.text(language, "problem." + refused.type().code() + ".detail", arguments));
        }
        return errors;
    }
}
