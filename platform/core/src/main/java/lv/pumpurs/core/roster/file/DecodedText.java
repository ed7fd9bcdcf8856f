package lv.pumpurs.core.roster.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import lv.pumpurs.spi.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The text of a file in UTF-8 or in Windows-1257, told apart by the file itself: at the first byte that is not ASCII, the
 * block around it decides. What is neither is refused, never guessed: a name with a wrong letter is another name.
 */
final class DecodedText extends Reader {

    private static final int BLOCK = 32 * 1024;
    private static final Charset BALTIC = Charset.forName("windows-1257");

    private final InputStream in;
    private final byte[] block = new byte[BLOCK];
    private final ByteBuffer bytes = ByteBuffer.wrap(block).limit(0);
    private final CharBuffer chars = CharBuffer.allocate(BLOCK).limit(0);
    private @Nullable CharsetDecoder decoder;
    private boolean first = true;
    private boolean ended;

    DecodedText(InputStream in) {
        this.in = in;
    }

    @Override
    public int read(char[] target, int from, int length) throws IOException {
        while (!chars.hasRemaining()) {
            if (ended) {
                return -1;
            }
            fill();
        }
        int count = Math.min(length, chars.remaining());
        chars.get(target, from, count);
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void fill() throws IOException {
        bytes.compact();
        int count = in.readNBytes(block, bytes.position(), bytes.remaining());
        ended = count < bytes.remaining();
        bytes.position(bytes.position() + count).flip();
        if (first) {
            first = false;
            skipMark();
        }
        chars.clear();
        decode();
        chars.flip();
        for (int i = 0; i < chars.remaining(); i++) {
            char c = chars.get(chars.position() + i);
            if ((c < ' ' && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7f && c < 0xa0)) {
                throw new Refused(RosterFileProblem.NOT_TEXT);
            }
        }
    }

    /** The mark that Excel writes before UTF-8; that of UTF-16 is refused. */
    private void skipMark() {
        if (startsWith(0xef, 0xbb, 0xbf)) {
            bytes.position(3);
            decoder = strict(StandardCharsets.UTF_8);
        } else if (startsWith(0xff, 0xfe) || startsWith(0xfe, 0xff)) {
            throw new Refused(RosterFileProblem.WRONG_ENCODING);
        }
    }

    private boolean startsWith(int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.limit() || (bytes.get(i) & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private void decode() {
        CharsetDecoder known = decoder;
        if (known == null && !isAscii()) {
            known = choose();
            decoder = known;
        }
        CharsetDecoder by = known == null ? strict(StandardCharsets.UTF_8) : known;
        if (by.charset().equals(BALTIC) && holdsUtf8()) {
            throw new Refused(RosterFileProblem.WRONG_ENCODING);
        }
        CoderResult result = by.decode(bytes, chars, ended);
        if (result.isError()) {
            throw new Refused(RosterFileProblem.WRONG_ENCODING);
        }
    }

    /** A letter of UTF-8 reads as a capital that is not Latvian and a sign: two files joined into one. */
    private boolean holdsUtf8() {
        for (int i = bytes.position(); i + 1 < bytes.limit(); i++) {
            int lead = block[i] & 0xff;
            int next = block[i + 1] & 0xff;
            if (lead >= 0xc3 && lead <= 0xc5 && next >= 0x80 && next < 0xc0) {
                return true;
            }
        }
        return false;
    }

    private boolean isAscii() {
        for (int i = bytes.position(); i < bytes.limit(); i++) {
            if (block[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private CharsetDecoder choose() {
        CharBuffer scratch = CharBuffer.allocate(BLOCK);
        CharsetDecoder utf8 = strict(StandardCharsets.UTF_8);
        if (!utf8.decode(bytes.duplicate(), scratch, ended).isError()) {
            return utf8.reset();
        }
        scratch.clear();
        CharsetDecoder baltic = strict(BALTIC);
        if (baltic.decode(bytes.duplicate(), scratch, true).isError() || !readsAsNames(scratch.flip())) {
            throw new Refused(RosterFileProblem.WRONG_ENCODING);
        }
        return baltic.reset();
    }

    /** In Latvian most letters have no mark; Cyrillic or Greek taken for Baltic has marks on nearly all. */
    private static boolean readsAsNames(CharSequence text) {
        long plain = text.chars().filter(c -> c < 0x80 && Character.isLetter(c)).count();
        long marked = text.chars().filter(c -> c >= 0x80).count();
        return marked <= plain;
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}
