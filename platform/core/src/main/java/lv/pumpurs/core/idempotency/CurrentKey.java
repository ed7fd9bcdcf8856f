package lv.pumpurs.core.idempotency;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** The key that came with this request, told by the {@link KeyFilter}. */
@RequestScoped
class CurrentKey {

    private @Nullable RequestKey key;

    void is(RequestKey ofTheRequest) {
        this.key = ofTheRequest;
    }

    /** Null for a request that may be done as often as it is sent. */
    @Nullable
    RequestKey get() {
        return key;
    }
}
