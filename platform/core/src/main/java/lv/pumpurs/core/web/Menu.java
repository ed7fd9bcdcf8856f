package lv.pumpurs.core.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Predicate;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.MenuEntry;
import lv.pumpurs.spi.Plugin;
import lv.pumpurs.spi.Purpose;
import org.jspecify.annotations.Nullable;

/** The menus: inside a tenant the entries of the core and of every plugin, and the national operator's own; by weight. */
@ApplicationScoped
public class Menu {

    private static final List<MenuEntry> OF_THE_CORE = List.of(
            new MenuEntry("family.menu", "home", "family", "family:read", 5),
            new MenuEntry("web.home", "home", "", "home:read", 10),
            new MenuEntry("web.menu.learners", "users", "learners", "learner:read", 20),
            new MenuEntry("web.menu.plans", "plan", "plans", "plan:read", 30),
            new MenuEntry("personnel.title", "user", "staff", "staff:read", 60),
            new MenuEntry("school.title", "school", "schools", "school:read", 65),
            new MenuEntry("roster.menu", "up", "roster", "roster:import", 75),
            new MenuEntry("promotion.menu", "up", "promotion", "enrolment:write", 77),
            new MenuEntry("web.menu.overview", "chart", "overview", "figures:read", 80),
            new MenuEntry("web.menu.figures", "table", "figures", "figures:read", 85),
            new MenuEntry("title.worklist.DeadlinesView", "clock", "deadlines", "deadline:write", 87),
            new MenuEntry("plugin.title", "plugin", "plugins", "plugin:read", 86),
            new MenuEntry("audit.title", "history", "log", "log:read", 88),
            new MenuEntry("subject.title", "shield", "subjects", "subject:anonymise", 89),
            new MenuEntry("retention.title", "archive", "retention", "retention:write", 89),
            new MenuEntry("permissions.menu", "lock", "permissions", "permission:read", 90));

    private static final List<MenuEntry> OF_THE_OPERATOR = List.of(
            new MenuEntry("operator.tenants.title", "building", "operator/tenants", "tenant:list", 10),
            new MenuEntry("review.menu", "checks", "operator/reviews", "review:list", 15),
            new MenuEntry("plugin.title", "plugin", "operator/plugins", "plugin:offer", 18),
            new MenuEntry("title.operator.MigrationsView", "up", "operator/migrations", "migration:read", 20),
            new MenuEntry("permissions.menu", "lock", "operator/permissions", "permission:read", 90));

    private record Owned(MenuEntry entry, @Nullable String plugin) {}

    private final List<Owned> entries;

    /** With the entries of the plugins on the class path. */
    public Menu() {
        this(ServiceLoader.load(Plugin.class, Texts.loader()));
    }

    Menu(Iterable<Plugin> plugins) {
        List<Owned> all = new ArrayList<>();
        OF_THE_CORE.forEach(entry -> all.add(new Owned(entry, null)));
        plugins.forEach(plugin -> plugin.menu().forEach(entry -> all.add(new Owned(entry, plugin.id()))));
        all.sort(Comparator.<Owned>comparingInt(one -> one.entry().weight()).thenComparing(one -> one.entry().path()));
        entries = List.copyOf(all);
    }

    /**
     * What is on for the caller. Nothing is due for a family: its page stands in the place of what is.
     *
     * @param isOn whether a plugin is on for the caller
     */
    List<MenuEntry> ofTenant(Caller caller, Predicate<String> isOn) {
        List<MenuEntry> open = open(entries.stream()
            .filter(one -> one.plugin() == null || isOn.test(one.plugin()))
            .map(Owned::entry)
            .toList(), caller);
        return ofFamily(caller) ? open.stream().filter(entry -> !entry.path().isEmpty()).toList() : open;
    }

    /**
     * Whether somebody is here for the own child or oneself, and for nothing else.
     *
     * @param caller who asks
     * @return true for a parent or an adult learner without another role
     */
    public static boolean ofFamily(Caller caller) {
        return Purpose.of(caller.roles()).equals(Set.of(Purpose.FAMILY));
    }

    List<MenuEntry> ofOperator(Caller caller) {
        return open(OF_THE_OPERATOR, caller);
    }

    private static List<MenuEntry> open(List<MenuEntry> entries, Caller caller) {
        return entries.stream().filter(entry -> caller.may(entry.permission())).toList();
    }
}
