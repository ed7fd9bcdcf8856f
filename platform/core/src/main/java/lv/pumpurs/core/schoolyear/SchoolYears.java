package lv.pumpurs.core.schoolyear;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The school years that the nation published, with their semesters. */
@Dependent
public class SchoolYears {

    private final EntityManager entities;

    /**
     * The collection.
     *
     * @param entities bound to a tenant
     */
    @Inject
    public SchoolYears(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * All semesters, the latest first.
     *
     * @return with their days
     */
    public List<SemesterDays> semesters() {
        return entities.createQuery("select s from SemesterDays s order by s.code desc", SemesterDays.class)
            .getResultList();
    }

    /**
     * One semester.
     *
     * @param semester which
     * @return its days, if the nation published them
     */
    public Optional<SemesterDays> semester(Semester semester) {
        return Optional.ofNullable(entities.find(SemesterDays.class, semester.code()));
    }

    /**
     * The semester that is under way, or, between two, the one that comes next; after the last published one, that.
     *
     * @param today the day
     * @return empty if no semester is published
     */
    public Optional<SemesterDays> current(LocalDate today) {
        var notOver = entities
            .createQuery("select s from SemesterDays s where s.endsOn >= :today order by s.code", SemesterDays.class)
            .setParameter("today", today)
            .setMaxResults(1)
            .getResultList();
        return notOver.isEmpty() ? semesters().stream().findFirst() : Optional.of(notOver.getFirst());
    }

    /**
     * All school years, the latest first.
     *
     * @return with their days
     */
    public List<SchoolYear> years() {
        List<?> rows = entities
            .createNativeQuery("select code, starts_on, ends_on from school_year order by code collate \"C\" desc")
            .getResultList();
        return rows.stream()
            .map(Object[].class::cast)
            .map(row -> new SchoolYear((String) row[0], ((Date) row[1]).toLocalDate(), ((Date) row[2]).toLocalDate()))
            .toList();
    }
}
