package lv.pumpurs.core.personalcode;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import lv.pumpurs.core.tenancy.SchemaName;

/**
 * Seals scanned papers with the keys of personal codes: a paper bears names, a signature and often a code itself. What
 * is sealed for one row opens in no other, nor in another tenant, nor as a personal code; a rotation of the keys that
 * encrypt is one for both.
 */
public final class PaperVault {

    private static final String PURPOSE = "paper\0";
    private static final int MARK_LENGTH = 32;

    private final Aead encryption;
    private final PrfSet index;

    PaperVault(Aead encryption, PrfSet index) {
        this.encryption = encryption;
        this.index = index;
    }

    /**
     * Where a paper is kept.
     *
     * @param tenant whose it is
     * @param owner key of what it belongs to
     * @param paper key of its own row
     */
    public record Place(SchemaName tenant, UUID owner, UUID paper) {

        private byte[] context() {
            return bytes(PURPOSE + tenant.value() + "\0" + owner + "\0" + paper);
        }
    }

    /**
     * Encrypts a paper for one place.
     *
     * @param paper the file
     * @param place where it will be kept
     * @return what to store; different each time
     */
    public byte[] seal(byte[] paper, Place place) {
        try {
            return encryption.encrypt(paper, place.context());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A paper could not be encrypted", e);
        }
    }

    /**
     * Reads a paper out of its place.
     *
     * @param stored what {@link #seal} gave
     * @param place where it is kept
     * @return the file
     * @throws IllegalStateException if it was stored for another place, or with other keys
     */
    public byte[] open(byte[] stored, Place place) {
        try {
            return encryption.decrypt(stored, place.context());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A stored paper does not belong to its place or its keys", e);
        }
    }

    /**
     * A keyed hash by which the same file is known again, within what it belongs to and nowhere else.
     *
     * @param paper the file
     * @param tenant whose it is
     * @param owner key of what it belongs to
     * @return always the same text for a file there
     */
    public String mark(byte[] paper, SchemaName tenant, UUID owner) {
        byte[] context = bytes(PURPOSE + tenant.value() + "\0" + owner + "\0");
        byte[] text = Arrays.copyOf(context, context.length + paper.length);
        System.arraycopy(paper, 0, text, context.length, paper.length);
        try {
            return HexFormat.of().formatHex(index.computePrimary(text, MARK_LENGTH));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The mark of a paper could not be computed", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
