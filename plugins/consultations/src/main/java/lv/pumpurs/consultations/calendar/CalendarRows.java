package lv.pumpurs.consultations.calendar;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lv.pumpurs.consultations.Consultations.Reader;
import lv.pumpurs.spi.school.SchoolName;

/** What the calendar reads of the bound tenant, as far as a person reaches. */
@Dependent
public class CalendarRows {

    private static final String DAYS = " and c.day between :first and :last";
    private static final String ROWS = """
            select new lv.pumpurs.consultations.calendar.CalendarRow(c.id, c.sessionId, c.day, c.startsAt, c.minutes,
                c.subject, case when c.state = 'HELD' and c.confirmBy < :today then 'UNCONFIRMED'
                                when c.state = 'CONFIRMED' and s.stage is not null then s.stage else c.state end,
                l.givenName, l.familyName)
            from Consultation c left join c.sheet s, RosterLearner l where l.id = c.learnerId and\s""";
    private static final String IN_ORDER = " order by c.day, c.startsAt, l.familyName, l.givenName, c.id";
    private static final String COUNTS = "select c.day, count(distinct c.sessionId) from Consultation c where ";
    private static final String SCHOOLS = """
            select s from SchoolName s where exists (select e.schoolId from EnabledSchool e
                  where e.plugin = 'consultations' and e.schoolId = s.id)
              and (exists (select a.schoolId from SchoolAccess a
                  where a.schoolId = s.id and a.personId = :me and a.role in :roles)
                or exists (select l.id from RosterLearner l, LearnerAccess a where l.schoolId = s.id
                  and a.learnerId = l.id and a.personId = :me and a.role in :roles))
            order by s.name, s.id""";

    private final EntityManager em;

    /**
     * On the entity manager of the request.
     *
     * @param em bound to the tenant
     */
    @Inject
    public CalendarRows(EntityManager em) {
        this.em = em;
    }

    /** How many sessions a reader has on each day; days without any are left out. */
    Map<LocalDate, Long> counts(Reader reader, Span span) {
        return within(em.createQuery(COUNTS + reader.scope() + DAYS + " group by c.day", Object[].class), reader, span)
            .getResultStream()
            .collect(Collectors.toMap(row -> (LocalDate) row[0], row -> (Long) row[1]));
    }

    /** The first of them, by day and time. */
    List<CalendarRow> rows(Reader reader, Span span, int most) {
        return within(em.createQuery(ROWS + reader.scope() + DAYS + IN_ORDER, CalendarRow.class), reader, span)
            .setParameter("today", reader.today())
            .setMaxResults(most)
            .getResultList();
    }

    /** Schools of the reader where the plugin is on, or where the reader's child learns: the first ones by name. */
    List<SchoolName> schools(Reader reader, int most) {
        return em.createQuery(SCHOOLS, SchoolName.class)
            .setParameter("me", reader.me())
            .setParameter("roles", reader.roles())
            .setMaxResults(most)
            .getResultList();
    }

    private static <T> TypedQuery<T> within(TypedQuery<T> query, Reader reader, Span span) {
        return reader.scoped(query).setParameter("first", span.first()).setParameter("last", span.last());
    }
}
