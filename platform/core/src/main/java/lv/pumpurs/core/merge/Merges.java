package lv.pumpurs.core.merge;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lv.pumpurs.core.learner.Learner;
import lv.pumpurs.core.learner.Majority;
import lv.pumpurs.core.merge.MergeView.Clash;
import lv.pumpurs.core.merge.MergeView.Move;
import lv.pumpurs.core.personalcode.PersonalCode;
import lv.pumpurs.core.personalcode.PersonalCodeVault;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.core.tenancy.TenantScope;
import lv.pumpurs.spi.Ids;
import org.jspecify.annotations.Nullable;

/**
 * Makes two records of a child one. Which tables hold something of a learner the database knows; here is only what
 * belongs to the learner alone: day of birth, login, personal code, and where the learner is now.
 */
@Dependent
public class Merges {

    /** Up to which day somebody else may stand for the learner: an adult with a login stands for oneself. */
    private static final String LAST_OF_CUSTODY = """
            least(cast(?2 as date), (select t.day - 1 from learner l where l.id = ?1 and l.email is not null))""";

    private final EntityManager entities;
    private final PersonalCodeVault vault;

    /**
     * On the bound tenant.
     *
     * @param entities of the request
     * @param vault keys of personal codes
     */
    @Inject
    public Merges(EntityManager entities, PersonalCodeVault vault) {
        this.entities = entities;
        this.vault = vault;
    }

    /** What of a record would move: tables of which there is something. */
    List<Move> moves(UUID goes) {
        List<?> rows = entities.createNativeQuery("""
                select of_table, how_many from rows_of_learner(?1) where how_many > 0 order by of_table""")
            .setParameter(1, goes)
            .getResultList();
        return rows.stream()
            .map(Object[].class::cast)
            .map(row -> new Move((String) row[0], ((Number) row[1]).longValue()))
            .toList();
    }

    /** What stands in the way: which of two plans goes on, and as whom somebody signs in, is for people to say. */
    List<Clash> clashes(Learner stays, Learner goes) {
        List<?> rows = entities.createNativeQuery("""
                select a.semester, a.programme from support_plan a join support_plan b
                 on b.semester = a.semester and b.programme = a.programme
                where a.learner_id = ?1 and b.learner_id = ?2
                 and a.state not in ('REJECTED', 'CLOSED', 'TERMINATED')
                 and b.state not in ('REJECTED', 'CLOSED', 'TERMINATED')
                order by a.semester collate "C", a.programme""")
            .setParameter(1, stays.id())
            .setParameter(2, goes.id())
            .getResultList();
        List<Clash> clashes = new ArrayList<>();
        rows.stream()
            .map(Object[].class::cast)
            .forEach(row -> clashes.add(new Clash(MergeProblem.TWO_PLANS.code(), (String) row[0], (String) row[1])));
        if (proposals(stays.id(), goes.id()) > 1) {
            clashes.add(new Clash(MergeProblem.TWO_PROPOSALS.code(), null, null));
        }
        if (stays.email() != null && goes.email() != null) {
            clashes.add(new Clash(MergeProblem.TWO_LOGINS.code(), null, null));
        }
        return clashes;
    }

    private long proposals(UUID one, UUID other) {
        return ((Number) entities
            .createNativeQuery("select count(*) from plan_proposal where stage = 'OPEN' and learner_id in (?1, ?2)")
            .setParameter(1, one)
            .setParameter(2, other)
            .getSingleResult()).longValue();
    }

    /** Nobody else changes the two records until the transaction ends, whoever of two asks first. */
    void hold(UUID one, UUID other) {
        entities.createNativeQuery("select 1 from learner where id in (?1, ?2) order by id for update")
            .setParameter(1, one)
            .setParameter(2, other)
            .getResultList();
    }

    /** The whole act, once nothing stands in the way; a constant number of statements. */
    void merge(Learner stays, Learner goes) {
        entities.flush();
        keepCode(stays, goes);
        entities.createNativeQuery("""
                update learner set birth_date = coalesce(birth_date, cast(?2 as date)), version = version + 1
                where id = ?1""")
            .setParameter(1, stays.id())
            .setParameter(2, goes.birthDate() == null ? null : Objects.requireNonNull(goes.birthDate()).toString())
            .executeUpdate();
        entities.createNativeQuery("""
                update learner set merged_into = ?2, latest_enrolment_id = null, email = null, personal_code = null,
                  personal_code_index = null, version = version + 1 where id = ?1""")
            .setParameter(1, goes.id())
            .setParameter(2, stays.id())
            .executeUpdate();
        if (stays.email() == null && goes.email() != null) {
            entities.createNativeQuery("update learner set email = ?2 where id = ?1")
                .setParameter(1, stays.id())
                .setParameter(2, goes.email())
                .executeUpdate();
        }
        // whoever had become the record that goes is the one that stays now
        entities.createNativeQuery("update learner set merged_into = ?2 where merged_into = ?1")
            .setParameter(1, goes.id())
            .setParameter(2, stays.id())
            .executeUpdate();
        entities.createNativeQuery("select count(*) from move_rows_of_learner(?1, ?2)")
            .setParameter(1, goes.id())
            .setParameter(2, stays.id())
            .getSingleResult();
        settle(stays.id());
        keepMessages(stays.id(), goes.id());
        endCustody(stays.id(), stays.birthDate() == null ? goes.birthDate() : stays.birthDate());
        entities.clear();
    }

    /** An adult learner who signed in as the other record signs in as this one and reads what was written to it. */
    private void keepMessages(UUID stays, UUID goes) {
        entities.createNativeQuery("update guardian_message set recipient_id = ?2 where recipient_id = ?1")
            .setParameter(1, goes)
            .setParameter(2, stays)
            .executeUpdate();
        entities.createNativeQuery("update mail set person_id = ?2 where person_id = ?1")
            .setParameter(1, goes)
            .setParameter(2, stays)
            .executeUpdate();
    }

    /** What one record did not know, that the learner is of age or when, ends the guardianships of the other. */
    private void endCustody(UUID stays, @Nullable LocalDate born) {
        String last = born == null ? null : Majority.lastDayBefore(born).toString();
        entities.createNativeQuery("""
                delete from guardianship h using today t where h.learner_id = ?1 and h.valid_from >= t.day
                 and h.valid_from > {last}""".replace("{last}", LAST_OF_CUSTODY))
            .setParameter(1, stays)
            .setParameter(2, last)
            .executeUpdate();
        entities.createNativeQuery("""
                update guardianship h set valid_to = greatest(h.valid_from, {last}) from today t
                where h.learner_id = ?1 and {last} is not null
                 and (h.valid_to is null or h.valid_to > greatest(h.valid_from, {last}))"""
            .replace("{last}", LAST_OF_CUSTODY))
            .setParameter(1, stays)
            .setParameter(2, last)
            .executeUpdate();
    }

    /** Where the learner is now: the class that began last; another that went on ends the day before. */
    private void settle(UUID stays) {
        entities.createNativeQuery("""
                update learner l set latest_enrolment_id = (select e.id from enrolment e where e.learner_id = l.id
                  order by e.valid_from desc, (e.id = l.latest_enrolment_id) desc, e.id desc limit 1)
                where l.id = ?1""").setParameter(1, stays).executeUpdate();
        entities.createNativeQuery("""
                update enrolment e set valid_to = greatest(e.valid_from, n.valid_from - 1),
                  outcome = case when n.school_id <> e.school_id then 'TRANSFERRED' end
                from learner l join enrolment n on n.id = l.latest_enrolment_id
                where l.id = ?1 and e.learner_id = l.id and e.id <> n.id and e.valid_to is null""")
            .setParameter(1, stays)
            .executeUpdate();
    }

    /** Both codes find the child afterwards: the one that is there stays the present one. */
    private void keepCode(Learner stays, Learner goes) {
        SchemaName here = Objects.requireNonNull(TenantScope.current());
        PersonalCode code = goes.personalCode(vault, here).orElse(null);
        if (code == null) {
            return;
        }
        entities.createNativeQuery("update learner set personal_code = null, personal_code_index = null where id = ?1")
            .setParameter(1, goes.id())
            .executeUpdate();
        if (stays.personalCode(vault, here).isEmpty()) {
            entities
                .createNativeQuery("update learner set personal_code = ?2, personal_code_index = ?3 where id = ?1")
                .setParameter(1, stays.id())
                .setParameter(2, vault.encrypt(code, here, stays.id()))
                .setParameter(3, vault.index(code, here))
                .executeUpdate();
            return;
        }
        UUID key = Ids.next();
        entities.createNativeQuery("""
                insert into former_personal_code (id, learner_id, personal_code, personal_code_index, valid_to)
                select ?1, ?2, ?3, ?4, t.day from today t""")
            .setParameter(1, key)
            .setParameter(2, stays.id())
            .setParameter(3, vault.encrypt(code, here, key))
            .setParameter(4, vault.index(code, here))
            .executeUpdate();
    }
}
