package lv.pumpurs.core.web;

import java.util.Map;

/** A page with a form of its own that is shown again with what is wrong in it. */
public interface Corrected {

    /**
     * What is wrong.
     *
     * @return by field; empty if nothing is
     */
    Map<String, String> errors();
}
