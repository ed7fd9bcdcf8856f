package lv.pumpurs.core.identity;

import static lv.pumpurs.spi.Role.CLASS_TEACHER;
import static lv.pumpurs.spi.Role.GUARDIAN;
import static lv.pumpurs.spi.Role.LEARNER;
import static lv.pumpurs.spi.Role.OPERATOR_ADMIN;
import static lv.pumpurs.spi.Role.OPERATOR_REVIEWER;
import static lv.pumpurs.spi.Role.PLAN_AUTHOR;
import static lv.pumpurs.spi.Role.PROVIDER;
import static lv.pumpurs.spi.Role.SCHOOL_ADMIN;
import static lv.pumpurs.spi.Role.SCHOOL_COORDINATOR;
import static lv.pumpurs.spi.Role.SCHOOL_DIRECTOR;
import static lv.pumpurs.spi.Role.TENANT_ADMIN;
import static lv.pumpurs.spi.Role.TENANT_COORDINATOR;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import lv.pumpurs.spi.Plugin;
import lv.pumpurs.spi.Role;

/**
 * The matrix of permissions: what each role may do, as data, in one place. Routes, menus, queries and tests read it.
 * How far a permission reaches (own class, own measures, school, tenant) is not said here but by the database view
 * {@code spi_learner_access}, so that scope is part of every query.
 *
 * <p>An operator's administrator holds the permissions below inside a tenant only through a recorded entry that
 * expires; plan content stays closed even then.
 */
public final class Permissions {

    /** The person's own page in a tenant. */
    public static final String HOME_READ = "home:read";
    /** Names, classes and schools of the learners in reach. */
    public static final String LEARNER_READ = "learner:read";
    /** Plans of the learners in reach: risks, measures, outcome. */
    public static final String PLAN_READ = "plan:read";
    /** Figures of the whole municipality. */
    public static final String FIGURES_READ = "figures:read";
    /** The registry of tenants. */
    public static final String TENANT_LIST = "tenant:list";
    /** Creating a tenant or bringing it up to date from its file. */
    public static final String TENANT_APPLY = "tenant:apply";
    /** Entering a tenant with a reason. */
    public static final String TENANT_ENTER = "tenant:enter";

    private static final Map<String, Set<Role>> OF_THE_CORE = Map.of(
            HOME_READ, EnumSet.complementOf(EnumSet.of(OPERATOR_REVIEWER)),
            LEARNER_READ, EnumSet.of(CLASS_TEACHER, PROVIDER, PLAN_AUTHOR, SCHOOL_COORDINATOR, SCHOOL_DIRECTOR,
                    SCHOOL_ADMIN, TENANT_COORDINATOR, OPERATOR_ADMIN, GUARDIAN, LEARNER),
            PLAN_READ, EnumSet.of(CLASS_TEACHER, PROVIDER, PLAN_AUTHOR, SCHOOL_COORDINATOR, SCHOOL_DIRECTOR,
                    TENANT_COORDINATOR, GUARDIAN, LEARNER),
            FIGURES_READ, EnumSet.of(TENANT_COORDINATOR, TENANT_ADMIN, OPERATOR_ADMIN),
            TENANT_LIST, EnumSet.of(OPERATOR_ADMIN, OPERATOR_REVIEWER),
            TENANT_APPLY, EnumSet.of(OPERATOR_ADMIN),
            TENANT_ENTER, EnumSet.of(OPERATOR_ADMIN), "route:read", EnumSet.of(OPERATOR_ADMIN));

    private static final class Loaded {
        static final Permissions INSTANCE = withPlugins(ServiceLoader.load(Plugin.class));
    }

    private final Map<String, Set<Role>> roles;

    private Permissions(Map<String, Set<Role>> roles) {
        this.roles = roles;
    }

    /**
     * The matrix of the core and of every plugin on the class path.
     *
     * @return the matrix
     */
    public static Permissions all() {
        return Loaded.INSTANCE;
    }

    static Permissions withPlugins(Iterable<Plugin> plugins) {
        Map<String, Set<Role>> all = new HashMap<>(OF_THE_CORE);
        for (Plugin plugin : plugins) {
            plugin.permissions().forEach((permission, holders) -> {
                if (all.putIfAbsent(permission, Set.copyOf(holders)) != null) {
                    throw new IllegalStateException("Permission " + permission + " is declared twice; plugin "
                            + plugin.id() + " must name its own.");
                }
            });
        }
        return new Permissions(Map.copyOf(all));
    }

    /**
     * Who holds a permission.
     *
     * @param permission {@code thing:act}
     * @return the roles
     * @throws IllegalArgumentException if no module declares it: a mistake of ours, not of the caller
     */
    public Set<Role> holders(String permission) {
        Set<Role> holders = roles.get(permission);
        if (holders == null) {
            throw new IllegalArgumentException("Permission " + permission + " is declared by no module.");
        }
        return holders;
    }

    /**
     * Every permission.
     *
     * @return permission to its holders
     */
    public Map<String, Set<Role>> matrix() {
        return roles;
    }
}
