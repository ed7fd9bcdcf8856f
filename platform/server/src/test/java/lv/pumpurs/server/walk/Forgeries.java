package lv.pumpurs.server.walk;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lv.pumpurs.core.identity.Person;
import lv.pumpurs.server.ServersOfTheTests;
import lv.pumpurs.testkit.TokenIssuer;

/** Tokens in the name of somebody who may, none of which is a good one. */
final class Forgeries {

    /** The one that a browser may exchange for a new one. */
    static final String EXPIRED = "expired";

    private Forgeries() {}

    static Map<String, String> of(Person person) {
        TokenIssuer ours = ServersOfTheTests.issuer();
        Map<String, String> all = new TreeMap<>();
        all.put(EXPIRED, ours.tokenFor(person).expiresAt(Instant.now().minus(Duration.ofHours(1))).sign());
        all.put("not yet valid",
                ours.tokenFor(person).with("nbf", Date.from(Instant.now().plus(Duration.ofHours(1)))).sign());
        all.put("for another audience", ours.tokenFor(person).audience("account").sign());
        all.put("for no audience", ours.tokenFor(person).without("aud").sign());
        all.put("of another client", ours.tokenFor(person).with("azp", "another").sign());
        all.put("an identity token", ours.tokenFor(person).with("typ", "ID").sign());
        all.put("a refresh token", ours.tokenFor(person).with("typ", "Refresh").sign());
        all.put("our key, another realm", ours.tokenFor(person).with("iss", ours.issuer() + "/realms/other").sign());
        all.put("signed by somebody else", ours.tokenFor(person).signWithForeignKey());
        all.put("not signed", ours.tokenFor(person).unsigned());
        all.put("signed with the public key", ours.tokenFor(person).signWithPublicKeyAsSecret());
        String good = ours.tokenFor(person).sign();
        all.put("signature stripped", good.substring(0, good.lastIndexOf('.') + 1));
        all.put("payload changed", changed(good));
        for (String nonsense : List.of("x", "a.b.c", "%00", "\"quoted\"")) {
            all.put("no token: " + nonsense, nonsense);
        }
        try (TokenIssuer theirs = TokenIssuer.start()) {
            all.put("another realm", theirs.tokenFor(person).sign());
        }
        return all;
    }

    /** Under the same signature valid for an hour more. */
    private static String changed(String good) {
        String[] parts = good.split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String longer = claims.replaceFirst("\"exp\":\\d+",
                "\"exp\":" + Instant.now().plus(Duration.ofHours(1)).getEpochSecond());
        if (longer.equals(claims)) {
            throw new IllegalStateException("nothing was changed");
        }
        return parts[0] + "." + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(
                    longer.getBytes(StandardCharsets.UTF_8))
                + "." + parts[2];
    }
}
