package lv.pumpurs.core.switches;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.plugin.InstalledPlugins;
import lv.pumpurs.core.plugin.PluginPermit;
import lv.pumpurs.core.plugin.SchoolSwitch;
import lv.pumpurs.core.plugin.SettingsSchema;
import lv.pumpurs.core.plugin.Switches;
import lv.pumpurs.core.school.School;
import lv.pumpurs.core.school.Schools;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Plugin;
import lv.pumpurs.spi.Refused;
import org.jspecify.annotations.Nullable;

/** The switches of a municipality and its schools, as far as somebody reaches. */
@Dependent
public class SwitchBoard {

    private final Switches switches;
    private final Schools schools;
    private final Caller caller;
    private final InstalledPlugins installed = InstalledPlugins.all();

    /**
     * On the bound tenant.
     *
     * @param switches what is on
     * @param schools the schools
     * @param caller who looks
     */
    @Inject
    public SwitchBoard(Switches switches, Schools schools, Caller caller) {
        this.switches = switches;
        this.schools = schools;
        this.caller = caller;
    }

    PluginListView list(List<Plugin> offered) {
        Map<String, PluginPermit> permits = switches.permits();
        Set<UUID> reach = keys(readable());
        Map<String, Set<UUID>> on = switches.everywhere();
        return new PluginListView(offered.stream().map(plugin -> {
            PluginPermit permit = permits.get(plugin.id());
            Set<UUID> here = new HashSet<>(on.getOrDefault(plugin.id(), Set.of()));
            here.retainAll(reach);
            return new PluginListView.Line(plugin.id(), plugin.version(), permit != null && permit.isAllowed(),
                    here.size(), reach.size());
        }).toList());
    }

    PluginView one(Plugin plugin, Set<String> offered, @Nullable Installation installation) {
        String id = plugin.id();
        Map<String, PluginPermit> permits = switches.permits();
        PluginPermit permit = permits.get(id);
        Map<String, Set<UUID>> on = switches.everywhere();
        Map<UUID, SchoolSwitch> decisions = switches.decisions(id);
        Set<UUID> own = caller.may(Permissions.PLUGIN_ENABLE)
                ? keys(reached(Permissions.PLUGIN_ENABLE))
                : Set.of();
        var faults = installed.faults(plugin);
        boolean allowed = permit != null && permit.isAllowed();
        return new PluginView(id, plugin.version(), faults, allowed, permit == null || permit.isOnByDefault(),
                installation, faults.isEmpty() && !SettingsSchema.of(plugin).settings().isEmpty(),
                Together.missing(installed, id, isAllowed(permits)),
                Together.falling(installed, id, isAllowed(permits)),
                readable().stream()
                    .map(school -> new PluginView.School(school.id(), school.name(),
                            isOn(on, id, school.id()), decisions.containsKey(school.id()),
                            Together.missing(installed, id, other -> isOn(on, other, school.id())),
                            Together.falling(installed, id, other -> isOn(on, other, school.id())),
                            allowed && offered.contains(id) && own.contains(school.id())))
                    .toList(),
                caller.may(Permissions.PLUGIN_ALLOW));
    }

    /** The plugins that are to be allowed, each after what it needs. */
    List<String> toAllow(String plugin, Set<String> offered, List<String> ticked) {
        Map<String, PluginPermit> permits = switches.permits();
        List<String> all = Together.on(installed, plugin, isAllowed(permits), ticked);
        all.stream().filter(one -> !offered.contains(one)).findFirst().ifPresent(one -> {
            throw new Refused(SwitchProblem.NEEDS_OTHERS, one);
        });
        requireSound(all);
        return all;
    }

    private void requireSound(List<String> plugins) {
        if (plugins.stream()
            .flatMap(one -> installed.find(one).stream())
            .anyMatch(one -> !installed.faults(one).isEmpty())) {
            throw new Refused(SwitchProblem.BROKEN);
        }
    }

    /** Allows plugins; what is allowed already only changes what schools have by default. */
    void allow(List<String> plugins, boolean onByDefault) {
        Map<String, PluginPermit> permits = switches.permits();
        for (String plugin : plugins) {
            PluginPermit permit = permits.get(plugin);
            if (permit == null) {
                switches.add(new PluginPermit(Ids.next(), plugin, onByDefault));
            } else {
                permit.allow(onByDefault);
            }
        }
    }

    void stop(String plugin, List<String> ticked) {
        Map<String, PluginPermit> permits = switches.permits();
        Together.off(installed, plugin, isAllowed(permits), ticked).forEach(one -> {
            PluginPermit permit = permits.get(one);
            if (permit != null) {
                permit.stop();
            }
        });
    }

    void enable(String plugin, UUID school, Set<String> offered, List<String> ticked) {
        Map<String, Set<UUID>> on = switches.everywhere();
        Map<String, PluginPermit> permits = switches.permits();
        List<String> all = Together.on(installed, plugin, one -> isOn(on, one, school), ticked);
        all.stream()
            .filter(one -> !isAllowed(permits).test(one) || !offered.contains(one))
            .findFirst()
            .ifPresent(one -> {
                throw new Refused(SwitchProblem.NOT_ALLOWED, one);
            });
        requireSound(all);
        all.forEach(one -> switches.turn(one, school, true));
    }

    void disable(String plugin, UUID school, List<String> ticked) {
        Map<String, Set<UUID>> on = switches.everywhere();
        if (!isOn(on, plugin, school)) {
            return;
        }
        Together.off(installed, plugin, one -> isOn(on, one, school), ticked)
            .forEach(one -> switches.turn(one, school, false));
    }

    /** Refuses another's school as if it were none. */
    void requireOwn(UUID school) {
        if (!keys(reached(Permissions.PLUGIN_ENABLE)).contains(school)) {
            throw new NotFoundException();
        }
    }

    /** Whoever decides for the municipality sees all its schools, the others their own. */
    private List<School> readable() {
        return caller.may(Permissions.PLUGIN_ALLOW) ? schools.all() : reached(Permissions.PLUGIN_READ);
    }

    /** The schools for which somebody may do something. */
    List<School> reached(String permission) {
        return schools.of(caller.personId(), caller.rolesWith(permission));
    }

    private static Set<UUID> keys(List<School> some) {
        return some.stream().map(School::id).collect(Collectors.toSet());
    }

    private static Predicate<String> isAllowed(Map<String, PluginPermit> permits) {
        Map<String, Boolean> allowed = new HashMap<>();
        permits.forEach((plugin, permit) -> allowed.put(plugin, permit.isAllowed()));
        return plugin -> allowed.getOrDefault(plugin, false);
    }

    private static boolean isOn(Map<String, Set<UUID>> on, String plugin, UUID school) {
        return on.getOrDefault(plugin, Set.of()).contains(school);
    }
}
