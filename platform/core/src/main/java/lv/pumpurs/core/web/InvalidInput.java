package lv.pumpurs.core.web;

import java.util.Map;

/** A form that cannot become its record, with everything that was typed, so that nobody has to type it twice. */
final class InvalidInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Typed typed;
    private final transient Map<String, String> errors;

    InvalidInput(Typed typed, Map<String, String> errors) {
        super("invalid input", null, false, false);
        this.typed = typed;
        this.errors = errors;
    }

    Typed typed() {
        return typed;
    }

    /** Field to sentence. */
    Map<String, String> errors() {
        return errors;
    }

    /**
     * A form as it was typed.
     *
     * @param input the record that it fills
     * @param values field to text, as typed
     */
    record Typed(Class<? extends Record> input, Map<String, String> values) {

        /** Where a request keeps what was typed, for refusals that come after the record was made. */
        static final String ATTRIBUTE = "lv.pumpurs.typed";
    }
}
