package lv.pumpurs.core.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lv.pumpurs.spi.ProblemType;
import lv.pumpurs.spi.Refused;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.jspecify.annotations.Nullable;

/**
 * A form with files, read while it arrives: the fields that stand before the first file, then one file after the other.
 * Nothing of a file is kept in memory or on disk.
 */
public final class Upload {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=(?:\"([^\"]{1,70})\"|([^;\\s\"]{1,70}))");
    private static final Pattern NAME = Pattern
        .compile("(?i)content-disposition:[^\\r\\n]*[; ]name=\"([^\"\\r\\n]*)\"");
    private static final String FILE = "file";
    private static final int LONGEST_FIELD = 2_000;
    private static final int MOST_FIELDS = 20;

    private final MultipartInput parts;
    private final ProblemType broken;
    private final Map<String, String> fields = new HashMap<>();
    private InputStream file = InputStream.nullInputStream();

    private Upload(MultipartInput parts, ProblemType broken) {
        this.parts = parts;
        this.broken = broken;
    }

    /**
     * Reads the fields up to the first file.
     *
     * @param body as it was sent
     * @param contentType with the boundary between the parts
     * @param broken what is wrong with a form that holds no file, or breaks off
     * @return fields and file
     * @throws Refused if there is no file in it
     */
    public static Upload of(InputStream body, String contentType, ProblemType broken) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw new Refused(broken);
        }
        String text = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
        try {
            Upload upload = new Upload(MultipartInput.builder()
                .setInputStream(body)
                .setBoundary(text.getBytes(StandardCharsets.ISO_8859_1))
                .get(), broken);
            if (!upload.advance(upload.parts.skipPreamble())) {
                throw new Refused(broken);
            }
            return upload;
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            throw new Refused(broken);
        }
    }

    /**
     * What was typed or chosen.
     *
     * @return by name
     */
    public Map<String, String> fields() {
        return Map.copyOf(fields);
    }

    /**
     * The file that is reached.
     *
     * @return to be read once
     */
    public InputStream file() {
        return file;
    }

    /**
     * Goes on to the next file.
     *
     * @return false if there is none
     * @throws Refused if the form breaks off
     */
    public boolean next() {
        try {
            file.close();
            return advance(parts.readBoundary());
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            throw new Refused(broken);
        }
    }

    private boolean advance(boolean part) throws IOException {
        boolean more = part;
        while (more && fields.size() < MOST_FIELDS) {
            String name = name(parts.readHeaders());
            InputStream content = parts.newInputStream();
            if (FILE.equals(name)) {
                file = content;
                return true;
            }
            byte[] value = content.readNBytes(LONGEST_FIELD);
            if (name == null || value.length == LONGEST_FIELD) {
                throw new Refused(broken);
            }
            fields.put(name, new String(value, StandardCharsets.UTF_8));
            more = parts.readBoundary();
        }
        return false;
    }

    private static @Nullable String name(String headers) {
        Matcher name = NAME.matcher(headers);
        return name.find() ? name.group(1) : null;
    }
}
