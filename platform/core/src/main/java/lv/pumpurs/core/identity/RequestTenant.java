package lv.pumpurs.core.identity;

import jakarta.enterprise.context.RequestScoped;
import java.util.Locale;
import lv.pumpurs.core.registry.Tenant;
import lv.pumpurs.core.web.CurrentTenant;
import lv.pumpurs.spi.Page;
import org.jspecify.annotations.Nullable;

/** The tenant of this request's path, told by the {@link Gate}; none until then. */
@RequestScoped
class RequestTenant implements CurrentTenant {

    private @Nullable Tenant tenant;
    private @Nullable OperatorEntry entry;

    void is(Tenant ofThePath, @Nullable OperatorEntry ofTheOperator) {
        this.tenant = ofThePath;
        this.entry = ofTheOperator;
    }

    @Override
    public Page.@Nullable TenantName tenant() {
        return tenant == null ? null : new Page.TenantName(tenant.slug(), tenant.name());
    }

    @Override
    public Locale locale() {
        return tenant == null ? Locale.of("lv") : tenant.locale();
    }

    @Override
    public @Nullable Entry entry() {
        return entry == null ? null : new Entry(entry.reason(), entry.expiresAt());
    }
}
