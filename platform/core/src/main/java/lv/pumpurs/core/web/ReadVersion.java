package lv.pumpurs.core.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lv.pumpurs.spi.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The version that somebody had read before changing something. A form carries it in a field, a program in
 * {@code If-Match}.
 *
 * @param number the version
 * @param byForm whether a form carried it
 */
public record ReadVersion(int number, boolean byForm) {

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,9})\"");

    /**
     * Reads it.
     *
     * @param headers of the request
     * @param typed the form's field
     * @return the version
     * @throws Refused without one: whoever has not read cannot change
     */
    public static ReadVersion of(HttpHeaders headers, @Nullable Integer typed) {
        MediaType sent = headers.getMediaType();
        return of(sent != null && sent.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE),
                headers.getHeaderString(HttpHeaders.IF_MATCH), typed);
    }

    static ReadVersion of(boolean form, @Nullable String header, @Nullable Integer typed) {
        if (form && typed != null) {
            return new ReadVersion(typed, true);
        }
        Matcher tag = TAG.matcher(header == null ? "" : header.strip());
        if (tag.matches()) {
            return new ReadVersion(Integer.parseInt(tag.group(1)), false);
        }
        throw new Refused(header == null ? WebProblem.VERSION_NEEDED : WebProblem.CHANGED_SINCE);
    }

    /**
     * Whether somebody else has changed the thing since.
     *
     * @param version its version now
     * @return true if so
     */
    public boolean isOld(int version) {
        return number != version;
    }

    /**
     * Refuses a change of what has changed since.
     *
     * @param version its version now
     * @throws Refused if it is another
     */
    public void require(int version) {
        if (isOld(version)) {
            throw new Refused(byForm ? WebProblem.CONFLICT : WebProblem.CHANGED_SINCE);
        }
    }
}
