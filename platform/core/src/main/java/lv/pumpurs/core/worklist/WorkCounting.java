package lv.pumpurs.core.worklist;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.core.tenancy.TenantScope;
import lv.pumpurs.core.web.DueCount;
import lv.pumpurs.spi.Requires;
import org.jspecify.annotations.Nullable;

/**
 * Counts what is due for the menu of a page of a tenant: one statement, in the transaction of the page (its priority is
 * behind that of {@code @Transactional}), and none for a program or for whoever has no such work.
 */
@Interceptor
@Requires("")
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class WorkCounting {

    private final HttpServletRequest request;
    private final CallersWork work;
    private final DueCount due;

    @Inject
    WorkCounting(HttpServletRequest request, CallersWork work, DueCount due) {
        this.request = request;
        this.work = work;
        this.due = due;
    }

    @AroundInvoke
    @Nullable
    Object count(InvocationContext call) throws Exception {
        Object answer = call.proceed();
        Object shown = answer instanceof Response response ? response.getEntity() : answer;
        if (shown instanceof Record && isPage() && inTenant()) {
            due.is(work.all());
        }
        return answer;
    }

    /** A fragment has no menu. */
    private boolean isPage() {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return request.getMethod().equals(HttpMethod.GET) && request.getHeader("HX-Request") == null
                && accept != null && accept.contains(MediaType.TEXT_HTML);
    }

    private static boolean inTenant() {
        SchemaName here = TenantScope.current();
        return here != null && !here.equals(SchemaName.NATION);
    }
}
