package lv.pumpurs.spi;

import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.UnwrapByDefault;
import jakarta.validation.valueextraction.ValueExtractor;

/** Lets {@code @Size} and {@code @NotBlank} stand at {@link RestrictedText} as at any text that is typed. */
@UnwrapByDefault
public class RestrictedLength implements ValueExtractor<@ExtractedValue(type = String.class) RestrictedText> {

    @Override
    public void extractValues(RestrictedText text, ValueReceiver receiver) {
        receiver.value(null, text.words());
    }
}
