package lv.pumpurs.core.web;

import java.util.Comparator;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The two languages of the product and the choice between them. */
public final class Languages {

    /** Latvian, the language of the product. */
    public static final Locale LATVIAN = Locale.of("lv");

    /** English, equally complete. */
    public static final Locale ENGLISH = Locale.ENGLISH;

    /** Both, Latvian first. */
    public static final List<Locale> ALL = List.of(LATVIAN, ENGLISH);

    static final String COOKIE = "pumpurs-lang";

    private Languages() {}

    /**
     * The order of the Latvian alphabet.
     *
     * @return a comparator of one's own: collators are not shared between threads
     */
    public static Comparator<String> order() {
        return com.ibm.icu.text.Collator.getInstance(LATVIAN)::compare;
    }

    /**
     * What was chosen, else what the browser asks for, else what the tenant speaks.
     *
     * @param chosen value of the cookie
     * @param asked the Accept-Language header
     * @param otherwise the tenant's language
     * @return one of {@link #ALL}
     */
    static Locale choose(@Nullable String chosen, @Nullable String asked, Locale otherwise) {
        for (Locale language : ALL) {
            if (language.getLanguage().equals(chosen)) {
                return language;
            }
        }
        Locale found = asked == null || asked.isBlank() ? null : lookup(asked);
        return found != null ? found : ALL.contains(otherwise) ? otherwise : LATVIAN;
    }

    private static @Nullable Locale lookup(String asked) {
        try {
            return Locale.lookup(Locale.LanguageRange.parse(asked), ALL);
        } catch (IllegalArgumentException | IllformedLocaleException malformed) {
            return null;
        }
    }
}
