package lv.pumpurs.core.plugin;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import lv.pumpurs.spi.Plugin;

/** The plugins on the class path, and who needs whom. */
public final class InstalledPlugins {

    private static final class Loaded {
        static final InstalledPlugins INSTANCE = new InstalledPlugins(
                ServiceLoader.load(Plugin.class).stream().map(ServiceLoader.Provider::get).toList());
    }

    private final Map<String, Plugin> plugins = new LinkedHashMap<>();

    /**
     * Of some plugins.
     *
     * @param all their facts
     * @throws IllegalStateException if two have one id: their routes and migrations would be each other's
     */
    public InstalledPlugins(Collection<Plugin> all) {
        all.stream().sorted(Comparator.comparing(Plugin::id)).forEach(plugin -> {
            if (plugins.putIfAbsent(plugin.id(), plugin) != null) {
                throw new IllegalStateException("Two plugins have the id " + plugin.id() + ".");
            }
        });
    }

    /**
     * Those of this build.
     *
     * @return the plugins on the class path
     */
    public static InstalledPlugins all() {
        return Loaded.INSTANCE;
    }

    /**
     * Each of them.
     *
     * @return by id
     */
    public List<Plugin> each() {
        return List.copyOf(plugins.values());
    }

    /**
     * One of them.
     *
     * @param id its id
     * @return empty if it is not installed
     */
    public Optional<Plugin> find(String id) {
        return Optional.ofNullable(plugins.get(id));
    }

    /**
     * The plugin that a class belongs to: packages of a plugin begin with that of its {@link Plugin}.
     *
     * @param type a class
     * @return empty for a class of the platform
     */
    public Optional<Plugin> ofClass(Class<?> type) {
        String name = type.getPackageName();
        return plugins.values().stream().filter(plugin -> {
            String own = plugin.getClass().getPackageName();
            return name.equals(own) || name.startsWith(own + ".");
        }).max(Comparator.comparingInt(plugin -> plugin.getClass().getPackageName().length()));
    }

    /**
     * The plugin that delivers a kind of measure.
     *
     * @param kind its code
     * @return empty if the kind belongs to no plugin
     */
    public Optional<Plugin> ofMeasureKind(String kind) {
        return plugins.values().stream().filter(plugin -> plugin.measureKinds().contains(kind)).findFirst();
    }

    /**
     * What a plugin needs, directly or through another, installed or not.
     *
     * @param id of an installed plugin
     * @return ids in alphabetical order, without its own
     */
    public Set<String> neededBy(String id) {
        Set<String> needed = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(id));
        while (!open.isEmpty()) {
            Plugin next = plugins.get(open.pop());
            for (String one : next == null ? Set.<String>of() : next.requires()) {
                if (!one.equals(id) && needed.add(one)) {
                    open.push(one);
                }
            }
        }
        return needed;
    }

    /**
     * What cannot work without a plugin, directly or through another.
     *
     * @param id of a plugin
     * @return ids in alphabetical order
     */
    public List<String> falling(String id) {
        return plugins.keySet().stream().filter(other -> neededBy(other).contains(id)).toList();
    }

    /**
     * What keeps a plugin from being offered, as far as its facts say.
     *
     * @param plugin the plugin
     * @return empty if its facts are in order
     */
    public List<PluginFault> faults(Plugin plugin) {
        List<PluginFault> faults = new ArrayList<>();
        neededBy(plugin.id()).stream()
            .filter(needed -> !plugins.containsKey(needed))
            .forEach(needed -> faults.add(new PluginFault(PluginFault.Kind.UNKNOWN_DEPENDENCY, needed)));
        plugin.measureKinds()
            .stream()
            .filter(kind -> plugins.values()
                .stream()
                .anyMatch(other -> !other.id().equals(plugin.id()) && other.measureKinds().contains(kind)))
            .sorted()
            .forEach(kind -> faults.add(new PluginFault(PluginFault.Kind.MEASURE_KIND_TWICE, kind)));
        SettingsSchema.fault(plugin).ifPresent(faults::add);
        return faults;
    }
}
