package lv.pumpurs.core.plugin;

import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The plugins that are on for the person of this request, and at which of the person's schools. */
@RequestScoped
public class SwitchedOn {

    private Map<String, Set<UUID>> schools = Map.of();

    /**
     * Says it, once the person and the tenant are known.
     *
     * @param reached plugin to the schools where it is on
     */
    public void are(Map<String, Set<UUID>> reached) {
        this.schools = Map.copyOf(reached);
    }

    /**
     * Whether a plugin is there at all for this person.
     *
     * @param plugin its id
     * @return false outside a tenant
     */
    public boolean at(String plugin) {
        return schools.containsKey(plugin);
    }

    /**
     * Whether a plugin is on at one of the person's schools.
     *
     * @param plugin its id
     * @param school key of the school
     * @return false if it is off, or if the person has nothing to do with the school
     */
    public boolean at(String plugin, UUID school) {
        return schools.getOrDefault(plugin, Set.of()).contains(school);
    }

    /**
     * Whether measures of a kind can be planned at a school.
     *
     * @param kind code of the kind
     * @param school key of the school
     * @return false if it belongs to a plugin that is off there
     */
    public boolean delivers(String kind, UUID school) {
        return InstalledPlugins.all().ofMeasureKind(kind).map(plugin -> at(plugin.id(), school)).orElse(true);
    }

    /**
     * The beans of an extension point that are there for this person: those of the platform, and those of plugins that are
     * on. To be asked when they are needed, never in a constructor: what a resource is made of is made before the gate
     * knows who asks.
     *
     * @param <T> the extension point
     * @param beans all of them
     * @return in the order given
     */
    public <T> List<T> among(Iterable<T> beans) {
        List<T> there = new ArrayList<>();
        for (T bean : beans) {
            if (InstalledPlugins.all().ofClass(bean.getClass()).map(plugin -> at(plugin.id())).orElse(true)) {
                there.add(bean);
            }
        }
        return there;
    }
}
