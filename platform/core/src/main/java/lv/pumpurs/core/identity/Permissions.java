package lv.pumpurs.core.identity;

import static java.util.Map.entry;
import static lv.pumpurs.spi.Role.AUDITOR;
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

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lv.pumpurs.spi.Plugin;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;

/**
 * The matrix: which role holds which permission, and how far, as data, in one place. Routes, menus, queries, the page
 * that shows it and the tests read it. A permission reaches as far as the role does ({@link Scope#of}), unless the
 * matrix says another scope; that scope is part of every query.
 *
 * <p>An operator's administrator holds the permissions below inside a tenant only through a recorded entry that
 * expires; plan content stays closed even then. A municipality's administrator has its settings, staff and figures, and
 * no learner's name. An auditor's permissions are all reads. An operator's reviewer has the registry, the queue of
 * plans that wait for the operator, and inside a tenant the plans opened from it.
 */
public final class Permissions {

    /** The person's own page in a tenant. */
    public static final String HOME_READ = "home:read";
    /** Names, classes and schools of the learners in reach. */
    public static final String LEARNER_READ = "learner:read";
    /** Plans of the learners in reach: risks, measures, outcome. */
    public static final String PLAN_READ = "plan:read";
    /** Writing a plan: starting, changing, submitting, withdrawing and continuing it. */
    public static final String PLAN_WRITE = "plan:write";
    /** Saying what one has noticed, and that a plan may be needed. */
    public static final String PLAN_PROPOSE = "plan:propose";
    /** Deciding on a submitted plan; the step of the programme says whose turn it is. */
    public static final String PLAN_DECIDE = "plan:decide";
    /** Judging what a semester of support brought. */
    public static final String PLAN_EVALUATE = "plan:evaluate";
    /** Closing an evaluated plan, or ending an active one before its time. */
    public static final String PLAN_END = "plan:end";
    /** Seeing what stands in the scanned application of a plan. */
    public static final String APPLICATION_READ = "application:read";
    /** Attaching the scanned application to a plan. */
    public static final String APPLICATION_WRITE = "application:write";
    /** Saying how long work may take. */
    public static final String DEADLINE_WRITE = "deadline:write";
    /** Bringing the roster of one's school into the register from a file. */
    public static final String ROSTER_IMPORT = "roster:import";
    /** Moving learners on: to the next school year, or to another school. */
    public static final String ENROLMENT_WRITE = "enrolment:write";
    /** Making two records of one child one. */
    public static final String LEARNER_MERGE = "learner:merge";
    /** The schools of the municipality, with their former names. */
    public static final String SCHOOL_READ = "school:read";
    /** Giving a school another name or type. */
    public static final String SCHOOL_WRITE = "school:write";
    /** Seeing a whole personal code, each time with a reason. */
    public static final String CODE_REVEAL = "code:reveal";
    /** Entering another personal code. */
    public static final String CODE_WRITE = "code:write";
    /** The log of contacts with a learner's guardians; the family does not see it. */
    public static final String CONTACT_READ = "contact:read";
    /** Writing down a contact. */
    public static final String CONTACT_WRITE = "contact:write";
    /** Own settings of those for whom work can be due. */
    public static final String SETTINGS_WRITE = "settings:write";
    /** The page of a parent or of an adult learner. */
    public static final String FAMILY_READ = "family:read";
    /** Who opened the file of a learner in reach. */
    public static final String READERS_READ = "readers:read";
    /** Who stands for the learners in reach. */
    public static final String GUARDIAN_READ = "guardian:read";
    /** Adding and inviting guardians, ending a guardianship, handing over to a learner who came of age. */
    public static final String GUARDIAN_WRITE = "guardian:write";
    /** Who works in the school or the municipality, in which roles. */
    public static final String STAFF_READ = "staff:read";
    /** Inviting staff, granting and ending roles, as far as the own role may grant. */
    public static final String STAFF_WRITE = "staff:write";
    /** Figures of the whole municipality, with the other schools in them. */
    public static final String FIGURES_READ = "figures:read";
    /** This matrix. */
    public static final String PERMISSION_READ = "permission:read";
    /** Everything kept about a learner in reach, as a file for the family. */
    public static final String SUBJECT_EXPORT = "subject:export";
    /** Finding the learner whom a request is about, and forgetting somebody. */
    public static final String SUBJECT_ANONYMISE = "subject:anonymise";
    /** How long plans are kept, and whose data must be kept longer. */
    public static final String RETENTION_WRITE = "retention:write";
    /** The tenant's log of changes and of readings. */
    public static final String LOG_READ = "log:read";
    /** The registry of tenants. */
    public static final String TENANT_LIST = "tenant:list";
    /** Creating a tenant or bringing it up to date from its file. */
    public static final String TENANT_APPLY = "tenant:apply";
    /** Starting a run of migrations over all tenants that are behind. */
    public static final String MIGRATION_RUN = "migration:run";
    /** Seeing how far migrations are. */
    public static final String MIGRATION_READ = "migration:read";
    /** Entering a tenant with a reason. */
    public static final String TENANT_ENTER = "tenant:enter";
    /** Leaving a tenant again. */
    public static final String TENANT_LEAVE = "tenant:leave";
    /** The queue of plans that wait for the national operator: codes and tenants, no names. */
    public static final String REVIEW_LIST = "review:list";
    /** Opening a plan of the queue inside its tenant. */
    public static final String REVIEW_OPEN = "review:open";
    /** The plugins that the municipality may use, and where each is on. */
    public static final String PLUGIN_READ = "plugin:read";
    /** Allowing a plugin to one's schools, with settings and bounds. */
    public static final String PLUGIN_ALLOW = "plugin:allow";
    /** Switching a plugin on and off at one's school, and setting it up. */
    public static final String PLUGIN_ENABLE = "plugin:enable";
    /** Offering a plugin to tenants. */
    public static final String PLUGIN_OFFER = "plugin:offer";
    /** Every route of the running application. */
    public static final String ROUTE_READ = "route:read";

    private static final List<Map.Entry<String, Map<Role, Scope>>> OF_THE_CORE = List.of(
            entry(HOME_READ, by(EnumSet.complementOf(EnumSet.of(OPERATOR_REVIEWER)))),
            entry(LEARNER_READ,
                    by(CLASS_TEACHER, PROVIDER, PLAN_AUTHOR, SCHOOL_COORDINATOR, SCHOOL_DIRECTOR, SCHOOL_ADMIN,
                            TENANT_COORDINATOR, OPERATOR_ADMIN, AUDITOR, GUARDIAN, LEARNER)),
            entry(LEARNER_MERGE, by(SCHOOL_COORDINATOR, SCHOOL_ADMIN, TENANT_COORDINATOR)),
            entry(PLAN_READ, by(CLASS_TEACHER, PROVIDER, PLAN_AUTHOR, SCHOOL_COORDINATOR, SCHOOL_DIRECTOR,
                    TENANT_COORDINATOR, OPERATOR_REVIEWER, AUDITOR, GUARDIAN, LEARNER)),
            entry(PLAN_WRITE, by(PLAN_AUTHOR)),
            entry(PLAN_PROPOSE, by(CLASS_TEACHER)),
            entry(PLAN_DECIDE, by(SCHOOL_DIRECTOR, TENANT_COORDINATOR, OPERATOR_REVIEWER)),
            entry(PLAN_EVALUATE, by(PLAN_AUTHOR)),
            entry(PLAN_END, by(SCHOOL_COORDINATOR, SCHOOL_DIRECTOR, TENANT_COORDINATOR)),
            entry(APPLICATION_READ, by(PLAN_AUTHOR, SCHOOL_COORDINATOR, SCHOOL_DIRECTOR, TENANT_COORDINATOR, GUARDIAN,
                    LEARNER)),
            entry(APPLICATION_WRITE, by(PLAN_AUTHOR, SCHOOL_COORDINATOR)),
            entry(DEADLINE_WRITE, by(TENANT_COORDINATOR, TENANT_ADMIN)),
            entry(ROSTER_IMPORT, by(SCHOOL_COORDINATOR, SCHOOL_ADMIN)),
            entry(ENROLMENT_WRITE, by(SCHOOL_COORDINATOR, SCHOOL_ADMIN)),
            entry(CODE_REVEAL, by(SCHOOL_COORDINATOR, SCHOOL_ADMIN)),
            entry(CODE_WRITE, by(SCHOOL_COORDINATOR, SCHOOL_ADMIN)),
            entry(CONTACT_READ, by(CLASS_TEACHER, PLAN_AUTHOR, SCHOOL_COORDINATOR, SCHOOL_DIRECTOR,
                    TENANT_COORDINATOR)),
            entry(CONTACT_WRITE, by(CLASS_TEACHER, PLAN_AUTHOR, SCHOOL_COORDINATOR, SCHOOL_DIRECTOR)),
            entry(SETTINGS_WRITE, by(PLAN_AUTHOR, SCHOOL_COORDINATOR, SCHOOL_DIRECTOR, TENANT_COORDINATOR)),
            entry(FAMILY_READ, by(GUARDIAN, LEARNER)),
            entry(READERS_READ, by(SCHOOL_COORDINATOR, TENANT_COORDINATOR, GUARDIAN, LEARNER)),
            entry(GUARDIAN_READ, by(CLASS_TEACHER, PLAN_AUTHOR, SCHOOL_COORDINATOR, SCHOOL_DIRECTOR, SCHOOL_ADMIN,
                    TENANT_COORDINATOR)),
            entry(GUARDIAN_WRITE, by(SCHOOL_COORDINATOR, SCHOOL_ADMIN)),
            entry(STAFF_READ, by(SCHOOL_ADMIN, TENANT_ADMIN)),
            entry(STAFF_WRITE, by(SCHOOL_ADMIN, TENANT_ADMIN)),
            entry(SCHOOL_READ, by(SCHOOL_COORDINATOR, SCHOOL_DIRECTOR, SCHOOL_ADMIN, TENANT_COORDINATOR, TENANT_ADMIN)),
            entry(SCHOOL_WRITE, by(TENANT_ADMIN)),
            entry(PLUGIN_READ, by(SCHOOL_COORDINATOR, SCHOOL_ADMIN, TENANT_COORDINATOR, TENANT_ADMIN)),
            entry(PLUGIN_ALLOW, by(TENANT_COORDINATOR, TENANT_ADMIN)),
            entry(PLUGIN_ENABLE, by(SCHOOL_COORDINATOR, SCHOOL_ADMIN)),
            entry(PLUGIN_OFFER, inNation(OPERATOR_ADMIN)),
            entry(FIGURES_READ, with(AUDITOR, Scope.GRANT_OF_TENANT,
                    by(TENANT_COORDINATOR, TENANT_ADMIN, OPERATOR_ADMIN))),
            entry(SUBJECT_EXPORT, by(SCHOOL_COORDINATOR, GUARDIAN, LEARNER)),
            entry(SUBJECT_ANONYMISE, by(TENANT_ADMIN)),
            entry(RETENTION_WRITE, by(TENANT_ADMIN)),
            entry(LOG_READ, with(AUDITOR, Scope.GRANT_OF_TENANT, by(TENANT_COORDINATOR, TENANT_ADMIN))),
            entry(PERMISSION_READ,
                    by(SCHOOL_COORDINATOR, SCHOOL_DIRECTOR, SCHOOL_ADMIN, TENANT_COORDINATOR, TENANT_ADMIN,
                            OPERATOR_ADMIN, AUDITOR)),
            entry(TENANT_LIST, inNation(OPERATOR_ADMIN, OPERATOR_REVIEWER)),
            entry(TENANT_APPLY, inNation(OPERATOR_ADMIN)),
            entry(TENANT_ENTER, inNation(OPERATOR_ADMIN)),
            entry(TENANT_LEAVE, inNation(OPERATOR_ADMIN, OPERATOR_REVIEWER)),
            entry(REVIEW_LIST, inNation(OPERATOR_REVIEWER)),
            entry(REVIEW_OPEN, inNation(OPERATOR_REVIEWER)),
            entry(MIGRATION_RUN, inNation(OPERATOR_ADMIN)),
            entry(MIGRATION_READ, inNation(OPERATOR_ADMIN)),
            entry(ROUTE_READ, inNation(OPERATOR_ADMIN)));

    private static final class Loaded {
        static final Permissions INSTANCE = withPlugins(ServiceLoader.load(Plugin.class));
    }

    private final Map<String, Map<Role, Scope>> matrix;

    private Permissions(Map<String, Map<Role, Scope>> matrix) {
        this.matrix = matrix;
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
        Map<String, Map<Role, Scope>> all = new LinkedHashMap<>();
        OF_THE_CORE.forEach(row -> all.put(row.getKey(), row.getValue()));
        for (Plugin plugin : plugins) {
            new TreeMap<>(plugin.permissions()).forEach((permission, holders) -> {
                if (all.putIfAbsent(permission, by(holders)) != null) {
                    throw new IllegalStateException("Permission " + permission + " is declared twice; plugin "
                            + plugin.id() + " must name its own.");
                }
            });
        }
        return new Permissions(all);
    }

    private static Map<Role, Scope> by(Role... holders) {
        return by(Arrays.asList(holders));
    }

    private static Map<Role, Scope> by(Collection<Role> holders) {
        Map<Role, Scope> scopes = new EnumMap<>(Role.class);
        holders.forEach(role -> scopes.put(role, Scope.of(role)));
        return scopes;
    }

    private static Map<Role, Scope> inNation(Role... holders) {
        Map<Role, Scope> scopes = by(holders);
        scopes.replaceAll((role, usual) -> Scope.NATION);
        return scopes;
    }

    private static Map<Role, Scope> with(Role role, Scope scope, Map<Role, Scope> others) {
        others.put(role, scope);
        return others;
    }

    /**
     * Who holds a permission.
     *
     * @param permission {@code thing:act}
     * @return the roles
     * @throws IllegalArgumentException if no module declares it: a mistake of ours, not of the caller
     */
    public Set<Role> holders(String permission) {
        return Set.copyOf(row(permission).keySet());
    }

    /**
     * How far a role reaches with a permission.
     *
     * @param permission {@code thing:act}
     * @param role the role
     * @return null if the role does not hold it
     * @throws IllegalArgumentException if no module declares it
     */
    public @Nullable Scope scope(String permission, Role role) {
        return row(permission).get(role);
    }

    /**
     * Every permission, the plugins' ones too.
     *
     * @return names, the core's first; what belongs to one thing stands together
     */
    public List<String> names() {
        return List.copyOf(matrix.keySet());
    }

    /**
     * Every permission.
     *
     * @return permission to its holders
     */
    public Map<String, Set<Role>> matrix() {
        return matrix.keySet().stream().collect(Collectors.toUnmodifiableMap(name -> name, this::holders));
    }

    private Map<Role, Scope> row(String permission) {
        Map<Role, Scope> scopes = matrix.get(permission);
        if (scopes == null) {
            throw new IllegalArgumentException("Permission " + permission + " is declared by no module.");
        }
        return scopes;
    }
}
