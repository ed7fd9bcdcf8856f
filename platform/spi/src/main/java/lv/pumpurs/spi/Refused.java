package lv.pumpurs.spi;

import java.util.List;
import java.util.Map;

/**
 * The caller did something wrong: thrown anywhere below a resource, answered as problem+json (RFC 9457), as a page or
 * as the form with its errors. Never logged as a failure, never a 500.
 */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProblemType type;
    private final transient List<Object> arguments;
    private final transient Map<String, String> fields;

    /**
     * A refusal about the act as a whole.
     *
     * @param type what went wrong
     * @param arguments values for the texts; never personal data
     */
    public Refused(ProblemType type, Object... arguments) {
        this(type, Map.of(), arguments);
    }

    /**
     * A refusal about fields of the input.
     *
     * @param type what went wrong
     * @param fields field to message key
     * @param arguments values for the texts; never personal data
     */
    public Refused(ProblemType type, Map<String, String> fields, Object... arguments) {
        super(type.code(), null, false, false);
        this.type = type;
        this.fields = Map.copyOf(fields);
        this.arguments = List.of(arguments);
    }

    /**
     * What went wrong.
     *
     * @return the type
     */
    public ProblemType type() {
        return type;
    }

    /**
     * Values for the texts.
     *
     * @return in the order of the placeholders
     */
    public List<Object> arguments() {
        return arguments;
    }

    /**
     * Fields that are wrong.
     *
     * @return field to message key
     */
    public Map<String, String> fields() {
        return fields;
    }
}
