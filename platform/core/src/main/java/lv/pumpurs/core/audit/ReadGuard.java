package lv.pumpurs.core.audit;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.Response;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.core.tenancy.TenantScope;
import lv.pumpurs.spi.Impersonal;
import lv.pumpurs.spi.Requires;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a page of a tenant that wrote down nothing and does not say that it tells of nobody. Stands inside the
 * transaction (its priority is behind that of {@code @Transactional}), so that what the method changed is undone too.
 * A forgotten record is thus a failure the first time the page is opened, never a page that nobody knows was read.
 */
@Interceptor
@Requires("")
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class ReadGuard {

    private final RequestReads reads;

    @Inject
    ReadGuard(RequestReads reads) {
        this.reads = reads;
    }

    @AroundInvoke
    @Nullable
    Object guard(InvocationContext call) throws Exception {
        Object answer = call.proceed();
        Object shown = answer instanceof Response response ? response.getEntity() : answer;
        if (shown != null && inTenant() && !reads.recorded()
                && !call.getMethod().isAnnotationPresent(Impersonal.class)) {
            throw new IllegalStateException(call.getMethod() + " shows a page and has neither written it down in the"
                    + " ReadLog nor is it @Impersonal.");
        }
        return answer;
    }

    private static boolean inTenant() {
        SchemaName here = TenantScope.current();
        return here != null && !here.equals(SchemaName.NATION);
    }
}
