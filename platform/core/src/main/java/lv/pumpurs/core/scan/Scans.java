package lv.pumpurs.core.scan;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.identity.InScope;
import lv.pumpurs.core.scan.SealedScans.Sealed;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Role;

/** The scanned applications of a tenant's plans. What stands in one is read by {@link #find} alone, one at a time. */
@Dependent
public class Scans {

    private final EntityManager entities;
    private final ScanLimits limits;

    /**
     * The collection.
     *
     * @param entities bound to a tenant
     * @param limits how many files an application has
     */
    @Inject
    public Scans(EntityManager entities, ScanLimits limits) {
        this.entities = entities;
        this.limits = limits;
    }

    /**
     * What is attached to a plan that the reader is shown, in one statement.
     *
     * @param planId the plan
     * @param personId the reader
     * @param roles the reader's roles that may open an application
     * @return in their order
     */
    public List<Scan> of(UUID planId, UUID personId, Set<Role> roles) {
        List<?> rows = entities.createNativeQuery("""
                select s.id, s.position, s.kind, s.bytes,
                       cast(extract(epoch from s.added_at) * 1000 as bigint),
                       t.given_name || ' ' || t.family_name, {open}
                from application_scan s
                join support_plan p on p.id = s.plan_id
                join staff t on t.id = s.added_by
                where s.plan_id = ?1
                order by s.position""".replace("{open}", InScope.plan("p", "?2", roles)))
            .setParameter(1, planId)
            .setParameter(2, personId)
            .getResultList();
        return rows.stream()
            .map(Object[].class::cast)
            .map(row -> new Scan((UUID) row[0], ((Number) row[1]).intValue(), ScanKind.valueOf((String) row[2]),
                    ((Number) row[3]).intValue(), Instant.ofEpochMilli(((Number) row[4]).longValue()),
                    (String) row[5], (Boolean) row[6]))
            .toList();
    }

    /**
     * One file, for whoever may see what stands in it.
     *
     * @param planId the plan
     * @param scanId the file
     * @param personId the reader
     * @param roles the reader's roles that may open an application; none opens nothing
     * @return empty if it is not there or out of reach
     */
    public Optional<StoredScan> find(UUID planId, UUID scanId, UUID personId, Set<Role> roles) {
        List<?> rows = entities.createNativeQuery("""
                select p.learner_id, s.position, s.kind, c.content
                from application_scan s
                join support_plan p on p.id = s.plan_id
                join application_scan_content c on c.scan_id = s.id
                where s.id = ?3 and s.plan_id = ?1 and\s""" + InScope.plan("p", "?2", roles))
            .setParameter(1, planId)
            .setParameter(2, personId)
            .setParameter(3, scanId)
            .getResultList();
        return rows.stream().map(row -> new StoredScan(planId, scanId, (Object[]) row)).findFirst();
    }

    /**
     * Adds files behind those that are there, all of them or none. One that is there already stays what it is: sending
     * it again changes nothing. The plan is in the caller's hand, so nobody else adds meanwhile.
     *
     * @param planId the plan
     * @param sealed what was taken in
     * @param personId who adds them
     * @param now when
     * @throws Refused if they are more than an application has
     */
    public void add(UUID planId, SealedScans sealed, UUID personId, Instant now) {
        List<Sealed> all = sealed.all();
        long there = count(planId);
        for (int i = 0; i < all.size(); i++) {
            if (!knows(planId, all.get(i))) {
                if (++there > limits.files()) {
                    throw new Refused(ScanProblem.TOO_MANY, limits.files());
                }
                write(planId, all.get(i), personId, now);
                keep(all.get(i), sealed.content(i));
            }
        }
    }

    /**
     * Takes a file away. That it was there, and who took it away, stays in the log of changes.
     *
     * @param planId the plan
     * @param scanId the file
     * @return false if it was not there
     */
    public boolean remove(UUID planId, UUID scanId) {
        return entities.createNativeQuery("delete from application_scan where id = ?1 and plan_id = ?2")
            .setParameter(1, scanId)
            .setParameter(2, planId)
            .executeUpdate() > 0;
    }

    private long count(UUID planId) {
        return ((Number) entities.createNativeQuery("select count(*) from application_scan where plan_id = ?1")
            .setParameter(1, planId)
            .getSingleResult()).longValue();
    }

    private boolean knows(UUID planId, Sealed scan) {
        return !entities.createNativeQuery("""
                select s.id from application_scan s join application_scan_content c on c.scan_id = s.id
                where s.plan_id = ?1 and c.mark = ?2""")
            .setParameter(1, planId)
            .setParameter(2, scan.mark())
            .getResultList()
            .isEmpty();
    }

    private void write(UUID planId, Sealed scan, UUID personId, Instant now) {
        entities.createNativeQuery("""
                insert into application_scan (id, plan_id, position, kind, bytes, added_by, added_at)
                select ?1, ?2, 1 + coalesce(max(s.position), 0), ?3, ?4, ?5, ?6
                from application_scan s where s.plan_id = ?2""")
            .setParameter(1, scan.id())
            .setParameter(2, planId)
            .setParameter(3, scan.kind().name())
            .setParameter(4, scan.bytes())
            .setParameter(5, personId)
            .setParameter(6, now.atOffset(ZoneOffset.UTC))
            .executeUpdate();
    }

    private void keep(Sealed scan, byte[] content) {
        entities.createNativeQuery("insert into application_scan_content (scan_id, mark, content) values (?1, ?2, ?3)")
            .setParameter(1, scan.id())
            .setParameter(2, scan.mark())
            .setParameter(3, content)
            .executeUpdate();
    }
}
