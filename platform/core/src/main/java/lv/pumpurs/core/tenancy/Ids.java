package lv.pumpurs.core.tenancy;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Keys made in Java: UUID version 7, so that rows written together lie together in the index. Never sequence blocks of
 * the persistence provider: one factory serves all tenants, and a block fetched for one would be spent by another.
 */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AtomicLong LAST = new AtomicLong();

    private Ids() {}

    /**
     * The next key.
     *
     * @return greater than every key this process made before
     */
    public static UUID next() {
        // 48 bits of milliseconds and 12 bits of counter move as one number: a burst borrows from the next millisecond
        long now = System.currentTimeMillis() << 12;
        long tick = LAST.updateAndGet(last -> Math.max(last + 1, now));
        long high = ((tick >>> 12) << 16) | 0x7000L | (tick & 0xFFFL);
        long low = (RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
