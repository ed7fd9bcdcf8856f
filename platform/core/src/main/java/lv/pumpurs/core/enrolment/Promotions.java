package lv.pumpurs.core.enrolment;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.pumpurs.core.enrolment.PromoteClasses.Step;
import lv.pumpurs.core.enrolment.PromotionView.ClassLine;
import lv.pumpurs.core.enrolment.PromotionView.LearnerLine;
import lv.pumpurs.core.enrolment.PromotionView.Placed;
import lv.pumpurs.core.learner.ClassPlace;
import lv.pumpurs.core.school.School;
import lv.pumpurs.core.schoolyear.SchoolYear;
import lv.pumpurs.spi.Ids;

/**
 * The classes of a school at the end of a school year. However many learners there are, reading them is one statement
 * and moving all of them four.
 */
@Dependent
public class Promotions {

    private static final String STILL_THERE = """
            select e.id, l.id, l.given_name || ' ' || l.family_name, e.class_name, e.grade, e.vocational
            from enrolment e join learner l on l.latest_enrolment_id = e.id
            where e.school_id = ?1 and e.school_year = ?2 and e.valid_to is null
            order by e.vocational, e.grade, e.class_name, l.family_name, l.given_name, l.id""";

    private final EntityManager entities;

    /**
     * The collection.
     *
     * @param entities bound to a tenant
     */
    @Inject
    public Promotions(EntityManager entities) {
        this.entities = entities;
    }

    /** The classes of a school year with whoever has not been moved on, or left, yet. */
    List<ClassLine> classes(School school, SchoolYear year) {
        Map<ClassPlace, List<LearnerLine>> classes = new LinkedHashMap<>();
        for (Object[] row : stillThere(school.id(), year.code(), "")) {
            ClassPlace place = place(row);
            classes.computeIfAbsent(place, unknown -> new ArrayList<>())
                .add(new LearnerLine((UUID) row[0], (UUID) row[1], (String) row[2],
                        Proposal.of(place, school.lastGrade())));
        }
        return classes.entrySet()
            .stream()
            .map(one -> new ClassLine(one.getKey(), List.copyOf(one.getValue())))
            .toList();
    }

    /** Whoever was in a class of the school in a year and has a place in a later one; of another school no class. */
    List<Placed> placed(UUID schoolId, String year) {
        List<?> rows = entities.createNativeQuery("""
                select l.id, l.given_name || ' ' || l.family_name,
                       case when n.school_id = ?1 then n.class_name end
                from learner l join enrolment n on n.id = l.latest_enrolment_id
                where n.school_year collate "C" > ?2
                  and exists (select 1 from enrolment e
                              where e.learner_id = l.id and e.school_id = ?1 and e.school_year = ?2)
                order by l.family_name, l.given_name, l.id""")
            .setParameter(1, schoolId)
            .setParameter(2, year)
            .getResultList();
        return rows.stream()
            .map(Object[].class::cast)
            .map(row -> new Placed((UUID) row[0], (String) row[1], (String) row[2]))
            .toList();
    }

    /**
     * Moves everybody who is named and still in the year that ends; whoever is not there any more is left alone. All in
     * the transaction of the caller.
     *
     * @param school the school
     * @param year the year that ends
     * @param next the one after it
     * @param steps where each goes
     * @return how many were moved
     */
    int move(School school, SchoolYear year, SchoolYear next, List<Step> steps) {
        // one promotion of a school at a time; an import of its roster waits at the same place
        entities.createNativeQuery("select 1 from school where id = ?1 for update")
            .setParameter(1, school.id())
            .getResultList();
        Map<UUID, Object[]> there = new LinkedHashMap<>();
        stillThere(school.id(), year.code(), " for update").forEach(row -> there.put((UUID) row[0], row));
        JsonArrayBuilder moved = Json.createArrayBuilder();
        int count = 0;
        for (Step step : steps) {
            Object[] row = there.remove(step.enrolment());
            if (row != null) {
                moved.add(moved(row, step, school, new Days(year, next)));
                count++;
            }
        }
        if (count > 0) {
            write(moved.build().toString(), school.id(), next);
        }
        return count;
    }

    private record Days(SchoolYear year, SchoolYear next) {

        LocalDate lastDay(boolean goesOn) {
            return goesOn ? next.startsOn().minusDays(1) : year.endsOn();
        }
    }

    private static JsonObjectBuilder moved(Object[] row, Step step, School school, Days days) {
        ClassPlace from = place(row);
        Move move = step.move();
        PromotionProblem.NO_GRADE.unless(move.isPossible(from));
        var grade = move.grade(from);
        JsonObjectBuilder json = Json.createObjectBuilder()
            .add("previous", row[0].toString())
            .add("learner", row[1].toString())
            .add("outcome", move.outcome(from).name())
            .add("last_day", days.lastDay(grade.isPresent()).toString());
        grade.ifPresent(next -> json.add("next", Ids.next().toString())
            .add("grade", next)
            .add("vocational", from.vocational())
            .add("class_name", Proposal.of(from, school.lastGrade()).className(move, step.className(), from)));
        return json;
    }

    private void write(String moved, UUID schoolId, SchoolYear next) {
        entities.createNativeQuery("""
                update enrolment e set valid_to = greatest(m.last_day, e.valid_from), outcome = m.outcome
                from jsonb_to_recordset(cast(?1 as jsonb)) as m(previous uuid, outcome text, last_day date)
                where e.id = m.previous""").setParameter(1, moved).executeUpdate();
        entities.createNativeQuery("""
                insert into enrolment (id, learner_id, school_id, school_year, class_name, grade, vocational, valid_from)
                select m.next, m.learner, ?2, ?3, m.class_name, m.grade, m.vocational, cast(?4 as date)
                from jsonb_to_recordset(cast(?1 as jsonb)) as m(next uuid, learner uuid, class_name text, grade integer,
                  vocational boolean)
                where m.next is not null""")
            .setParameter(1, moved)
            .setParameter(2, schoolId)
            .setParameter(3, next.code())
            .setParameter(4, next.startsOn().toString())
            .executeUpdate();
        // the version too: who has read the learner before has read another class
        entities.createNativeQuery("""
                update learner l set latest_enrolment_id = coalesce(m.next, l.latest_enrolment_id),
                  version = l.version + 1
                from jsonb_to_recordset(cast(?1 as jsonb)) as m(learner uuid, next uuid)
                where l.id = m.learner""").setParameter(1, moved).executeUpdate();
    }

    private List<Object[]> stillThere(UUID schoolId, String year, String lock) {
        List<?> rows = entities.createNativeQuery(STILL_THERE + lock)
            .setParameter(1, schoolId)
            .setParameter(2, year)
            .getResultList();
        return rows.stream().map(Object[].class::cast).toList();
    }

    private static ClassPlace place(Object[] row) {
        return new ClassPlace((String) row[3], ((Number) row[4]).intValue(), (Boolean) row[5]);
    }
}
