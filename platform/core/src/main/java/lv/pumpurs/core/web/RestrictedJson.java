package lv.pumpurs.core.web;

import jakarta.json.bind.adapter.JsonbAdapter;
import lv.pumpurs.spi.RestrictedText;
import org.jspecify.annotations.Nullable;

/** Restricted words as JSON: read closed, written as far as they were opened for the reader. */
public class RestrictedJson implements JsonbAdapter<RestrictedText, String> {

    @Override
    public String adaptToJson(RestrictedText text) {
        return text.shown();
    }

    @Override
    public @Nullable RestrictedText adaptFromJson(String words) {
        return RestrictedText.typed(words);
    }
}
