package lv.pumpurs.core.learner;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A name as it is searched for: lower case, without diacritics, so that "skele" finds Šķēle. Folded here and not in the
 * database, because the database's function for it is not stable and lives outside a tenant's schema.
 */
public final class FoldedName {

    private static final int MOST_WORDS = 5;

    private FoldedName() {}

    /**
     * Folds a name.
     *
     * @param name any text
     * @return lower case, without diacritics, single spaces
     */
    public static String fold(String name) {
        var letters = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        return letters.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    }

    /**
     * The patterns that a folded name must all be like, one a word that was typed.
     *
     * @param typed what was typed into the search
     * @return empty if nothing was typed; a sixth word and later ones are left out
     */
    static List<String> patterns(String typed) {
        return Arrays.stream(fold(typed).split(" "))
            .filter(word -> !word.isEmpty())
            .limit(MOST_WORDS)
            .map(word -> "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%")
            .toList();
    }
}
