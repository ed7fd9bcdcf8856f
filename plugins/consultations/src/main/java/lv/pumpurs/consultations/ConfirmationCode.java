package lv.pumpurs.consultations;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;

/**
 * A code that confirms one consultation without a login: for a short time, once, and with few tries. Kept is its hash
 * only; whoever forgot it is given another, and the one before is worth nothing then.
 */
@Entity
@Table(name = "consultation_code")
public class ConfirmationCode {

    /** Wrong codes after which no code is right any more. */
    static final int TRIES = 5;

    private static final SecureRandom RANDOM = new SecureRandom();
    /** No sign that looks like another. */
    private static final String SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 8;

    @Id
    private UUID id;

    @Column(name = "consultation_id")
    private UUID consultationId;

    private String hash;

    @Column(name = "expires_at")
    private OffsetDateTime expiresAt;

    private int tries;

    private boolean used;

    /** For JPA. */
    protected ConfirmationCode() {}

    ConfirmationCode(UUID id, UUID consultationId) {
        this.id = id;
        this.consultationId = consultationId;
        // no code has this hash, and its time is over
        this.hash = "";
        this.expiresAt = Instant.EPOCH.atOffset(ZoneOffset.UTC);
    }

    /** Makes a new code in the place of the one before. */
    String renew(Instant until) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        hash = hash(code.toString());
        expiresAt = until.atOffset(ZoneOffset.UTC);
        tries = 0;
        used = false;
        return code.toString();
    }

    /**
     * Whether somebody holds the code. A wrong one is counted.
     *
     * @param typed what was typed, with or without spaces, in any case
     * @param now the moment
     * @return false too if its time is over, or it was used, or tried too often
     */
    boolean accepts(String typed, Instant now) {
        if (used || tries >= TRIES || !now.isBefore(expiresAt())) {
            return false;
        }
        String plain = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        if (MessageDigest.isEqual(hash(plain).getBytes(StandardCharsets.US_ASCII),
                hash.getBytes(StandardCharsets.US_ASCII))) {
            return true;
        }
        tries++;
        return false;
    }

    void use() {
        used = true;
    }

    UUID id() {
        return id;
    }

    UUID consultationId() {
        return consultationId;
    }

    Instant expiresAt() {
        return expiresAt.toInstant();
    }

    /** The key of the row is the salt. */
    private String hash(String code) {
        try {
            return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                    .digest((id + ":" + code).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
