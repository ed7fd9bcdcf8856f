package lv.pumpurs.core.roster;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lv.pumpurs.core.personalcode.PersonalCode;
import lv.pumpurs.spi.Refused;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a file as it is staged: whatever looks like a personal code is masked in the text the moment it arrives,
 * whichever column it stands in, and kept encrypted beside it.
 *
 * @param text what may be shown
 * @param looksLikeCode whether the text was digits like those of a personal code
 * @param sealed the encrypted code; null if there is none or it is malformed
 */
record Cell(String text, boolean looksLikeCode, @Nullable String sealed) {

    private static final Pattern CODE = Pattern.compile("\\d{6}\\s?[-\u2010-\u2015]?\\s?\\d{5}");

    /** Inside a longer text a code is masked and not kept; what follows +371 is a telephone number. */
    private static final Pattern WITHIN = Pattern
        .compile("(?<!\\d)(?!(?<=\\+)371\\d{8}(?!\\d))\\d{6}-?\\d(\\d{4})(?!\\d)");

    /** Encrypts codes while they are staged, and opens them again. */
    interface Seal {

        String close(PersonalCode code);

        PersonalCode open(String sealed);

        String index(PersonalCode code);
    }

    /** A key of another system. Some take the personal code for it: then its keyed hash is a key as good. */
    static Cell key(String typed, Seal seal) {
        Cell cell = of(typed, seal);
        String kept = cell.sealed();
        return kept == null ? new Cell(typed, false, null) : new Cell("#" + seal.index(seal.open(kept)), false, null);
    }

    /** Several such keys with commas between them. */
    static Cell keys(String typed, Seal seal) {
        return new Cell(Arrays.stream(typed.split(","))
            .map(key -> key(key.strip(), seal).text())
            .collect(Collectors.joining(",")), false, null);
    }

    static Cell of(String typed, Seal seal) {
        if (!CODE.matcher(typed).matches()) {
            return new Cell(WITHIN.matcher(typed).replaceAll("******-*$1"), false, null);
        }
        String digits = typed.replaceAll("\\D", "");
        try {
            PersonalCode code = new PersonalCode(digits);
            return new Cell(code.masked(), true, seal.close(code));
        } catch (Refused malformed) {
            return new Cell("******-*" + digits.substring(7), true, null);
        }
    }

    static Cell of(JsonValue value) {
        if (value instanceof JsonObject object) {
            return new Cell(object.getString("t"), true, object.getString("s", null));
        }
        return new Cell(value instanceof JsonString text ? text.getString() : "", false, null);
    }

    JsonValue json() {
        if (!looksLikeCode) {
            return Json.createValue(text);
        }
        var object = Json.createObjectBuilder().add("t", text);
        String kept = sealed;
        return (kept == null ? object : object.add("s", kept)).build();
    }
}
