package lv.pumpurs.core.migration;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.pumpurs.spi.Plugin;
import org.jspecify.annotations.Nullable;

/**
 * What this build expects a tenant's schema to hold: the newest migration of the platform and of each plugin. Written
 * as {@code consultations=202611230200 platform=202611230106}.
 */
public final class BuildVersion {

    static final String PLATFORM = "platform";

    private final SortedMap<String, String> latest;
    private final String text;

    private BuildVersion(SortedMap<String, String> latest) {
        this.latest = latest;
        this.text = latest.entrySet()
            .stream()
            .map(module -> module.getKey() + "=" + module.getValue())
            .collect(Collectors.joining(" "));
    }

    /**
     * The version of this build.
     *
     * @param plugins facts of the installed plugins
     * @return read from the migrations in the jars; no database is asked
     */
    public static BuildVersion of(Collection<Plugin> plugins) {
        SortedMap<String, String> latest = new TreeMap<>();
        // a plugin that keeps no data has no migrations
        Stream.concat(Stream.of(PLATFORM), plugins.stream()
            .filter(plugin -> !plugin.entities().isEmpty() || ModuleScripts.isThere(plugin.id()))
            .map(Plugin::id)).forEach(module -> latest.put(module, ModuleScripts.of(module).latest()));
        return new BuildVersion(latest);
    }

    static BuildVersion parse(@Nullable String text) {
        SortedMap<String, String> latest = new TreeMap<>();
        for (String module : text == null || text.isBlank() ? new String[0] : text.split(" ")) {
            int equals = module.indexOf('=');
            latest.put(module.substring(0, equals), module.substring(equals + 1));
        }
        return new BuildVersion(latest);
    }

    /**
     * Whether a schema is new enough. A newer one is: while a new version is rolled out, servers of the old one work on.
     * A plugin that the tenant does not use is not asked for.
     *
     * @param schema what the registry says that the schema holds; null if nobody knows
     * @return false if the platform, or a plugin that the schema holds, has migrations that it lacks
     */
    public boolean isMetBy(@Nullable String schema) {
        if (schema == null || schema.isBlank()) {
            return false;
        }
        SortedMap<String, String> held = parse(schema).latest;
        return heldBy(schema).latest.entrySet()
            .stream()
            .allMatch(module -> held.getOrDefault(module.getKey(), "").compareTo(module.getValue()) >= 0);
    }

    /**
     * Whether a schema holds a module in some version.
     *
     * @param schema what the registry says that the schema holds; null if nobody knows
     * @param module a plugin's id
     * @return true if so
     */
    public static boolean isNamed(@Nullable String schema, String module) {
        return parse(schema).latest.containsKey(module);
    }

    /**
     * The part of this build that concerns a schema: the platform, and the plugins that were brought into it. Of a schema of
     * which nobody knows what it holds, everything.
     *
     * @param schema what the registry says that the schema holds; null if nobody knows
     * @return the modules to migrate
     */
    public BuildVersion heldBy(@Nullable String schema) {
        return schema == null ? this : part(parse(schema).latest.keySet());
    }

    /**
     * The platform and some plugins of this build.
     *
     * @param plugins ids; one that this build does not have is left out
     * @return the modules to migrate
     */
    public BuildVersion part(Set<String> plugins) {
        SortedMap<String, String> some = new TreeMap<>(latest);
        some.keySet().removeIf(module -> !module.equals(PLATFORM) && !plugins.contains(module));
        return new BuildVersion(some);
    }

    /** What a schema holds after this build's migrations ran over it: an older build takes nothing back. */
    BuildVersion over(@Nullable String schema) {
        SortedMap<String, String> both = parse(schema).latest;
        latest.forEach((module, version) -> both.merge(module, version, (a, b) -> a.compareTo(b) > 0 ? a : b));
        return new BuildVersion(both);
    }

    /** The modules in the order in which they are migrated: the platform first. */
    List<String> modules() {
        return Stream.concat(Stream.of(PLATFORM), latest.keySet().stream().filter(module -> !module.equals(PLATFORM)))
            .toList();
    }

    /**
     * The newest migration of a module.
     *
     * @param module a plugin's id
     * @return {@code yyyyMMddHHmm}; null for a plugin that keeps no data
     */
    public @Nullable String of(String module) {
        return latest.get(module);
    }

    @Override
    public String toString() {
        return text;
    }
}
