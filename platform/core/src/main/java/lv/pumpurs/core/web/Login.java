package lv.pumpurs.core.web;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The id of a login, read from its access token: Keycloak's session, which outlives a silent refresh. The token's
 * signature is checked where the person is established; here the id is only input to a keyed hash.
 */
final class Login {

    /** Over https, and over http://localhost. */
    static final String[] COOKIES = {"__Host-pumpurs-at", "pumpurs-at"};

    private Login() {}

    static @Nullable String idOf(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return null;
        }
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(Base64.getUrlDecoder().decode(parts[1])))) {
            JsonObject claims = reader.readObject();
            return claims.containsKey("sid") ? claims.getString("sid") : claims.getString("sub", null);
        } catch (JsonException | IllegalArgumentException | ClassCastException notAToken) {
            return null;
        }
    }
}
