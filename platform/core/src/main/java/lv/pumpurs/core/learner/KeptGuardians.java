package lv.pumpurs.core.learner;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.personaldata.KeptRows;
import lv.pumpurs.spi.PersonalData;

/**
 * Who stood for a learner. Parents may live apart, so a file names nobody but its reader. Whoever stands for nobody
 * else goes with the learner; for whoever does, that they stood for this one goes.
 */
@Dependent
public class KeptGuardians implements PersonalData {

    private static final String OF_LEARNER = """
            select case when g.id = {reader} then g.given_name || ' ' || g.family_name end as guardian_id, h.relation,
                   h.valid_from, h.valid_to
            from guardianship h join guardian g on g.id = h.guardian_id
            where h.learner_id = any {keys} order by h.valid_from, h.id""";

    private static final String SELF = """
            select g.given_name, g.family_name, g.email, g.phone from guardian g where g.id = any {keys}""";

    private static final String REPRESENTED = """
            select count(*) from guardianship h where h.guardian_id = any {keys}""";

    private static final String NOBODYS = """
            delete from guardian g where g.id = any {keys}
             and not exists (select 1 from guardianship h where h.guardian_id = g.id)""";

    private final KeptRows rows;

    /**
     * On the bound tenant.
     *
     * @param entities of the transaction
     */
    @Inject
    public KeptGuardians(EntityManager entities) {
        this.rows = new KeptRows(entities);
    }

    @Override
    public Set<String> tables() {
        return Set.of("guardian", "guardianship");
    }

    @Override
    public List<Section> of(Subject subject, UUID reader) {
        return switch (subject.kind()) {
            case LEARNER -> KeptRows.filled(rows.section("guardianship", OF_LEARNER,
                    Map.of("relation", "audit.relation."), subject, reader));
            case GUARDIAN -> KeptRows.filled(rows.section("guardian", SELF, Map.of(), subject, reader),
                    rows.withheld("guardianship", REPRESENTED, subject));
            case STAFF -> List.of();
        };
    }

    @Override
    public int anonymise(Subject subject) {
        return switch (subject.kind()) {
            case LEARNER -> rows.change(subject, "delete from guardianship where learner_id = any {keys}");
            case GUARDIAN -> rows.change(subject, NOBODYS);
            case STAFF -> 0;
        };
    }

    @Override
    public int expire(Subject subject, LocalDate before) {
        return subject.kind() == Kind.LEARNER
                ? rows.change(subject, before,
                        "delete from guardianship where learner_id = any {keys} and valid_to < {before}")
                : 0;
    }
}
