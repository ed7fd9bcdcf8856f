package lv.pumpurs.core.privacy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.personaldata.KeptRows;
import lv.pumpurs.spi.PersonalData;

/** Why somebody's data had to be kept; that they were forgotten stays on record by the key of rows that tell nobody. */
@Dependent
public class KeptHolds implements PersonalData {

    /** Why may be somebody else's matter, of a court for instance. */
    private static final String HOLDS = "select count(*) from legal_hold h where h.learner_id = any {keys}";

    private static final String FORGET = """
            update legal_hold h set reason = 'anonimizēts'
            where h.learner_id = any {keys} and h.lifted_on is not null and h.reason <> 'anonimizēts'""";

    private final KeptRows rows;

    /**
     * On the bound tenant.
     *
     * @param entities of the transaction
     */
    @Inject
    public KeptHolds(EntityManager entities) {
        this.rows = new KeptRows(entities);
    }

    @Override
    public Set<String> tables() {
        return Set.of("legal_hold", "privacy_act");
    }

    @Override
    public List<Section> of(Subject subject, UUID reader) {
        return subject.kind() == Kind.LEARNER
                ? KeptRows.filled(rows.withheld("legal_hold", HOLDS, subject))
                : List.of();
    }

    @Override
    public int anonymise(Subject subject) {
        return subject.kind() == Kind.LEARNER ? rows.change(subject, FORGET) : 0;
    }

    @Override
    public int expire(Subject subject, LocalDate before) {
        return subject.kind() == Kind.LEARNER
                ? rows.change(subject, before, FORGET + " and h.lifted_on < {before}")
                : 0;
    }
}
