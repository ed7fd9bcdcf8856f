package lv.pumpurs.core.switches;

import java.util.List;
import java.util.Locale;
import lv.pumpurs.core.web.Headed;
import lv.pumpurs.spi.Page;
import org.jspecify.annotations.Nullable;

/**
 * One plugin and all tenants.
 *
 * @param plugin the plugin
 * @param needs ids of what it needs, directly or through another
 * @param falling ids of what cannot work without it
 * @param tenants every tenant
 */
public record OfferView(OffersView.Line plugin, List<String> needs, List<String> falling, List<Line> tenants)
        implements
            Headed {

    /**
     * A tenant.
     *
     * @param slug its name in paths
     * @param name its name
     * @param offered whether it is offered the plugin
     * @param falling ids of what is offered to it and cannot work without the plugin
     * @param installation how far its tables are; null if nobody ever began
     */
    public record Line(String slug, String name, boolean offered, List<String> falling,
            @Nullable Installation installation) {

        /**
         * An id for the row, to link a button with what it is about.
         *
         * @return letters, digits and hyphens
         */
        public String id() {
            return "t-" + slug.toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String title(Page page) {
        return page.t("plugin.name." + plugin.id());
    }

    @Override
    public List<Crumb> above(Page page) {
        return List.of(new Crumb(page.t("plugin.title"), "/operator/plugins"));
    }
}
