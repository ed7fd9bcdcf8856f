package lv.pumpurs.core.roster;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import lv.pumpurs.spi.Refused;

/**
 * Writes the guardians of a checked import, by a few statements for thousands of rows: new people, changes of those whom
 * an import brought and nobody has touched, and guardianships that begin. It ends none, and invites nobody.
 */
final class GuardianApply {

    /** Still as the last import wrote it. */
    private static final String UNTOUCHED = """
            g.given_name = i.given_name and g.family_name = i.family_name and g.email is not distinct from i.email
            and g.phone is not distinct from i.phone""";

    private final EntityManager entities;
    private final RosterImport one;

    GuardianApply(EntityManager entities, RosterImport one) {
        this.entities = entities;
        this.one = one;
    }

    /**
     * Each row of the import looks by an index for what may stand in its way: the database knows nothing yet of rows that
     * came a moment ago, and would join many of them with many.
     * Refuses if somebody has come, was invited, or has begun or ceased to stand for a learner since the check.
     */
    void begin() {
        stale("join guardian g on g.id = x.guardian_id", "x.act = 'NEW'");
        stale("join account a on a.email = x.email and a.person_id <> x.guardian_id", "x.act = 'NEW'");
        String otherAddress = "x.act = 'CHANGED' and x.email is distinct from g.email";
        stale("join guardian g on g.id = x.guardian_id join account a on a.email = x.email and a.person_id <> g.id",
                otherAddress);
        stale("join guardian g on g.id = x.guardian_id join invitation v on v.id = g.id", otherAddress);
        stale("join guardianship h on h.learner_id = x.child_id join guardian g on g.id = h.guardian_id", """
                x.custody_id is not null and (g.id = x.guardian_id or (x.source_id is null
                  and lower(g.given_name || ' ' || g.family_name) = lower(x.given_name || ' ' || x.family_name)))""");
        stale("join imported_guardianship m on m.learner_id = x.child_id and m.guardian_id = x.guardian_id",
                "x.custody_id is not null");
    }

    private void stale(String joined, String where) {
        long found = ((Number) query("select count(*) from roster_guardian x " + joined + " where x.import_id = ?1 and "
                + where)
            .getSingleResult()).longValue();
        if (found > 0) {
            throw new Refused(RosterProblem.STALE);
        }
    }

    /**
     * Writes the guardians of some rows; their learners are written already.
     *
     * @param after number of the last row before them
     */
    void write(int after) {
        all("NEW", after, rows("""
                insert into guardian (id, email, given_name, family_name, phone)
                select guardian_id, email, given_name, family_name, phone
                from roster_guardian where import_id = ?1 and row_no > ?2 and row_no <= ?3 and act = 'NEW'
                on conflict do nothing""", after));
        all("CHANGED", after, rows("""
                update guardian g set given_name = x.given_name, family_name = x.family_name, email = x.email,
                  phone = x.phone
                from roster_guardian x join imported_guardian i on i.guardian_id = x.guardian_id
                where x.import_id = ?1 and x.row_no > ?2 and x.row_no <= ?3 and x.act = 'CHANGED'
                  and g.id = x.guardian_id and {untouched}""".replace("{untouched}", UNTOUCHED), after));
        rows("""
                insert into imported_guardian (guardian_id, given_name, family_name, email, phone)
                select guardian_id, given_name, family_name, email, phone
                from roster_guardian where import_id = ?1 and row_no > ?2 and row_no <= ?3 and act in ('NEW', 'CHANGED')
                on conflict (guardian_id) do update set given_name = excluded.given_name,
                  family_name = excluded.family_name, email = excluded.email, phone = excluded.phone""", after);
        // a key that is a keyed hash of a personal code serves within the file only
        query("""
                insert into imported_guardian_key (school_id, source_id, guardian_id)
                select ?4, source_id, guardian_id from roster_guardian
                where import_id = ?1 and row_no > ?2 and row_no <= ?3 and act <> 'LEFT' and source_id not like '#%'
                order by row_no, nth on conflict do nothing""").setParameter(2, after)
            .setParameter(3, after + RosterApply.CHUNK)
            .setParameter(4, one.school().id())
            .executeUpdate();
        rows("""
                insert into guardianship (id, guardian_id, learner_id, relation, valid_from, valid_to)
                select custody_id, guardian_id, child_id, relation, custody_from, custody_to from roster_guardian
                where import_id = ?1 and row_no > ?2 and row_no <= ?3 and custody_id is not null""", after);
        rows("""
                insert into imported_guardianship (guardian_id, learner_id)
                select guardian_id, child_id from roster_guardian
                where import_id = ?1 and row_no > ?2 and row_no <= ?3 and custody_id is not null""", after);
    }

    private void all(String act, int after, int written) {
        int expected = ((Number) query("select count(*) from roster_guardian where import_id = ?1 and row_no > ?2"
                + " and row_no <= ?3 and act = ?4")
            .setParameter(2, after)
            .setParameter(3, after + RosterApply.CHUNK)
            .setParameter(4, act)
            .getSingleResult()).intValue();
        if (written != expected) {
            throw new Refused(RosterProblem.STALE);
        }
    }

    private int rows(String sql, int after) {
        return query(sql).setParameter(2, after).setParameter(3, after + RosterApply.CHUNK).executeUpdate();
    }

    private Query query(String sql) {
        return entities.createNativeQuery(sql).setParameter(1, one.id());
    }
}
