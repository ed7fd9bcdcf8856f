package lv.pumpurs.core.review;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.sql.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.review.ReviewsView.Line;
import lv.pumpurs.core.review.ReviewsView.Place;
import lv.pumpurs.core.web.ListQuery;
import org.jspecify.annotations.Nullable;

/**
 * What waits for the national operator, as the tenants' triggers tell it; to be used while the nation is bound. A
 * reviewer with some tenants only sees the plans of those.
 */
@Dependent
public class Reviews {

    private static final Map<String, String> ORDER = Map.of("since", "r.since %1$s, r.code", "code", "r.code %1$s",
            "tenant", "t.name COLLATE \"lv-x-icu\" %1$s, r.since, r.code", "semester",
            "r.semester COLLATE \"C\" %1$s, r.since, r.code");

    /** What the address may ask for. */
    static final Set<String> SORTS = ORDER.keySet();

    private static final String FROM = """
            FROM plan_review r
            JOIN tenant t ON t.schema_name = r.schema_name
            LEFT JOIN programme g ON g.code = r.programme
            WHERE EXISTS (SELECT FROM operator o
                          WHERE o.email = ?1 AND o.role = 'OPERATOR_REVIEWER'
                            AND o.valid_from <= (now() AT TIME ZONE 'Europe/Riga')::date
                            AND (o.valid_to IS NULL OR o.valid_to >= (now() AT TIME ZONE 'Europe/Riga')::date)
                            AND (o.tenants IS NULL OR t.slug = ANY(o.tenants)))
            """;

    private static final String LINE = """
            SELECT t.slug, t.name, r.plan_id, r.code, coalesce(g.name_lv, r.programme),
                   coalesce(g.name_en, r.programme), r.semester, r.since
            """;

    private final EntityManager em;

    /**
     * On the entity manager of the request.
     *
     * @param em bound to the nation
     */
    @Inject
    public Reviews(EntityManager em) {
        this.em = em;
    }

    /** One page of the queue, in three statements. */
    @Transactional
    ReviewsView page(String email, @Nullable String tenant, ListQuery asked) {
        String narrowed = FROM + (tenant == null ? "" : " AND t.slug = ?2");
        long total = ((Number) asked(email, tenant, "SELECT count(*) " + narrowed).getSingleResult()).longValue();
        List<?> rows = asked(email, tenant, LINE + narrowed + " ORDER BY " + Objects.requireNonNull(
                ORDER.get(asked.sort()))
            .formatted(asked.descending() ? "DESC" : "ASC"))
            .setMaxResults(asked.size())
            .setFirstResult(asked.offset())
            .getResultList();
        List<?> places = asked(email, null, "SELECT DISTINCT t.slug, t.name " + FROM + " ORDER BY 2, 1")
            .getResultList();
        return new ReviewsView(rows.stream().map(Reviews::line).toList(), asked.of(total), tenant,
                places.stream()
                    .map(Object[].class::cast)
                    .map(row -> new Place((String) row[0], (String) row[1]))
                    .toList());
    }

    /** Everything in the queue, the oldest first. */
    @Transactional
    List<Line> all(String email, @Nullable String tenant) {
        List<?> rows = asked(email, tenant, LINE + FROM + (tenant == null ? "" : " AND t.slug = ?2")
                + " ORDER BY r.since, r.code")
            .getResultList();
        return rows.stream().map(Reviews::line).toList();
    }

    /** One plan of the queue; empty if it does not wait, or not for this reviewer. */
    @Transactional
    Optional<Line> waiting(String email, String tenant, UUID plan) {
        List<?> rows = asked(email, tenant, LINE + FROM + " AND t.slug = ?2 AND r.plan_id = ?3")
            .setParameter(3, plan)
            .getResultList();
        return rows.stream().map(Reviews::line).findFirst();
    }

    private Query asked(String email, @Nullable String tenant, String sql) {
        Query query = em.createNativeQuery(sql).setParameter(1, email);
        return tenant == null ? query : query.setParameter(2, tenant);
    }

    private static Line line(Object row) {
        Object[] one = (Object[]) row;
        return new Line(new Place((String) one[0], (String) one[1]), (UUID) one[2], (String) one[3], (String) one[4],
                (String) one[5], (String) one[6], ((Date) one[7]).toLocalDate());
    }
}
