package lv.pumpurs.core.roster.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lv.pumpurs.spi.Refused;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.jspecify.annotations.Nullable;

/**
 * A form with a file, read while it arrives: the fields that stand before the file, then the file itself. Nothing of the
 * file is kept in memory or on disk.
 *
 * @param fields what was typed or chosen, by name
 * @param file the file; to be read once
 */
public record Upload(Map<String, String> fields, InputStream file) {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=(?:\"([^\"]{1,70})\"|([^;\\s\"]{1,70}))");
    private static final Pattern NAME = Pattern
        .compile("(?i)content-disposition:[^\\r\\n]*[; ]name=\"([^\"\\r\\n]*)\"");
    private static final int LONGEST_FIELD = 2_000;
    private static final int MOST_FIELDS = 20;

    /**
     * Reads the fields up to the file.
     *
     * @param body as it was sent
     * @param contentType with the boundary between the parts
     * @return fields and file
     * @throws Refused if there is no file in it
     */
    public static Upload of(InputStream body, String contentType) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw new Refused(RosterFileProblem.NO_FILE);
        }
        String text = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
        try {
            MultipartInput parts = MultipartInput.builder()
                .setInputStream(body)
                .setBoundary(text.getBytes(StandardCharsets.ISO_8859_1))
                .get();
            return read(parts);
        } catch (IOException | IllegalArgumentException | IllegalStateException broken) {
            throw new Refused(RosterFileProblem.NO_FILE);
        }
    }

    private static Upload read(MultipartInput parts) throws IOException {
        Map<String, String> fields = new HashMap<>();
        for (boolean more = parts.skipPreamble(); more && fields.size() < MOST_FIELDS; more = parts.readBoundary()) {
            String name = name(parts.readHeaders());
            InputStream content = parts.newInputStream();
            if ("file".equals(name)) {
                return new Upload(fields, content);
            }
            byte[] value = content.readNBytes(LONGEST_FIELD);
            if (name == null || value.length == LONGEST_FIELD) {
                throw new Refused(RosterFileProblem.NO_FILE);
            }
            fields.put(name, new String(value, StandardCharsets.UTF_8));
        }
        throw new Refused(RosterFileProblem.NO_FILE);
    }

    private static @Nullable String name(String headers) {
        Matcher name = NAME.matcher(headers);
        return name.find() ? name.group(1) : null;
    }
}
