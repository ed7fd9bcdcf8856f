package lv.pumpurs.consultations;

import org.jspecify.annotations.Nullable;

/** Texts as somebody typed them. The constraint on blank texts knows fewer kinds of white space than the tables do. */
final class Typed {

    private Typed() {}

    /** Without white space around it; one that was left out is empty, and is told like any other empty one. */
    static String bare(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
