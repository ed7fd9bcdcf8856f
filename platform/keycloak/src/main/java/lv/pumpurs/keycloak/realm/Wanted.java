package lv.pumpurs.keycloak.realm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something as we want Keycloak to hold it: only what we care about. What Keycloak adds is Keycloak's.
 *
 * @param json its representation in the admin API, in part
 */
record Wanted(Map<String, Object> json) {

    /** From a file beside this class's resources. */
    static Wanted of(String file) {
        try (InputStream in = Wanted.class.getResourceAsStream("/realm/" + file)) {
            if (in == null) {
                throw new IllegalStateException("no resource realm/" + file);
            }
            return new Wanted(AdminApi.object(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Wanted with(String name, Object value) {
        Map<String, Object> copy = new LinkedHashMap<>(json);
        copy.put(name, value);
        return new Wanted(copy);
    }

    Wanted without(String name) {
        Map<String, Object> copy = new LinkedHashMap<>(json);
        copy.remove(name);
        return new Wanted(copy);
    }

    String text(String name) {
        return String.valueOf(json.get(name));
    }

    boolean isHeldBy(Map<String, Object> existing) {
        return covers(existing, json);
    }

    /** What is there, with our part put right: Keycloak takes what is left out of some updates as emptied. */
    Map<String, Object> over(Map<String, Object> existing) {
        Map<String, Object> merged = new HashMap<>(existing);
        json.forEach((name, value) -> merged.merge(name, value, Wanted::merged));
        return merged;
    }

    private static Object merged(Object old, Object wanted) {
        return old instanceof Map && wanted instanceof Map
                ? new Wanted(AdminApi.map(wanted)).over(AdminApi.map(old))
                : wanted;
    }

    private static boolean covers(@Nullable Object existing, Object wanted) {
        if (wanted instanceof Map<?, ?> map) {
            return existing instanceof Map<?, ?> there && map.entrySet()
                .stream()
                .allMatch(entry -> covers(there.get(entry.getKey()), entry.getValue()));
        }
        if (wanted instanceof List<?> list) {
            return existing instanceof List<?> there && new HashSet<>(there).equals(new HashSet<>(list));
        }
        return wanted.equals(existing);
    }
}
