package lv.pumpurs.spi;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission that a caller must hold, by a role in the tenant of the path, to use this resource method. Checked
 * before the method runs: no login is 401 (a browser is sent to sign in), no such role is 403. A resource method
 * without it and without {@link Open} does not pass the build. It is an interceptor binding, so that what the method
 * shows can be held against {@link ReadLog} inside its transaction.
 */
@Documented
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Requires {

    /**
     * The permission, {@code thing:act}.
     *
     * @return for instance {@code learner:read}
     */
    @Nonbinding
    String value();
}
