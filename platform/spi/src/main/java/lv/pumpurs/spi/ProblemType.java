package lv.pumpurs.spi;

/**
 * A kind of refusal that a caller can meet. Each module has one enum of them. Texts stand under
 * {@code problem.<code>.title} and {@code problem.<code>.detail} in the module's messages: the detail says what
 * happened and what to do.
 */
public interface ProblemType {

    /**
     * The last part of the problem's type URI.
     *
     * @return lower-case words joined by hyphens, unique over all modules
     */
    String code();

    /**
     * HTTP status.
     *
     * @return 400 to 499, or 503 when somebody we depend on does not answer
     */
    int status();
}
