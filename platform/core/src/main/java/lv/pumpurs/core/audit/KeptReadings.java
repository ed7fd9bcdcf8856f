package lv.pumpurs.core.audit;

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

/** Who opened a learner's file, day by day; of the family only that it was somebody of it. */
@Dependent
public class KeptReadings implements PersonalData {

    private static final String DAYS = """
            select r.day as at, coalesce(t.given_name || ' ' || t.family_name, o.person_name) as person, r.pages
            from (select cast(q.at at time zone 'Europe/Riga' as date) as day,
                    case when not q.roles <@ cast(array['GUARDIAN', 'LEARNER'] as text[]) then q.person end as person,
                    count(*) as pages
                  from shown_reader q where q.learner_id = any {keys} group by 1, 2) r
            left join staff t on t.id = r.person left join operator_entry o on o.id = r.person
            order by r.day, r.person""";

    private final KeptRows rows;

    /**
     * On the bound tenant.
     *
     * @param entities of the transaction
     */
    @Inject
    public KeptReadings(EntityManager entities) {
        this.rows = new KeptRows(entities);
    }

    @Override
    public Set<String> tables() {
        return Set.of("read_log");
    }

    @Override
    public List<Section> of(Subject subject, UUID reader) {
        return subject.kind() == Kind.LEARNER
                ? KeptRows.filled(rows.section("read_log", DAYS, Map.of(), subject, reader))
                : List.of();
    }

    /** The log is the database's: it forgets by itself what it is asked to, and nothing else. */
    @Override
    public int anonymise(Subject subject) {
        return subject.kind() == Kind.LEARNER
                ? rows.asked("select forget_readings({keys})", subject)
                : 0;
    }

    @Override
    public int expire(Subject subject, LocalDate before) {
        return 0;
    }
}
