package lv.pumpurs.spi;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Words that not everybody may read who sees what they are about: what shows a risk of health, a psychologist's remark,
 * what those who decide write to each other. A column of such words is mapped by this type
 * ({@link RestrictedColumn}), a record that tells of them holds it.
 *
 * <p>It is closed until somebody opens it for a reader: {@link #shownTo}. Closed, it never tells its words: on a page, as
 * JSON and in a file stands the {@link #MARK}, and {@link #toString()} is the mark even of what was opened, so that no log
 * and no message put together of pieces holds a word of it. Who may open is a rule of the build.
 */
public final class RestrictedText {

    /** What stands in the place of words that are not shown. */
    public static final String MARK = "•••";

    private static final RestrictedText HIDDEN = new RestrictedText(null, false);

    private final @Nullable String words;
    private final boolean shown;

    private RestrictedText(@Nullable String words, boolean shown) {
        this.words = words;
        this.shown = shown;
    }

    /** Who reads, and by what right: an answer of the matrix of a feature. */
    @FunctionalInterface
    public interface Sight {

        /**
         * Whether this reader may read the words.
         *
         * @return false to keep them closed
         */
        boolean opens();
    }

    /**
     * Words as they were typed or kept, closed.
     *
     * @param words the words
     * @return closed words
     */
    public static RestrictedText of(String words) {
        return new RestrictedText(Objects.requireNonNull(words), false);
    }

    /**
     * Words as they were typed, or nothing.
     *
     * @param typed what was typed
     * @return closed words without blanks around them; null if nothing was typed
     */
    public static @Nullable RestrictedText typed(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : of(typed.strip());
    }

    /**
     * Words that are there, but did not come with what was read.
     *
     * @return what nobody can open
     */
    public static RestrictedText hidden() {
        return HIDDEN;
    }

    /**
     * Opens it, or takes its words away: what is refused once cannot be opened later on the way to the reader.
     *
     * @param sight who reads, and by what right
     * @return open words, or hidden ones
     */
    public RestrictedText shownTo(Sight sight) {
        return words != null && sight.opens() ? new RestrictedText(words, true) : HIDDEN;
    }

    /**
     * Whether it was opened for the reader.
     *
     * @return true if {@link #shown()} is words
     */
    public boolean isShown() {
        return shown;
    }

    /**
     * What the reader reads.
     *
     * @return the words if they were opened; else the mark
     */
    public String shown() {
        return shown && words != null ? words : MARK;
    }

    /** For the column and for the length of what is typed. */
    @Nullable
    String words() {
        return words;
    }

    /** Says the same; whether it was opened does not count, so that opening is no change of a row. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RestrictedText text && Objects.equals(words, text.words);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(words);
    }

    @Override
    public String toString() {
        return MARK;
    }
}
