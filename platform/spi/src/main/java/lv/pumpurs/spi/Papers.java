package lv.pumpurs.spi;

import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/**
 * Puts a record on paper: a tagged PDF (PDF/UA) in Latvian, whoever asks for it. Injectable. The template is the jte template
 * named like the record; it writes a whole, well-formed page ({@code html}, {@code head} with a {@code title},
 * {@code body}) without styles of its own, and takes the classes of the papers of plans: {@code foot}, {@code lead},
 * {@code notice}, {@code facts}, {@code num}, {@code day}, {@code sign}, {@code signatures}. Nothing is fetched for it. Taking
 * the paper is reading what is on it: permission, scope and {@link ReadLog} are those of the page.
 */
public interface Papers {

    /**
     * A record as a file.
     *
     * @param name what it is, the end of a key {@code paper.file.<name>} of the module's texts: lower-case letters, digits
     *        and hyphens; tells of nobody
     * @param paper reads it, when it is this paper's turn: few are made at a time
     * @return the file, to be saved
     * @throws Refused if too many others are being made, or if it would be longer than some thirty pages
     */
    Response of(String name, Supplier<? extends Record> paper);
}
