package lv.pumpurs.core.scan;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lv.pumpurs.spi.Refused;

/**
 * A PDF is looked at from outside: its head, its end, the table of its objects that the end names, and whether it is
 * locked. It is kept byte by byte, since it may bear an electronic signature. It is not opened: a reader of PDF unpacks
 * in memory what a file of a few megabytes can say in gigabytes.
 */
final class PdfScan {

    private static final Pattern HEAD = Pattern.compile("%PDF-[12]\\.\\d[\\s%]");
    private static final Pattern END = Pattern.compile("startxref\\s+(\\d{1,10})\\s+%%EOF[\\s\\x00]*\\z");
    private static final Pattern TABLE = Pattern.compile("\\s*(?:xref\\s|\\d{1,10}\\s+\\d{1,5}\\s+obj\\b)");
    private static final Pattern LOCKED = Pattern.compile("/Encrypt\\s*(?:\\d{1,10}\\s+\\d{1,5}\\s+R|<<)");
    private static final int TAIL = 2048;

    private PdfScan() {}

    /** The same bytes, if they are a PDF that anybody can open. */
    static byte[] checked(byte[] bytes) {
        // one character a byte
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        Matcher end = END.matcher(text).region(Math.max(0, text.length() - TAIL), text.length());
        if (!HEAD.matcher(text).lookingAt() || !end.find() || !isTable(text, Long.parseLong(end.group(1)))) {
            throw new Refused(ScanProblem.BROKEN);
        }
        if (LOCKED.matcher(text).find()) {
            throw new Refused(ScanProblem.PROTECTED);
        }
        return bytes;
    }

    private static boolean isTable(String text, long at) {
        return at > 0 && at < text.length()
                && TABLE.matcher(text).region((int) at, Math.min(text.length(), (int) at + TAIL)).lookingAt();
    }
}
