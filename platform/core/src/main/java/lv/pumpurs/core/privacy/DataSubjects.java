package lv.pumpurs.core.privacy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import lv.pumpurs.core.learner.FoldedName;
import lv.pumpurs.core.privacy.SubjectView.Amount;
import lv.pumpurs.core.privacy.SubjectsView.Found;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.PersonalData.Kind;
import lv.pumpurs.spi.PersonalData.Section;
import lv.pumpurs.spi.PersonalData.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Learners as those whom data are about. Whoever serves their requests has the whole tenant, and is told no name: the
 * one who asks says it.
 */
@Dependent
public class DataSubjects {

    static final int MOST_FOUND = 20;

    /** A plan that is not over, or is proposed and not answered. */
    private static final String OPEN = """
            (exists (select 1 from support_plan p where p.learner_id = l.id
                      and p.state not in ('REJECTED', 'CLOSED', 'TERMINATED'))
             or exists (select 1 from plan_proposal o where o.learner_id = l.id and o.stage = 'OPEN'))""";

    private static final String ONE = """
            select l.id, l.birth_date, s.name, e.class_name, e.valid_to is null or e.valid_to >= d.day, {open},
                   h.reason, h.placed_on
            from learner l cross join today d
            left join enrolment e on e.id = l.latest_enrolment_id
            left join school s on s.id = e.school_id
            left join legal_hold h on h.learner_id = l.id and h.lifted_on is null
            where l.merged_into is null and l.anonymised_on is null and\s""".replace("{open}", OPEN);

    private static final String GUARDIANS = """
            select distinct h.guardian_id from guardianship h
            where h.learner_id = any (cast(string_to_array(?1, ',') as uuid[]))""";

    /** Of some guardians those who have to do with no learner any more. */
    private static final String NOBODYS = """
            select g.id from guardian g where g.id = any (cast(string_to_array(?1, ',') as uuid[]))
             and not exists (select 1 from guardianship h where h.guardian_id = g.id)
             and not exists (select 1 from guardian_contact c where c.guardian_id = g.id)""";

    private final EntityManager entities;
    private final Contracts contracts;

    /**
     * On the bound tenant.
     *
     * @param entities of the transaction
     * @param contracts what every module keeps
     */
    @Inject
    public DataSubjects(EntityManager entities, Contracts contracts) {
        this.entities = entities;
        this.contracts = contracts;
    }

    /**
     * What was done, in numbers.
     *
     * @param rows how many rows of tables were changed or removed
     * @param logEntries how many entries of the log of changes were emptied
     */
    public record Done(int rows, int logEntries) {}

    /** Learners of exactly this name, with or without diacritics. */
    List<Found> named(String name) {
        List<?> rows = entities
            .createNativeQuery(ONE + "l.search_name = ?1 order by l.birth_date nulls last, l.id limit " + MOST_FOUND)
            .setParameter(1, FoldedName.fold(name))
            .getResultList();
        return rows.stream().map(row -> found((Object[]) row)).toList();
    }

    /** One who is still known. */
    Optional<Found> find(UUID learner) {
        List<?> rows = entities.createNativeQuery(ONE + "l.id = ?1").setParameter(1, learner).getResultList();
        return rows.stream().map(row -> found((Object[]) row)).findFirst();
    }

    private static Found found(Object[] row) {
        return new Found((UUID) row[0], day(row[1]), (String) row[2], (String) row[3], Boolean.TRUE.equals(row[4]),
                (Boolean) row[5], (String) row[6], day(row[7]));
    }

    private static @Nullable LocalDate day(@Nullable Object value) {
        return value == null ? null : ((Date) value).toLocalDate();
    }

    /** Everything kept about a learner, for somebody who may read it. */
    List<Section> kept(UUID learner, UUID reader) {
        return here().of(subject(learner), reader);
    }

    /** How much of what there is. */
    List<Amount> amounts(UUID learner) {
        List<?> rows = entities.createNativeQuery("""
                select of_table, how_many from rows_of_learner(?1) where how_many > 0 order by of_table""")
            .setParameter(1, learner)
            .getResultList();
        return rows.stream()
            .map(Object[].class::cast)
            .map(row -> new Amount((String) row[0], ((Number) row[1]).longValue()))
            .toList();
    }

    /** How many stand for this learner and for nobody else. */
    long guardians(UUID learner) {
        return ((Number) entities.createNativeQuery("""
                select count(*) from guardian g
                where exists (select 1 from guardianship h where h.guardian_id = g.id and h.learner_id = ?1)
                 and not exists (select 1 from guardianship h where h.guardian_id = g.id and h.learner_id <> ?1)""")
            .setParameter(1, learner)
            .getSingleResult()).longValue();
    }

    /** Nobody else changes the learner's record until the transaction ends; nor is a hold placed meanwhile. */
    void lock(UUID learner) {
        entities.createNativeQuery("select 1 from learner where id = ?1 or merged_into = ?1 order by id for update")
            .setParameter(1, learner)
            .getResultList();
    }

    /**
     * Forgets a learner because somebody decided so, and those who stood for nobody else.
     *
     * @param learner who
     * @param person who decided
     * @param reason why
     * @param now when
     * @return what was done
     */
    public Done anonymise(UUID learner, UUID person, String reason, Instant now) {
        return forget(learner, PrivacyAct.anonymised(person, reason), now);
    }

    /**
     * Forgets a learner of whom nothing has to be kept any more.
     *
     * @param learner who
     * @param now when
     * @return what was done
     */
    public Done expire(UUID learner, Instant now) {
        return forget(learner, PrivacyAct.EXPIRED, now);
    }

    private Done forget(UUID learner, PrivacyAct act, Instant now) {
        return done(learner, act, now, (here, subject) -> here.each(one -> one.anonymise(subject)));
    }

    /**
     * Forgets what is over of a learner who stays.
     *
     * @param learner who
     * @param before the first day of which everything is kept
     * @param now when
     * @return what was done
     */
    public Done expire(UUID learner, LocalDate before, Instant now) {
        return done(learner, PrivacyAct.SHORTENED, now,
                (here, subject) -> here.each(one -> one.expire(subject, before)));
    }

    /** The log comes last, because every change is written down first; then the record of the act, which stays. */
    private Done done(UUID learner, PrivacyAct act, Instant now, BiFunction<Contracts, Subject, Integer> change) {
        Contracts here = here();
        Subject subject = subject(learner);
        Set<UUID> guardians = keys(GUARDIANS, subject.keys());
        int rows = change.apply(here, subject);
        Set<UUID> nobodys = guardians.isEmpty() ? Set.of() : keys(NOBODYS, guardians);
        if (!nobodys.isEmpty()) {
            Subject gone = new Subject(Kind.GUARDIAN, nobodys);
            rows += here.each(one -> one.anonymise(gone));
        }
        Done done = new Done(rows, ((Number) entities.createNativeQuery("select forget_changes()")
            .getSingleResult()).intValue());
        entities.createNativeQuery("""
                insert into privacy_act (id, learner_id, kind, person_id, reason, done_at, rows, log_entries)
                values (?1, ?2, ?3, cast(?4 as uuid), ?5, cast(?6 as timestamptz), ?7, ?8)""")
            .setParameter(1, Ids.next())
            .setParameter(2, learner)
            .setParameter(3, act.kind())
            .setParameter(4, act.person() == null ? null : act.person().toString())
            .setParameter(5, act.reason())
            .setParameter(6, now.toString())
            .setParameter(7, done.rows())
            .setParameter(8, done.logEntries())
            .executeUpdate();
        entities.clear();
        return done;
    }

    /** What the modules answer for whose tables this tenant has. */
    private Contracts here() {
        List<?> there = entities.createNativeQuery("""
                select t.name from unnest(string_to_array(?1, ',')) t(name) where to_regclass(t.name) is not null""")
            .setParameter(1, String.join(",", contracts.tables()))
            .getResultList();
        return contracts.among(there.stream().map(String.class::cast).collect(Collectors.toSet()));
    }

    /** A learner with every record that has become this one. */
    Subject subject(UUID learner) {
        List<?> keys = entities.createNativeQuery("select id from learner where id = ?1 or merged_into = ?1")
            .setParameter(1, learner)
            .getResultList();
        return new Subject(Kind.LEARNER, keys.stream().map(UUID.class::cast).collect(Collectors.toSet()));
    }

    private Set<UUID> keys(String sql, Set<UUID> of) {
        List<?> found = entities.createNativeQuery(sql)
            .setParameter(1, of.stream().map(UUID::toString).collect(Collectors.joining(",")))
            .getResultList();
        return new HashSet<>(found.stream().map(UUID.class::cast).toList());
    }
}
