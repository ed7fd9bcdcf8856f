package lv.pumpurs.core.plugin;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.plugin.Setting.Said;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;

/** What the bound tenant and its schools have switched on, and what they have set. */
@Dependent
public class Switches {

    private static final Set<Role> OF_THE_OPERATOR = EnumSet.of(Role.OPERATOR_ADMIN, Role.OPERATOR_REVIEWER);
    private static final Set<Role> FAMILY = EnumSet.of(Role.GUARDIAN, Role.LEARNER);
    private static final String STAFF_SCHOOLS = """
            exists (select 1 from staff_role_today r
                    where r.staff_id = ?1 and (r.school_id is null or r.school_id = e.school_id))""";
    private static final String CHILDRENS_SCHOOL = """
            e.school_id in (select l.school_id from %s a join spi_learner l on l.id = a.learner_id
                            where a.person_id = ?1)""";

    private final EntityManager em;

    /**
     * On the entity manager of the request.
     *
     * @param em bound to the tenant by the first statement of the transaction
     */
    @Inject
    public Switches(EntityManager em) {
        this.em = em;
    }

    /**
     * The plugins that are on for a person: those offered to the tenant, allowed by it, and on at one of the schools that
     * the person belongs to. Whoever belongs to the whole municipality has all its schools, a family those of its children.
     * One statement.
     *
     * @param person who asks
     * @param roles the person's roles in this tenant
     * @param offered what the operator offers to the tenant
     * @return plugin to schools
     */
    public Map<String, Set<UUID>> reachedBy(UUID person, Set<Role> roles, Collection<String> offered) {
        Map<String, Set<UUID>> reached = new HashMap<>();
        if (offered.isEmpty() || roles.isEmpty()) {
            return reached;
        }
        String where = where(roles);
        var query = em.createNativeQuery("select e.plugin, e.school_id from spi_plugin_school e" + where);
        if (!where.isEmpty()) {
            query.setParameter(1, person);
        }
        for (Object found : query.getResultList()) {
            Object[] row = (Object[]) found;
            if (offered.contains((String) row[0])) {
                reached.computeIfAbsent((String) row[0], unknown -> new HashSet<>()).add((UUID) row[1]);
            }
        }
        return reached;
    }

    private static String where(Set<Role> roles) {
        if (roles.stream().anyMatch(OF_THE_OPERATOR::contains)) {
            return "";
        }
        List<String> ways = new ArrayList<>();
        if (roles.stream().anyMatch(role -> !FAMILY.contains(role))) {
            ways.add(STAFF_SCHOOLS);
        }
        if (roles.contains(Role.GUARDIAN)) {
            ways.add(CHILDRENS_SCHOOL.formatted("reach_of_guardian"));
        }
        if (roles.contains(Role.LEARNER)) {
            ways.add(CHILDRENS_SCHOOL.formatted("reach_of_learner"));
        }
        return " where " + String.join(" or ", ways);
    }

    /**
     * The schools where a plugin is on, as far as the tenant decides.
     *
     * @param plugin its id
     * @return keys
     */
    public Set<UUID> schools(String plugin) {
        Set<UUID> schools = new HashSet<>();
        List<?> rows = em.createNativeQuery("select e.school_id from spi_plugin_school e where e.plugin = ?1")
            .setParameter(1, plugin)
            .getResultList();
        rows.forEach(school -> schools.add((UUID) school));
        return schools;
    }

    /**
     * Where each plugin is on, as far as the tenant decides.
     *
     * @return plugin to schools
     */
    public Map<String, Set<UUID>> everywhere() {
        Map<String, Set<UUID>> on = new HashMap<>();
        List<?> rows = em.createNativeQuery("select e.plugin, e.school_id from spi_plugin_school e").getResultList();
        rows.stream()
            .map(Object[].class::cast)
            .forEach(row -> on.computeIfAbsent((String) row[0], unknown -> new HashSet<>()).add((UUID) row[1]));
        return on;
    }

    /**
     * The permits that the municipality has ever given.
     *
     * @return plugin to permit
     */
    public Map<String, PluginPermit> permits() {
        Map<String, PluginPermit> permits = new HashMap<>();
        em.createQuery("select p from PluginPermit p", PluginPermit.class)
            .getResultList()
            .forEach(permit -> permits.put(permit.plugin(), permit));
        return permits;
    }

    /**
     * A permit.
     *
     * @param plugin the plugin
     * @return empty if the municipality never allowed it
     */
    public Optional<PluginPermit> permit(String plugin) {
        return em.createQuery("select p from PluginPermit p where p.plugin = :plugin", PluginPermit.class)
            .setParameter("plugin", plugin)
            .getResultStream()
            .findFirst();
    }

    /**
     * Lets nobody else change the permit and the settings of a plugin until the transaction ends.
     *
     * @param plugin the plugin
     * @return false if the municipality never allowed it
     */
    public boolean lock(String plugin) {
        return !em.createNativeQuery("select 1 from plugin_permit p where p.plugin = ?1 for update")
            .setParameter(1, plugin)
            .getResultList()
            .isEmpty();
    }

    /**
     * Keeps a new permit.
     *
     * @param permit for a plugin that had none
     */
    public void add(PluginPermit permit) {
        em.persist(permit);
    }

    /**
     * What schools have decided about a plugin.
     *
     * @param plugin the plugin
     * @return school to decision
     */
    public Map<UUID, SchoolSwitch> decisions(String plugin) {
        Map<UUID, SchoolSwitch> decisions = new HashMap<>();
        em.createQuery("select s from SchoolSwitch s where s.plugin = :plugin", SchoolSwitch.class)
            .setParameter("plugin", plugin)
            .getResultList()
            .forEach(one -> decisions.put(one.schoolId(), one));
        return decisions;
    }

    /**
     * Switches a plugin at a school.
     *
     * @param plugin one that the municipality has allowed once
     * @param school key of the school
     * @param on whether it is on from now on
     */
    public void turn(String plugin, UUID school, boolean on) {
        // one after the other: of two who say it first at once both are right
        lock(plugin);
        SchoolSwitch decision = decisions(plugin).get(school);
        if (decision == null) {
            em.persist(new SchoolSwitch(Ids.next(), plugin, school, on));
        } else {
            decision.turn(on);
        }
    }

    /**
     * What a municipality says about the settings of a plugin.
     *
     * @param plugin the plugin
     * @return name to what it says
     */
    public Map<String, Said> said(String plugin) {
        Map<String, Said> said = new LinkedHashMap<>();
        rows(plugin, null).forEach((name, row) -> said.put(name, row.said()));
        return said;
    }

    /**
     * What a school has set.
     *
     * @param plugin the plugin
     * @param school key of the school
     * @return name to value
     */
    public Map<String, String> set(String plugin, UUID school) {
        Map<String, String> values = new LinkedHashMap<>();
        rows(plugin, school).forEach((name, row) -> {
            String value = row.said().value();
            if (value != null) {
                values.put(name, value);
            }
        });
        return values;
    }

    /**
     * Says something about a setting, or takes back what was said.
     *
     * @param plugin the plugin
     * @param school key of the school, or null for the municipality
     * @param all name to what is said now; a name that is left out stays as it was
     */
    public void say(String plugin, @Nullable UUID school, Map<String, Said> all) {
        Map<String, PluginSetting> rows = rows(plugin, school);
        all.forEach((name, now) -> {
            PluginSetting row = rows.get(name);
            if (row == null && !now.isNothing()) {
                em.persist(new PluginSetting(Ids.next(), plugin, school, name, now));
            } else if (row != null && now.isNothing()) {
                em.remove(row);
            } else if (row != null) {
                row.say(now);
            }
        });
    }

    private Map<String, PluginSetting> rows(String plugin, @Nullable UUID school) {
        var query = em.createQuery("select s from PluginSetting s where s.plugin = :plugin and "
                + (school == null ? "s.schoolId is null" : "s.schoolId = :school"), PluginSetting.class)
            .setParameter("plugin", plugin);
        if (school != null) {
            query.setParameter("school", school);
        }
        Map<String, PluginSetting> rows = new HashMap<>();
        query.getResultList().forEach(row -> rows.put(row.name(), row));
        return rows;
    }
}
