package lv.pumpurs.core.privacy;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who forgets somebody, and why.
 *
 * @param kind code of the act
 * @param person who does it; null for the platform, which follows the years that are set
 * @param reason why, in the person's own words
 */
record PrivacyAct(String kind, @Nullable UUID person, @Nullable String reason) {

    /** Nothing of a learner has to be kept any more. */
    static final PrivacyAct EXPIRED = new PrivacyAct("EXPIRED", null, null);
    /** A part of what is known of a learner has not to be kept any more. */
    static final PrivacyAct SHORTENED = new PrivacyAct("SHORTENED", null, null);

    /** Somebody asked, and somebody decided. */
    static PrivacyAct anonymised(UUID person, String reason) {
        return new PrivacyAct("ANONYMISED", person, reason);
    }
}
