package lv.pumpurs.spi;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * Keys made in Java: UUID version 7 (RFC 9562), so that rows of one time lie together in an index and no sequence is
 * shared between tenants.
 */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private Ids() {}

    /**
     * A new key.
     *
     * @return 48 bits of milliseconds since 1970, 74 random bits
     */
    public static UUID next() {
        long random = RANDOM.nextLong();
        long high = System.currentTimeMillis() << 16 | VERSION_7 | random >>> 52;
        return new UUID(high, VARIANT | RANDOM.nextLong() >>> 2);
    }
}
