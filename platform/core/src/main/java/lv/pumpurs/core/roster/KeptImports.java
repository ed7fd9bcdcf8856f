package lv.pumpurs.core.roster;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.personaldata.KeptRows;
import lv.pumpurs.spi.PersonalData;

/**
 * Rows of files on their way in, which hold names before anybody knows whose. A file of a school where the learner has
 * been is put away; it is at hand with whoever uploaded it.
 */
@Dependent
public class KeptImports implements PersonalData {

    private static final String PUT_AWAY = """
            delete from roster_import i where i.state not in ('APPLIED', 'APPLYING')
             and (i.school_id in (select e.school_id from enrolment e where e.learner_id = any {keys})
                  or exists (select 1 from roster_line l where l.import_id = i.id and l.learner_id = any {keys}))""";

    private static final String PUT_AWAY_GUARDIANS = """
            delete from roster_import i where i.state not in ('APPLIED', 'APPLYING')
             and exists (select 1 from roster_guardian x where x.import_id = i.id and x.guardian_id = any {keys})""";

    private static final String CUSTODY = "delete from imported_guardianship where learner_id = any {keys}";

    private static final String GUARDIAN_KEYS = "delete from imported_guardian_key where guardian_id = any {keys}";

    private static final String GUARDIANS = "delete from imported_guardian where guardian_id = any {keys}";

    private final KeptRows rows;

    /**
     * On the bound tenant.
     *
     * @param entities of the transaction
     */
    @Inject
    public KeptImports(EntityManager entities) {
        this.rows = new KeptRows(entities);
    }

    @Override
    public Set<String> tables() {
        return Set.of("roster_line", "roster_gone", "roster_row", "roster_guardian", "imported_guardian",
                "imported_guardian_key", "imported_guardianship");
    }

    /** What is staged is not yet kept of anybody; what an import wrote stands in the guardian's own row. */
    @Override
    public List<Section> of(Subject subject, UUID reader) {
        return List.of();
    }

    @Override
    public int anonymise(Subject subject) {
        return switch (subject.kind()) {
            case LEARNER -> rows.change(subject, PUT_AWAY, CUSTODY);
            case GUARDIAN -> rows.change(subject, PUT_AWAY_GUARDIANS, GUARDIAN_KEYS, GUARDIANS);
            case STAFF -> 0;
        };
    }

    @Override
    public int expire(Subject subject, LocalDate before) {
        return 0;
    }
}
