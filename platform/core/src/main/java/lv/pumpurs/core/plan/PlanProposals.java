package lv.pumpurs.core.plan;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.RestrictedText;
import org.jspecify.annotations.Nullable;

/** What class teachers have proposed. Whoever asks has been seen to reach the learner. */
@Dependent
public class PlanProposals {

    private static final String READ = """
            select x.id, t.given_name || ' ' || t.family_name, x.proposed_on, array_to_string(x.risks, ','), x.note,
                   x.stage, a.given_name || ' ' || a.family_name, x.answered_on, x.reason, x.plan_id
            from plan_proposal x
            join staff t on t.id = x.proposer_id
            left join staff a on a.id = x.answered_by
            where x.learner_id = ?1 and\s""";

    private final EntityManager entities;

    /**
     * The collection.
     *
     * @param entities bound to a tenant
     */
    @Inject
    public PlanProposals(EntityManager entities) {
        this.entities = entities;
    }

    /** Proposes a plan; refused while another proposal for the learner waits. */
    void propose(LearnerPlace place, UUID proposer, LocalDate on, ProposePlan what) {
        int added = entities.createNativeQuery("""
                insert into plan_proposal (id, learner_id, school_id, proposer_id, proposed_on, risks, note)
                values (?1, ?2, ?3, ?4, ?5, string_to_array(?6, ','), ?7)
                on conflict (learner_id) where stage = 'OPEN' do nothing""")
            .setParameter(1, Ids.next())
            .setParameter(2, place.learnerId())
            .setParameter(3, place.schoolId())
            .setParameter(4, proposer)
            .setParameter(5, Date.valueOf(on))
            .setParameter(6, String.join(",", what.risks()))
            .setParameter(7, what.note().strip())
            .executeUpdate();
        PlanProblem.PROPOSED_ALREADY.when(added == 0);
    }

    /** The proposal for a learner that waits for an answer. */
    Optional<ProposalView> open(UUID learner) {
        List<?> rows = entities.createNativeQuery(READ + "x.stage = 'OPEN'").setParameter(1, learner).getResultList();
        return rows.stream().map(Object[].class::cast).map(PlanProposals::view).findFirst();
    }

    /** What a person has proposed for a learner, the latest first. */
    List<ProposalView> by(UUID proposer, UUID learner) {
        List<?> rows = entities
            .createNativeQuery(READ + "x.proposer_id = ?2 order by x.proposed_on desc, x.id desc limit 20")
            .setParameter(1, learner)
            .setParameter(2, proposer)
            .getResultList();
        return rows.stream().map(Object[].class::cast).map(PlanProposals::view).toList();
    }

    /** Says why no plan is written. */
    void decline(UUID learner, UUID person, LocalDate on, String reason) {
        if (answer(learner, person, on, Decision.reason(reason), null) == 0) {
            throw new Refused(PlanProblem.NO_PROPOSAL);
        }
    }

    /** Notes that a plan is written. */
    void take(SupportPlan plan, LocalDate on) {
        answer(plan.subject().learnerId(), plan.authorId(), on, null, plan.id());
    }

    /**
     * The learner goes to another school, where others notice and propose: what waits here is answered.
     *
     * @param learner who goes
     * @param decision by whom, when and why
     */
    public void leave(UUID learner, Decision decision) {
        answer(learner, Objects.requireNonNull(decision.personId()), decision.on(),
                Decision.reason(decision.remark()), null);
    }

    private int answer(UUID learner, UUID person, LocalDate on, @Nullable String reason, @Nullable UUID plan) {
        return entities.createNativeQuery("""
                update plan_proposal set answered_by = ?2, answered_on = ?3, reason = ?4, plan_id = cast(?5 as uuid),
                 stage = case when cast(?5 as uuid) is null then 'DECLINED' else 'TAKEN' end
                where learner_id = ?1 and stage = 'OPEN'""")
            .setParameter(1, learner)
            .setParameter(2, person)
            .setParameter(3, Date.valueOf(on))
            .setParameter(4, reason)
            .setParameter(5, plan == null ? null : plan.toString())
            .executeUpdate();
    }

    private static ProposalView view(Object[] row) {
        return new ProposalView((UUID) row[0], (String) row[1], ((Date) row[2]).toLocalDate(),
                List.of(((String) row[3]).split(",")), RestrictedText.of((String) row[4]), (String) row[5],
                (String) row[6],
                row[7] == null ? null : ((Date) row[7]).toLocalDate(), (String) row[8], (UUID) row[9]);
    }
}
