package lv.pumpurs.core.learner;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import lv.pumpurs.core.identity.InScope;
import lv.pumpurs.core.tenancy.RowCursor;
import lv.pumpurs.spi.Role;

/**
 * The learners of a tenant. Reading for a person always names the person and the roles that hold the permission: scope
 * is part of the query, so a learner out of reach and one who does not exist look the same.
 */
@Dependent
public class Learners {

    /** A page is never longer than this. */
    public static final int LONGEST_PAGE = 200;

    private final EntityManager entities;

    /**
     * The collection.
     *
     * @param entities bound to a tenant
     */
    @Inject
    public Learners(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * One page of the learners that a person reaches, in two statements.
     *
     * @param filter which of them
     * @param sort in what order
     * @param page number of the page, from 1
     * @param size how many a page has, at most {@value #LONGEST_PAGE}
     * @param reader who asks
     * @return the page, empty beyond the last one
     */
    public LearnerPage page(LearnerFilter filter, LearnerSort sort, int page, int size, Reader reader) {
        int number = Math.max(1, page);
        int length = Math.clamp(size, 1, LONGEST_PAGE);
        var query = new LearnerQuery(filter, reader);
        long total = ((Number) query.in(entities, query.count()).getSingleResult()).longValue();
        long skipped = (number - 1L) * length;
        if (skipped >= total) {
            return new LearnerPage(List.of(), total, number, length);
        }
        List<?> rows = query.page(entities, sort, skipped, length).getResultList();
        return new LearnerPage(rows.stream().map(row -> row((Object[]) row)).toList(), total, number, length);
    }

    /**
     * Every learner of a list, one by one, in one statement.
     *
     * @param filter which of them
     * @param sort in what order
     * @param reader who asks
     * @param each takes one after the other
     */
    public void each(LearnerFilter filter, LearnerSort sort, Reader reader, Consumer<LearnerRow> each) {
        var query = new LearnerQuery(filter, reader);
        RowCursor.each(query.in(entities, query.rows(sort)), rows -> rows.forEach(one -> each.accept(row(one))));
    }

    /**
     * A learner whom a person reaches.
     *
     * @param id the learner
     * @param personId the reader
     * @param roles the reader's roles that may read learners
     * @return empty if there is no such learner, or the reader does not reach it
     */
    public Optional<Learner> find(UUID id, UUID personId, Set<Role> roles) {
        List<?> inScope = entities
            .createNativeQuery("select l.id from learner l where l.id = ?2 and l.merged_into is null"
                    + " and l.anonymised_on is null and "
                    + InScope.learner("l.id", "?1", roles))
            .setParameter(1, personId)
            .setParameter(2, id)
            .getResultList();
        return inScope.isEmpty() ? Optional.empty() : Optional.ofNullable(entities.find(Learner.class, id));
    }

    /**
     * Records that look like the same child: the same folded name, and no other day of birth.
     *
     * @param id the child
     * @param personId the reader
     * @param roles the reader's roles that may merge records
     * @return the first few of those in reach
     */
    public List<LearnerDouble> doubles(UUID id, UUID personId, Set<Role> roles) {
        List<?> rows = entities.createNativeQuery("""
                select l.id, l.given_name || ' ' || l.family_name, l.birth_date, s.name, e.class_name
                from learner o join learner l on l.search_name = o.search_name and l.id <> o.id
                join enrolment e on e.id = l.latest_enrolment_id join school s on s.id = e.school_id
                where o.id = ?2 and l.merged_into is null
                 and (l.birth_date = o.birth_date or l.birth_date is null or o.birth_date is null) and\s"""
                + InScope.learner("l.id", "?1", roles) + " order by l.birth_date nulls last, l.id limit 10")
            .setParameter(1, personId)
            .setParameter(2, id)
            .getResultList();
        return rows.stream()
            .map(Object[].class::cast)
            .map(row -> new LearnerDouble((UUID) row[0], (String) row[1],
                    row[2] == null ? null : ((java.sql.Date) row[2]).toLocalDate(), (String) row[3],
                    (String) row[4]))
            .toList();
    }

    /**
     * The record that a record has become.
     *
     * @param id a learner's key
     * @return empty if it is still a record of its own, or none
     */
    public Optional<UUID> mergedInto(UUID id) {
        List<?> rows = entities
            .createNativeQuery("select l.merged_into from learner l where l.id = ?1 and l.merged_into is not null")
            .setParameter(1, id)
            .getResultList();
        return rows.stream().map(UUID.class::cast).findFirst();
    }

    /**
     * The learner of a personal code, of the present one or of one before, wherever in the tenant; for imports, not for a person's reading.
     *
     * @param index the code's keyed hash in this tenant
     * @return the learner, if there is one
     */
    public Optional<Learner> withPersonalCode(byte[] index) {
        List<?> found = entities.createNativeQuery("""
                select l.* from learner l where l.personal_code_index = ?1
                 or l.id in (select f.learner_id from former_personal_code f where f.personal_code_index = ?1)""",
                Learner.class)
            .setParameter(1, index)
            .getResultList();
        return found.stream().map(Learner.class::cast).findFirst();
    }

    /**
     * The classes that have learners now, for the filter of a list.
     *
     * @param reader who asks: a class without a learner in reach would narrow the list to nothing
     * @return names, by grade
     */
    public List<String> classNames(Reader reader) {
        List<?> rows = entities
            .createNativeQuery(
                    "select e.class_name from learner l join enrolment e on e.id = l.latest_enrolment_id where "
                            + InScope.learner("l.id", "?1", reader.ofLearners())
                            + " group by e.grade, e.class_name order by e.grade, e.class_name")
            .setParameter(1, reader.personId())
            .getResultList();
        return rows.stream().map(String.class::cast).distinct().toList();
    }

    /**
     * Adds a learner.
     *
     * @param learner the learner, with the first class
     */
    public void add(Learner learner) {
        entities.persist(learner);
    }

    /** Writes down what was done so far: what follows may read it. */
    void write() {
        entities.flush();
    }

    /**
     * Adds a guardian.
     *
     * @param guardian the guardian, with the learners the person stands for
     */
    public void add(Guardian guardian) {
        entities.persist(guardian);
    }

    private static LearnerRow row(Object[] row) {
        var plan = (String) row[7];
        var parts = plan == null ? new String[]{null, null} : plan.split(" ", 2);
        return new LearnerRow((UUID) row[0], (String) row[1], (String) row[2], (String) row[3],
                ((Number) row[4]).intValue(), (UUID) row[5], (String) row[6], parts[0], parts[1],
                ((Number) row[8]).intValue());
    }
}
