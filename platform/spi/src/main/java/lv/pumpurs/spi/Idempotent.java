package lv.pumpurs.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sent twice, this request does no more than sent once, for the reason given: it only reads, or writes the same again.
 * No key is kept for it. Every other POST and PATCH of a tenant is done once for each {@code Idempotency-Key} and once
 * for each form that was opened, without a word in the resource. What such a request makes should have an address, and
 * the answer lead there: a repetition is answered with status and address alone.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Idempotent {

    /**
     * Why no key is needed.
     *
     * @return a sentence
     */
    String because();
}
