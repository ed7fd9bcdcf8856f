package lv.pumpurs.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The explicit opt-out from {@link Requires}: this resource method needs no permission, for the reason given. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Open {

    /**
     * Whether a signed-in person is needed all the same.
     *
     * @return true if an anonymous caller is sent to sign in
     */
    boolean signedIn() default false;

    /**
     * Why no permission is needed.
     *
     * @return a sentence
     */
    String because();
}
