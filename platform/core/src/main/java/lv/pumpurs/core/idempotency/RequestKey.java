package lv.pumpurs.core.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lv.pumpurs.spi.Refused;

/**
 * What makes two requests of a person one. Only hashes: a key may be anything that a caller thought of, and a body is
 * about a child.
 *
 * @param key hash of the key
 * @param request hash of method, address and body
 * @param ofForm whether a person waits for a page
 */
record RequestKey(String key, String request, boolean ofForm) {

    /** A string of RFC 8941, which the draft asks for, or the bare key, which most clients send. */
    private static final Pattern WRITTEN = Pattern.compile("\"([ !#-\\[\\]-~]{1,100})\"|([A-Za-z0-9._:/+=~-]{1,100})");

    /**
     * The key of a program.
     *
     * @param header as it was sent
     * @param request method and address
     * @param body as it was sent
     * @return the key
     * @throws Refused if the header holds no key
     */
    static RequestKey ofProgram(String header, String request, byte[] body) {
        Matcher written = WRITTEN.matcher(header.strip());
        if (!written.matches()) {
            throw new Refused(IdempotencyProblem.MALFORMED);
        }
        String key = written.group(1) == null ? written.group(2) : written.group(1);
        return new RequestKey(hash("program:" + key), hash(request, body), false);
    }

    /** The key of a form: its token. The rest of the body is what was typed. */
    static RequestKey ofForm(String token, String request, byte[] body) {
        String typed = new String(body, StandardCharsets.ISO_8859_1).replace(token, "");
        return new RequestKey(hash("form:" + token),
                hash(request, typed.getBytes(StandardCharsets.ISO_8859_1)), true);
    }

    private static String hash(String text, byte... more) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return HexFormat.of().formatHex(digest.digest(more));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
