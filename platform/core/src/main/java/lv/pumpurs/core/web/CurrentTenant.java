package lv.pumpurs.core.web;

import java.time.Instant;
import java.util.Locale;
import lv.pumpurs.spi.Page;
import org.jspecify.annotations.Nullable;

/** The tenant of this request's path, as pages show it. Resolved once per request by the filter that binds it. */
public interface CurrentTenant {

    /**
     * Slug and name.
     *
     * @return null outside a tenant
     */
    Page.@Nullable TenantName tenant();

    /**
     * The language in which this tenant speaks to somebody who has not chosen one.
     *
     * @return Latvian outside a tenant
     */
    Locale locale();

    /**
     * The operator's entry under which this tenant is being looked at.
     *
     * @return null for the tenant's own people and outside a tenant
     */
    default @Nullable Entry entry() {
        return null;
    }

    /**
     * An operator inside a tenant: shown as a banner on each page.
     *
     * @param reason why the operator entered
     * @param until when the entry ends by itself
     */
    record Entry(String reason, Instant until) {}
}
