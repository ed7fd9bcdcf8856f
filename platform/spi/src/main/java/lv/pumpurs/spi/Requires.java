package lv.pumpurs.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission that a caller must hold, by a role in the tenant of the path, to use this resource method. Checked
 * before the method runs: no login is 401 (a browser is sent to sign in), no such role is 403. A resource method
 * without it and without {@link Open} does not pass the build.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Requires {

    /**
     * The permission, {@code thing:act}.
     *
     * @return for instance {@code learner:read}
     */
    String value();
}
