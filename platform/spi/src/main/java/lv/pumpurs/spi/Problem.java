package lv.pumpurs.spi;

import java.util.List;

/**
 * Problem details as they go over the wire (RFC 9457).
 *
 * @param type URI of the kind of problem
 * @param title short text in the reader's language
 * @param status HTTP status
 * @param detail what happened and what to do, in the reader's language
 * @param instance path of the request
 * @param errors what is wrong with single fields
 */
public record Problem(String type, String title, int status, String detail, String instance, List<FieldError> errors) {

    /**
     * What is wrong with one field.
     *
     * @param field name of the field
     * @param message a sentence in the reader's language
     */
    public record FieldError(String field, String message) {}
}
