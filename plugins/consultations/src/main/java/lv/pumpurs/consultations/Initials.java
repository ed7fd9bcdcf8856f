package lv.pumpurs.consultations;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that is told of a learner where no name may stand. */
public final class Initials {

    private Initials() {}

    /**
     * Of a name.
     *
     * @param name "Vārds Uzvārds"
     * @return "V. U."
     */
    public static String of(String name) {
        return Stream.of(name.split("[\\s-]+"))
            .filter(part -> !part.isEmpty())
            .map(part -> part.substring(0, 1) + ".")
            .collect(Collectors.joining(" "));
    }
}
