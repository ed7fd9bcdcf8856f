package lv.pumpurs.core.switches;

import java.util.List;
import java.util.UUID;
import lv.pumpurs.core.plugin.PluginFault;
import lv.pumpurs.core.web.Headed;
import lv.pumpurs.spi.Page;
import org.jspecify.annotations.Nullable;

/**
 * One plugin in a municipality: what it decides, and what its schools do.
 *
 * @param id id of the plugin
 * @param version its version
 * @param faults what is wrong with it; such a plugin is not switched on
 * @param allowed whether the municipality allows it
 * @param onByDefault whether schools have it unless they switch it off
 * @param installation how far its tables are; null if they are there or nobody has begun
 * @param settings whether it has any settings
 * @param missing ids of what it needs and the municipality does not allow
 * @param falling ids of what the municipality allows and cannot work without it
 * @param schools the schools in reach
 * @param mayAllow whether the reader decides for the municipality
 */
public record PluginView(String id, String version, List<PluginFault> faults, boolean allowed, boolean onByDefault,
        @Nullable Installation installation, boolean settings, List<String> missing, List<String> falling,
        List<School> schools, boolean mayAllow) implements Headed {

    /**
     * A school.
     *
     * @param id its key
     * @param name its name
     * @param on whether the plugin is on there
     * @param decided whether the school has said so itself
     * @param missing ids of what the plugin needs and is off there
     * @param falling ids of what is on there and cannot work without the plugin
     * @param maySwitch whether the reader decides for this school
     */
    public record School(UUID id, String name, boolean on, boolean decided, List<String> missing,
            List<String> falling, boolean maySwitch) {}

    /**
     * How many schools have it on.
     *
     * @return of those in reach
     */
    public long on() {
        return schools.stream().filter(School::on).count();
    }

    @Override
    public String title(Page page) {
        return page.t("plugin.name." + id);
    }

    @Override
    public List<Crumb> above(Page page) {
        return List.of(new Crumb(page.t("plugin.title"), page.link("plugins")));
    }
}
