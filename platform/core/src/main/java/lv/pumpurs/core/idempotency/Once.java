package lv.pumpurs.core.idempotency;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.core.tenancy.TenantScope;
import lv.pumpurs.spi.Idempotent;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Requires;
import org.jspecify.annotations.Nullable;

/**
 * Does what came with a key once, and answers a repetition with status and address of the first answer. Stands inside
 * the transaction (its priority is behind that of {@code @Transactional}): the key is there if the act is there. What
 * was refused took no key.
 */
@Interceptor
@Requires("")
@Priority(Interceptor.Priority.LIBRARY_BEFORE - 1)
class Once {

    private final CurrentKey current;
    private final RequestKeys keys;

    @Inject
    Once(CurrentKey current, RequestKeys keys) {
        this.current = current;
        this.keys = keys;
    }

    @AroundInvoke
    @Nullable
    Object once(InvocationContext call) throws Exception {
        RequestKey key = current.get();
        if (key == null || !inTenant() || call.getMethod().isAnnotationPresent(Idempotent.class)) {
            return call.proceed();
        }
        Optional<RequestKeys.Given> before = keys.claim(key);
        if (before.isPresent()) {
            return again(before.get(), key, call.getMethod().getReturnType());
        }
        Object answer = call.proceed();
        if (answer instanceof Response response) {
            URI location = response.getLocation();
            keys.answered(key, response.getStatus(), location == null ? null : location.toString());
        } else {
            keys.answered(key, answer == null ? Status.NO_CONTENT.getStatusCode() : Status.OK.getStatusCode(), null);
        }
        return answer;
    }

    private static @Nullable Object again(RequestKeys.Given given, RequestKey key, Class<?> returned) {
        if (!given.request().equals(key.request())) {
            throw new Refused(IdempotencyProblem.REUSED, key.ofForm() ? Map.of("", "idempotency.form-sent") : Map.of());
        }
        String location = given.location();
        if (returned == void.class) {
            return null;
        }
        if (returned != Response.class || (location == null && given.status() == Status.OK.getStatusCode())) {
            throw new Refused(IdempotencyProblem.ALREADY_DONE);
        }
        ResponseBuilder answer = Response.status(given.status());
        return (location == null ? answer : answer.location(URI.create(location))).build();
    }

    private static boolean inTenant() {
        SchemaName here = TenantScope.current();
        return here != null && !here.equals(SchemaName.NATION);
    }
}
