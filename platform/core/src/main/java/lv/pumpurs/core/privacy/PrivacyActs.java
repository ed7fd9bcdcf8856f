package lv.pumpurs.core.privacy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lv.pumpurs.core.privacy.SubjectsView.Act;
import lv.pumpurs.spi.Ids;

/** What was done to somebody's data, and whose must be kept. */
@Dependent
public class PrivacyActs {

    private final EntityManager entities;

    /**
     * On the bound tenant.
     *
     * @param entities of the transaction
     */
    @Inject
    public PrivacyActs(EntityManager entities) {
        this.entities = entities;
    }

    /** The latest acts. */
    List<Act> latest() {
        List<?> rows = entities.createNativeQuery("""
                select cast(extract(epoch from a.done_at) * 1000 as bigint), a.kind,
                       t.given_name || ' ' || t.family_name, a.rows, a.log_entries
                from privacy_act a left join staff t on t.id = a.person_id
                order by a.done_at desc, a.id desc limit 20""").getResultList();
        return rows.stream()
            .map(Object[].class::cast)
            .map(row -> new Act(Instant.ofEpochMilli(((Number) row[0]).longValue()), (String) row[1], (String) row[2],
                    ((Number) row[3]).intValue(), ((Number) row[4]).intValue()))
            .toList();
    }

    /** Says that a learner's data must be kept; a second time it stays as it was. */
    void hold(UUID learner, UUID person, String reason) {
        entities.createNativeQuery("""
                insert into legal_hold (id, learner_id, reason, placed_by, placed_on)
                select ?1, ?2, ?3, ?4, t.day from today t
                on conflict (learner_id) where lifted_on is null do nothing""")
            .setParameter(1, Ids.next())
            .setParameter(2, learner)
            .setParameter(3, reason)
            .setParameter(4, person)
            .executeUpdate();
    }

    /** Says that they need not be kept any more; false if nobody has said so. */
    boolean lift(UUID learner, UUID person) {
        return entities.createNativeQuery("""
                update legal_hold h set lifted_by = ?2, lifted_on = t.day from today t
                where h.learner_id = ?1 and h.lifted_on is null""")
            .setParameter(1, learner)
            .setParameter(2, person)
            .executeUpdate() > 0;
    }
}
