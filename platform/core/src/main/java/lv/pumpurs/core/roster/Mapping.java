package lv.pumpurs.core.roster;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lv.pumpurs.spi.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a file holds what.
 *
 * @param places field to position of its column, from 0
 */
public record Mapping(Map<RosterField, Integer> places) {

    private static final Set<RosterField> NEEDED = Set.of(RosterField.GIVEN_NAME, RosterField.FAMILY_NAME,
            RosterField.CLASS_NAME);

    /** Keeps its own copy. */
    public Mapping {
        places = places.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(places));
    }

    /**
     * What the names of the columns suggest.
     *
     * @param header names of the columns
     * @return a mapping that may be incomplete
     */
    static Mapping guess(List<String> header) {
        Map<RosterField, Integer> places = new EnumMap<>(RosterField.class);
        for (RosterField field : RosterField.values()) {
            for (int i = 0; i < header.size(); i++) {
                if (field.isNamed(header.get(i))) {
                    places.putIfAbsent(field, i);
                }
            }
        }
        return new Mapping(places);
    }

    static Mapping of(String json) {
        Map<RosterField, Integer> places = new EnumMap<>(RosterField.class);
        try (var reader = Json.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            object.keySet().forEach(name -> places.put(RosterField.valueOf(name), object.getInt(name)));
        }
        return new Mapping(places);
    }

    String json() {
        JsonObjectBuilder json = Json.createObjectBuilder();
        places.forEach((field, place) -> json.add(field.name(), place));
        return json.build().toString();
    }

    /**
     * Where a field stands.
     *
     * @param field the field
     * @return position of its column; null if the file has none
     */
    public @Nullable Integer place(RosterField field) {
        return places.get(field);
    }

    /**
     * Whether learners can be told by it.
     *
     * @return true with names, class, and a personal code or a day of birth
     */
    public boolean isComplete() {
        return places.keySet().containsAll(NEEDED)
                && (places.containsKey(RosterField.PERSONAL_CODE) || places.containsKey(RosterField.BIRTH_DATE));
    }

    /** Complete, within the file, and no column taken twice. */
    Mapping checked(int columns) {
        boolean within = places.values().stream().allMatch(place -> place >= 0 && place < columns);
        if (!within || !isComplete() || new HashSet<>(places.values()).size() != places.size()) {
            throw new Refused(RosterProblem.WRONG_MAPPING);
        }
        return this;
    }
}
