package lv.pumpurs.core.idempotency;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.concurrent.TimeUnit;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Requires;
import org.jspecify.annotations.Nullable;

/**
 * A browser shows the answer to the second click and forgets the first, so the second waits until the first is done.
 * Stands outside the transaction (its priority is before that of {@code @Transactional}): each try is one, short, and
 * between two of them no connection is held, so that the first is never kept from one that it needs.
 */
@Interceptor
@Requires("")
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class SecondClick {

    /** As long as a statement of the first waits for a lock. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

    private final CurrentKey current;

    @Inject
    SecondClick(CurrentKey current) {
        this.current = current;
    }

    @AroundInvoke
    @Nullable
    Object patiently(InvocationContext call) throws Exception {
        long begun = System.nanoTime();
        while (true) {
            try {
                return call.proceed();
            } catch (Refused refused) {
                RequestKey key = current.get();
                if (refused.type() != IdempotencyProblem.RUNNING || key == null || !key.ofForm()
                        || System.nanoTime() - begun > PATIENCE) {
                    throw refused;
                }
            }
        }
    }
}
