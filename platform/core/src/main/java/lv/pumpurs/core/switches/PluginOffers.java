package lv.pumpurs.core.switches;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lv.pumpurs.core.plugin.InstalledPlugins;
import org.jspecify.annotations.Nullable;

/** What the operator offers to whom, and how far plugins' tables are; to be used while the nation is bound. */
@Dependent
public class PluginOffers {

    private static final String INSTALLATION = """
            i.state, i.done, i.total, i.reason, i.reason_detail""";

    private final EntityManager em;

    /**
     * On the entity manager of the request.
     *
     * @param em bound to the nation by the first statement of the transaction
     */
    @Inject
    public PluginOffers(EntityManager em) {
        this.em = em;
    }

    /** How many tenants are offered a plugin. */
    Map<String, Integer> counts() {
        List<?> rows = em.createNativeQuery("""
                select o.plugin, count(*) from tenant t, unnest(string_to_array(t.offered, ' ')) o(plugin)
                group by o.plugin""").getResultList();
        Map<String, Integer> counts = new HashMap<>();
        rows.stream().map(Object[].class::cast).forEach(row -> counts.put((String) row[0], number(row[1])));
        return counts;
    }

    /** The tenants in which the tables of each plugin could not be made, by name. */
    Map<String, List<String>> failures() {
        List<?> rows = em.createNativeQuery("""
                select i.plugin, t.name from plugin_installation i join tenant t on t.id = i.tenant_id
                where i.state = 'FAILED' order by t.name collate "lv-x-icu", t.slug""").getResultList();
        Map<String, List<String>> failures = new HashMap<>();
        rows.stream()
            .map(Object[].class::cast)
            .forEach(row -> failures.computeIfAbsent((String) row[0], unknown -> new ArrayList<>())
                .add((String) row[1]));
        return failures;
    }

    /** Every tenant beside a plugin. */
    List<OfferView.Line> tenants(String plugin) {
        List<?> rows = em.createNativeQuery("select t.slug, t.name, t.offered, " + INSTALLATION + """

                from tenant t left join plugin_installation i on i.tenant_id = t.id and i.plugin = ?1
                order by t.name collate "lv-x-icu", t.slug""").setParameter(1, plugin).getResultList();
        return rows.stream()
            .map(Object[].class::cast)
            .map(row -> {
                List<String> offered = List.of(((String) row[2]).split(" "));
                return new OfferView.Line((String) row[0], (String) row[1], offered.contains(plugin),
                        Together.falling(InstalledPlugins.all(), plugin, offered::contains), installation(row, 3));
            })
            .toList();
    }

    /** What one tenant is offered, locked until the transaction ends. */
    Optional<List<String>> lock(String slug) {
        List<?> rows = em.createNativeQuery("select offered from tenant where slug = ?1 for update")
            .setParameter(1, slug)
            .getResultList();
        return rows.stream()
            .findFirst()
            .map(offered -> offered.equals("") ? List.of() : List.of(((String) offered).split(" ")));
    }

    void set(String slug, List<String> offered) {
        em.createNativeQuery("update tenant set offered = ?1 where slug = ?2")
            .setParameter(1, String.join(" ", offered))
            .setParameter(2, slug)
            .executeUpdate();
    }

    /**
     * How far the tables of a plugin are in one tenant. In a transaction of its own: the request's belongs to the tenant.
     *
     * @param slug the tenant
     * @param plugin the plugin
     * @return null if nobody ever began
     */
    @Transactional(TxType.REQUIRES_NEW)
    public @Nullable Installation installation(String slug, String plugin) {
        List<?> rows = em.createNativeQuery("select " + INSTALLATION + """

                from tenant t join plugin_installation i on i.tenant_id = t.id
                where t.slug = ?1 and i.plugin = ?2""").setParameter(1, slug).setParameter(2, plugin).getResultList();
        return rows.stream()
            .map(Object[].class::cast)
            .map(row -> installation(row, 0))
            .findFirst()
            .orElse(null);
    }

    private static @Nullable Installation installation(Object[] row, int at) {
        return row[at] == null
                ? null
                : new Installation((String) row[at], number(row[at + 1]), number(row[at + 2]),
                        (String) row[at + 3], row[at + 4] == null ? "" : (String) row[at + 4]);
    }

    private static int number(Object value) {
        return ((Number) value).intValue();
    }
}
