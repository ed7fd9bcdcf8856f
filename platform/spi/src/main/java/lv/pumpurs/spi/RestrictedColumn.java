package lv.pumpurs.spi;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** A column of {@link RestrictedText}: written as it is, read closed. Named at each field by {@code @Convert}. */
@Converter
public class RestrictedColumn implements AttributeConverter<RestrictedText, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable RestrictedText text) {
        if (text != null && text.words() == null) {
            throw new IllegalStateException(
                    "words that were hidden from a reader are not written in the place of those kept");
        }
        return text == null ? null : text.words();
    }

    @Override
    public @Nullable RestrictedText convertToEntityAttribute(@Nullable String words) {
        return words == null ? null : RestrictedText.of(words);
    }
}
