package lv.pumpurs.core.learnercode;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lv.pumpurs.core.learner.Learner;
import lv.pumpurs.core.learner.Learners;
import lv.pumpurs.core.learnercode.CodeView.Former;
import lv.pumpurs.core.personalcode.PersonalCode;
import lv.pumpurs.core.personalcode.PersonalCodeVault;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.core.tenancy.TenantScope;
import lv.pumpurs.spi.Ids;
import org.jspecify.annotations.Nullable;

/** The personal codes of learners: each finds its learner, the present one and those before it. */
@Dependent
public class LearnerCodes {

    private final EntityManager entities;
    private final Learners learners;
    private final PersonalCodeVault vault;

    /**
     * On the bound tenant.
     *
     * @param entities of the request
     * @param learners whose codes
     * @param vault keys of personal codes
     */
    @Inject
    public LearnerCodes(EntityManager entities, Learners learners, PersonalCodeVault vault) {
        this.entities = entities;
        this.learners = learners;
        this.vault = vault;
    }

    /** The present code; showing all of it is an audited act. */
    @Nullable
    PersonalCode present(Learner learner) {
        return learner.personalCode(vault, here()).orElse(null);
    }

    /** The codes before the present one, the latest first. */
    List<Former> former(UUID learner) {
        List<?> rows = entities.createNativeQuery("""
                select id, personal_code, valid_to from former_personal_code where learner_id = ?1
                order by valid_to desc, id desc""").setParameter(1, learner).getResultList();
        return rows.stream()
            .map(Object[].class::cast)
            .map(row -> new Former(vault.decrypt((byte[]) row[1], here(), (UUID) row[0]).masked(),
                    ((Date) row[2]).toLocalDate()))
            .toList();
    }

    /**
     * Another code from today on; the one until now stays in the history.
     *
     * @param learner whose
     * @param code the code
     * @param today the day
     */
    public void replace(Learner learner, PersonalCode code, LocalDate today) {
        PersonalCode before = present(learner);
        if (code.equals(before)) {
            return;
        }
        CodeProblem.TAKEN.unless(learners.withPersonalCode(vault.index(code, here()))
            .filter(other -> !other.id().equals(learner.id()))
            .isEmpty());
        if (before != null) {
            UUID key = Ids.next();
            entities.createNativeQuery("""
                    insert into former_personal_code (id, learner_id, personal_code, personal_code_index, valid_to)
                    values (?1, ?2, ?3, ?4, cast(?5 as date))
                    on conflict (personal_code_index) do update set valid_to = excluded.valid_to""")
                .setParameter(1, key)
                .setParameter(2, learner.id())
                .setParameter(3, vault.encrypt(before, here(), key))
                .setParameter(4, vault.index(before, here()))
                .setParameter(5, today.toString())
                .executeUpdate();
        }
        learner.identify(code, vault, here());
    }

    private static SchemaName here() {
        return Objects.requireNonNull(TenantScope.current());
    }
}
