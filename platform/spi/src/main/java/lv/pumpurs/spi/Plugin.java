package lv.pumpurs.spi;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Facts about a plugin that are needed before a container exists. Registered in
 * {@code META-INF/services/lv.pumpurs.spi.Plugin}; one per jar. Live code (resources, beans) needs no registration:
 * CDI and JAX-RS find it in {@code WEB-INF/lib}.
 *
 * <p>By convention a plugin {@code x} keeps its migrations in {@code db/x/}, its texts in
 * {@code messages/x_lv.properties} and {@code messages/x_en.properties} (its name is {@code plugin.name.x}, what it is
 * for {@code plugin.summary.x}), its templates under {@code src/main/jte/x/}, and serves its routes under {@code /t/{tenant}/x/}:
 * where the plugin is switched off they do not exist. Its settings are described by the JSON Schema
 * {@code META-INF/pumpurs/x-settings.schema.json} and read by {@link PluginSettings}; a plugin without the file has none.
 */
public interface Plugin {

    /**
     * The plugin's name in paths, folders and settings.
     *
     * @return lower-case letters, digits and hyphens, starting with a letter, at most 30 characters, unique
     */
    String id();

    /**
     * The version to show to those who switch it on.
     *
     * @return the version in the manifest of the plugin's jar; {@code development} outside a jar
     */
    default String version() {
        String inManifest = getClass().getPackage().getImplementationVersion();
        return inManifest == null ? "development" : inManifest;
    }

    /**
     * Plugins without which this one cannot work. It is offered, allowed and enabled only where they are, and goes off
     * with them.
     *
     * @return ids of other plugins
     */
    default Set<String> requires() {
        return Set.of();
    }

    /**
     * Kinds of measures that this plugin delivers: a plan offers them only in a school where the plugin is enabled.
     *
     * @return codes of the catalogue of measure kinds; no two plugins name the same
     */
    default Set<String> measureKinds() {
        return Set.of();
    }

    /**
     * Fully qualified names of the plugin's JPA entities. Names, not classes: they are read before weaving.
     *
     * @return at least one name, unless the plugin keeps no data
     */
    default List<String> entities() {
        return List.of();
    }

    /**
     * Who may do what the plugin offers: permission (for instance {@code consultation:read}) to the roles that hold it.
     * The prefix before the colon belongs to one plugin alone.
     *
     * @return every permission that a route of this plugin {@linkplain Requires requires}
     */
    default Map<String, Set<Role>> permissions() {
        return Map.of();
    }

    /**
     * Entries in the menu of a tenant, shown to callers who hold the entry's permission.
     *
     * @return entries, in any order; the menu is sorted by {@link MenuEntry#weight()}
     */
    default List<MenuEntry> menu() {
        return List.of();
    }

    /**
     * How the tenant's log shows changes of the plugin's tables.
     *
     * @return every table of the plugin that holds data of people
     */
    default List<LoggedTable> logged() {
        return List.of();
    }
}
