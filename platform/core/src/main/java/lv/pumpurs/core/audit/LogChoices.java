package lv.pumpurs.core.audit;

import java.util.List;

/**
 * To what a log can be narrowed.
 *
 * @param persons whom: staff by name, then operators
 * @param kinds codes of kinds of records
 * @param acts codes of what was done, or what for
 */
public record LogChoices(List<PersonChoice> persons, List<String> kinds, List<String> acts) {

    /**
     * The name of a person.
     *
     * @param key the person's key
     * @return the name; empty if it is not among the choices
     */
    public String name(String key) {
        return persons.stream()
            .filter(person -> person.key().equals(key))
            .map(PersonChoice::name)
            .findFirst()
            .orElse("");
    }
}
