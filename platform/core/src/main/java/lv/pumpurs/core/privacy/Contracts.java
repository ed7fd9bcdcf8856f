package lv.pumpurs.core.privacy;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import lv.pumpurs.core.plugin.InstalledPlugins;
import lv.pumpurs.spi.LoggedTable;
import lv.pumpurs.spi.PersonalData;
import lv.pumpurs.spi.PersonalData.Section;
import lv.pumpurs.spi.PersonalData.Subject;
import lv.pumpurs.spi.Plugin;

/** The privacy contracts of the core and of every plugin, asked as one. */
@Dependent
public class Contracts {

    private final List<PersonalData> all;

    /**
     * Of this build.
     *
     * @param all beans of every module
     */
    @Inject
    public Contracts(@Any Instance<PersonalData> all) {
        this(all.stream().toList());
    }

    /**
     * Of a test.
     *
     * @param all what keeps data
     */
    public Contracts(List<PersonalData> all) {
        // a plugin finds what is a person's by what the core tells of the person: it forgets first
        this.all = all.stream()
            .sorted(Comparator.comparing(one -> InstalledPlugins.all().ofClass(one.getClass()).isEmpty()))
            .toList();
    }

    /**
     * Plugins that keep data and do not say what, or how it is let go: they are broken.
     *
     * @return their ids
     */
    public Set<String> withoutContract() {
        return withoutContract(ServiceLoader.load(Plugin.class, Thread.currentThread().getContextClassLoader()), all);
    }

    static Set<String> withoutContract(Iterable<Plugin> plugins, Collection<PersonalData> contracts) {
        Set<String> answered = new TreeSet<>();
        contracts.forEach(one -> answered.addAll(one.tables()));
        Set<String> broken = new TreeSet<>();
        for (Plugin plugin : plugins) {
            if (!plugin.logged().stream().map(LoggedTable::name).allMatch(answered::contains)) {
                broken.add(plugin.id());
            }
        }
        return broken;
    }

    /**
     * Every table that somebody answers for.
     *
     * @return names of tables
     */
    public Set<String> tables() {
        Set<String> answered = new TreeSet<>();
        all.forEach(one -> answered.addAll(one.tables()));
        return answered;
    }

    /**
     * The contracts, one by one.
     *
     * @return those of plugins first
     */
    public List<PersonalData> all() {
        return all;
    }

    /**
     * Those that have something to answer for in a tenant: it holds no table of a plugin that it never allowed.
     *
     * @param there the tables that there are
     * @return contracts for at least one of them
     */
    Contracts among(Set<String> there) {
        return new Contracts(all.stream().filter(one -> one.tables().stream().anyMatch(there::contains)).toList());
    }

    /** Everything kept of a person, in the order of the tables' names but for the person, who comes first. */
    List<Section> of(Subject subject, UUID reader) {
        return all.stream()
            .flatMap(one -> one.of(subject, reader).stream())
            .sorted((one, other) -> place(one.table()).compareTo(place(other.table())))
            .toList();
    }

    private static String place(String table) {
        return switch (table) {
            case "learner", "guardian", "staff" -> "0" + table;
            case "enrolment" -> "1" + table;
            case "guardianship", "former_personal_code", "invitation" -> "2" + table;
            case "support_plan" -> "3" + table;
            case "plan_risk", "planned_measure" -> "4" + table;
            case "read_log" -> "9" + table;
            default -> "5" + table;
        };
    }

    /** Has every module do something to its rows; gives how many rows it was. */
    int each(Function<PersonalData, Integer> act) {
        return all.stream().mapToInt(act::apply).sum();
    }
}
