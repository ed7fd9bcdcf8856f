package lv.pumpurs.core.review;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.pumpurs.core.web.Paging;
import org.jspecify.annotations.Nullable;

/**
 * Plans that wait for the national operator. Whose they are stands inside the tenants only.
 *
 * @param plans rows of this page
 * @param paging where in the list this page stands
 * @param tenant slug of the tenant that the list is narrowed to; null for all
 * @param tenants those with plans that wait, by name
 */
public record ReviewsView(List<Line> plans, Paging paging, @Nullable String tenant, List<Place> tenants) {

    /**
     * One plan.
     *
     * @param tenant where it is
     * @param plan its key
     * @param code its code
     * @param programmeLv name of its programme
     * @param programmeEn name of its programme
     * @param semester code of its semester
     * @param since the day on which it came to the operator
     */
    public record Line(Place tenant, UUID plan, String code, String programmeLv, String programmeEn, String semester,
            LocalDate since) {}

    /**
     * A tenant.
     *
     * @param slug its name in paths
     * @param name its full name
     */
    public record Place(String slug, String name) {}

    /**
     * The name of the tenant that the list is narrowed to.
     *
     * @return its name, or its slug if nothing of it waits; empty if the list is not narrowed
     */
    public String tenantName() {
        return tenant == null
                ? ""
                : tenants.stream().filter(one -> one.slug().equals(tenant)).findFirst().map(Place::name).orElse(tenant);
    }
}
