package lv.pumpurs.core.roster;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import lv.pumpurs.spi.Refused;

/**
 * Writes a checked import: everything in the one transaction of the caller, by a few statements for thousands of rows.
 * It knows learners and their enrolments, and leaves guardians to {@link GuardianApply}; rights are not among them. What
 * has changed since the check stops it, so that nobody's work is overwritten.
 */
final class RosterApply {

    /** So many rows at a time, to tell how far it is and to stay far below the limit of time for a statement. */
    static final int CHUNK = 5_000;

    private final EntityManager entities;
    private final RosterImport one;
    private final GuardianApply guardians;

    RosterApply(EntityManager entities, RosterImport one) {
        this.entities = entities;
        this.one = one;
        this.guardians = new GuardianApply(entities, one);
    }

    /** One import of a school at a time; refuses if there is a serious problem, or somebody came in between. */
    void begin() {
        entities.createNativeQuery("select 1 from school where id = ?1 for update")
            .setParameter(1, one.school().id())
            .getResultList();
        refuseIf(RosterProblem.HAS_PROBLEMS, query("""
                select count(*) from roster_finding where import_id = ?1 and serious"""));
        refuseIf(RosterProblem.STALE, query("""
                select count(*) from roster_line x where x.import_id = ?1 and x.act = 'NEW' and (
                  exists (select 1 from learner l where l.personal_code_index = x.personal_code_index)
                  or exists (select 1 from former_personal_code f where f.personal_code_index = x.personal_code_index)
                  or exists (select 1 from learner l join enrolment e on e.id = l.latest_enrolment_id
                             where l.search_name = x.search_name and l.birth_date = x.birth_date
                               and e.school_id = ?2
                               and (l.personal_code_index is null or x.personal_code_index is null)))""")
            .setParameter(2, one.school().id()));
        refuseIf(RosterProblem.STALE, query("""
                select count(*) from roster_line x where x.import_id = ?1 and x.act <> 'NEW'
                  and not exists (select 1 from learner l where l.id = x.learner_id and l.version = x.learner_version)
                """));
        guardians.begin();
    }

    private static void refuseIf(RosterProblem problem, Query count) {
        if (((Number) count.getSingleResult()).longValue() > 0) {
            throw new Refused(problem);
        }
    }

    /**
     * Writes some rows.
     *
     * @param after number of the last row before them
     */
    void write(int after) {
        rows("""
                insert into learner (id, given_name, family_name, search_name, birth_date, personal_code,
                  personal_code_index, latest_enrolment_id, version)
                select learner_id, given_name, family_name, search_name, birth_date, personal_code,
                  personal_code_index, next_id, 1
                from roster_line where import_id = ?1 and row_no > ?2 and row_no <= ?3 and act = 'NEW'""", after);
        int expected = ((Number) query("select count(*) from roster_line where import_id = ?1 and row_no > ?2"
                + " and row_no <= ?3 and act = 'CHANGED'")
            .setParameter(2, after)
            .setParameter(3, after + CHUNK)
            .getSingleResult()).intValue();
        int changed = rows("""
                update learner l set given_name = x.given_name, family_name = x.family_name,
                  search_name = x.search_name, birth_date = coalesce(x.birth_date, l.birth_date),
                  personal_code = coalesce(x.personal_code, l.personal_code),
                  personal_code_index = coalesce(x.personal_code_index, l.personal_code_index),
                  latest_enrolment_id = coalesce(x.next_id, l.latest_enrolment_id), version = l.version + 1
                from roster_line x where x.import_id = ?1 and x.row_no > ?2 and x.row_no <= ?3 and x.act = 'CHANGED'
                  and l.id = x.learner_id and l.version = x.learner_version""", after);
        if (changed != expected) {
            throw new Refused(RosterProblem.STALE);
        }
        rows("""
                update enrolment e set valid_to = coalesce(x.previous_to, e.valid_to),
                  outcome = coalesce(x.previous_outcome, e.outcome),
                  class_name = case when x.corrected then x.class_name else e.class_name end,
                  grade = case when x.corrected then x.grade else e.grade end,
                  vocational = case when x.corrected then x.vocational else e.vocational end
                from roster_line x where x.import_id = ?1 and x.row_no > ?2 and x.row_no <= ?3 and x.act = 'CHANGED'
                  and e.id = x.previous_id and (x.corrected or x.previous_to is not null)""", after);
        entities.createNativeQuery("""
                insert into enrolment (id, learner_id, school_id, school_year, class_name, grade, vocational, valid_from)
                select next_id, learner_id, ?4, ?5, class_name, grade, vocational, next_from
                from roster_line where import_id = ?1 and row_no > ?2 and row_no <= ?3 and next_id is not null""")
            .setParameter(1, one.id())
            .setParameter(2, after)
            .setParameter(3, after + CHUNK)
            .setParameter(4, one.school().id())
            .setParameter(5, one.schoolYear())
            .executeUpdate();
        guardians.write(after);
    }

    private int rows(String sql, int after) {
        return query(sql).setParameter(2, after).setParameter(3, after + CHUNK).executeUpdate();
    }

    private Query query(String sql) {
        return entities.createNativeQuery(sql).setParameter(1, one.id());
    }

    /**
     * Ends the enrolment of learners who are not in the file, of those only who were ticked; then forgets the staged rows.
     *
     * @param ticked keys of learners; who is not among those listed as gone counts as stale
     * @param lastDay last day in the class
     */
    void end(Collection<UUID> ticked, LocalDate lastDay) {
        List<String> keys = ticked.stream().distinct().map(UUID::toString).toList();
        int ended = query("""
                update enrolment e set valid_to = greatest(cast(?3 as date), e.valid_from), outcome = 'LEFT'
                from roster_gone g, learner l where g.import_id = ?1 and e.id = g.enrolment_id and e.valid_to is null
                  and l.id = g.learner_id and l.version = g.learner_version
                  and g.learner_id in (select cast(v.value as uuid) from jsonb_array_elements_text(cast(?2 as jsonb)) v)
                """).setParameter(2, JsonTexts.of(keys)).setParameter(3, lastDay.toString()).executeUpdate();
        if (ended != keys.size()) {
            throw new Refused(RosterProblem.STALE);
        }
        query("update roster_import set state = 'APPLIED', done = total, ended = ?2, failure = null, header = '[]',"
                + " mapping = null where id = ?1")
            .setParameter(2, ended)
            .executeUpdate();
        for (String table : List.of("roster_row", "roster_line", "roster_guardian", "roster_gone", "roster_finding")) {
            query("delete from " + table + " where import_id = ?1").executeUpdate();
        }
    }

    int lastRow() {
        return ((Number) query("select coalesce(max(row_no), 0) from roster_line where import_id = ?1")
            .getSingleResult()).intValue();
    }
}
