package lv.pumpurs.consultations.feed;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import lv.pumpurs.spi.BusinessTime;
import org.jspecify.annotations.Nullable;

/**
 * The secret address of one person's consultations. Kept is its hash only: whoever lost it is given another, and the one
 * before leads nowhere then. It is long enough that no salt and no counting of tries is needed.
 */
@Entity
@Table(name = "consultation_feed")
public class CalendarFeed {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SIGNS = "abcdefghijklmnopqrstuvwxyz234567";
    /** Of 5 bits each: 160 bits. */
    private static final int LENGTH = 32;
    private static final Pattern SECRET = Pattern.compile("[a-z2-7]{32}");

    @Id
    private UUID id;

    @Column(name = "person_id")
    private UUID personId;

    private String hash;

    @Column(name = "made_at")
    private OffsetDateTime madeAt;

    @Column(name = "fetched_on")
    private @Nullable LocalDate fetchedOn;

    @Version
    private int version;

    /** For JPA. */
    protected CalendarFeed() {}

    CalendarFeed(UUID id, UUID personId) {
        this.id = id;
        this.personId = personId;
        // no secret has this hash
        this.hash = "";
        this.madeAt = Instant.EPOCH.atOffset(ZoneOffset.UTC);
    }

    /** Makes a new secret in the place of the one before. */
    String renew(Instant now) {
        StringBuilder secret = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            secret.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        hash = hash(secret.toString());
        madeAt = now.atOffset(ZoneOffset.UTC);
        fetchedOn = null;
        return secret.toString();
    }

    /** Whether a text can be a secret at all. */
    static boolean isSecret(String text) {
        return SECRET.matcher(text).matches();
    }

    /** Whether this is the secret, and not one that only stood in its place before. */
    boolean isOpenedBy(String secret) {
        return MessageDigest.isEqual(hash(secret).getBytes(StandardCharsets.US_ASCII),
                hash.getBytes(StandardCharsets.US_ASCII));
    }

    static String hash(String secret) {
        try {
            return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    UUID id() {
        return id;
    }

    UUID personId() {
        return personId;
    }

    LocalDate madeOn() {
        return LocalDate.ofInstant(madeAt.toInstant(), BusinessTime.ZONE);
    }

    @Nullable
    LocalDate fetchedOn() {
        return fetchedOn;
    }
}
