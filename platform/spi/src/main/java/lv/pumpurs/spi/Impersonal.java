package lv.pumpurs.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The explicit opt-out from {@link ReadLog}: what this resource method shows tells of nobody, for the reason given. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Impersonal {

    /**
     * Why nothing is recorded.
     *
     * @return a sentence
     */
    String because();
}
