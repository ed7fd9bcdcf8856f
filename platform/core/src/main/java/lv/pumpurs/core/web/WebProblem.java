package lv.pumpurs.core.web;

import lv.pumpurs.spi.ProblemType;

/** What a request can get wrong before any feature sees it. */
public enum WebProblem implements ProblemType {
    /** Something about the request cannot be understood. */
    BAD_REQUEST("bad-request", 400),
    /** The body is not the JSON that is expected here. */
    BROKEN_JSON("broken-json", 400),
    /** Fields of the input are wrong. */
    INVALID_INPUT("invalid-input", 400),
    /** Nobody is signed in. */
    UNAUTHORIZED("unauthorized", 401),
    /** The form is not from one of our pages, or from a login that has ended. */
    FOREIGN_FORM("foreign-form", 403),
    /** The caller may not. */
    FORBIDDEN("forbidden", 403),
    /** There is nothing at this address, or nothing that the caller may know of. */
    NOT_FOUND("not-found", 404),
    /** The address exists, the method does not. */
    WRONG_METHOD("wrong-method", 405),
    /** There is no such representation. */
    NOT_ACCEPTABLE("not-acceptable", 406),
    /** The body is larger than any form of ours. */
    TOO_LARGE("too-large", 413),
    /** The body is of a type that is not read here. */
    UNSUPPORTED("unsupported-type", 415),
    /** Somebody else has changed the same thing in the meantime. */
    CONFLICT("conflict", 409),
    /** A program changes something other than what it has read. */
    CHANGED_SINCE("changed-since", 412),
    /** A program changes something without saying what it has read. */
    VERSION_NEEDED("version-needed", 428);

    private final String code;
    private final int status;

    WebProblem(String code, int status) {
        this.code = code;
        this.status = status;
    }

    /** The kind that says most about a status. */
    static WebProblem of(int status) {
        return switch (status) {
            case 401 -> UNAUTHORIZED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> WRONG_METHOD;
            case 406 -> NOT_ACCEPTABLE;
            case 409, 412 -> CONFLICT;
            case 413 -> TOO_LARGE;
            case 415 -> UNSUPPORTED;
            default -> BAD_REQUEST;
        };
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }
}
