package lv.pumpurs.consultations;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What of a provider's consultations waits for something to be said of it: one statement, however much it is. */
@Dependent
public class DueConsultations {

    /** How many of a kind are shown; the list has the others. */
    static final int SHOWN = 5;

    /** In how many days the time to confirm ends, at most. */
    static final int DAYS_TO_CONFIRM = 2;

    /** The learner must be the provider's still, and the plugin on in the school: else the page would not be there. */
    private static final String OF_A_KIND = """
            (select '{kind}' as kind, c.id, c.learner_id, c.subject, c.held_on, c.starts_at, {due} as due_on,
                    count(*) over () as total, count(*) filter (where {due} < cast(?2 as date)) over () as late
             from consultation c
             where c.provider_id = ?1 and {condition}
               and exists (select 1 from spi_plugin_school s where s.plugin = 'consultations' and s.school_id = c.school_id)
               and exists (select 1 from spi_learner_access a
                           where a.learner_id = c.learner_id and a.person_id = ?1 and a.role = 'PROVIDER')
             order by due_on, c.starts_at, c.id limit {shown})""";

    private static final String HOLD = kind("HOLD", "c.held_on", """
            c.state = 'PLANNED' and (c.held_on < cast(?2 as date) or c.held_on = cast(?2 as date)
              and extract(hour from c.starts_at) * 60 + extract(minute from c.starts_at) + c.minutes <= ?3)""");
    private static final String CONFIRM = kind("CONFIRM", "c.confirm_by",
            "c.state = 'HELD' and c.confirm_by between cast(?2 as date) and cast(?2 as date) + " + DAYS_TO_CONFIRM);

    private static final String DUE = "select w.kind, w.id, l.given_name || ' ' || l.family_name, w.subject, cast(w.held_on as text),"
            + " cast(w.due_on as text), w.total, w.late from (" + HOLD + " union all " + CONFIRM + ") w"
            + " join spi_learner l on l.id = w.learner_id order by w.due_on, w.starts_at, w.id";

    private static final int MINUTES_OF_HOUR = 60;
    /** A session holds no more. */
    private static final int MOST_TOGETHER = 40;

    private final EntityManager em;

    /**
     * On the entity manager of the request.
     *
     * @param em bound to the tenant
     */
    @Inject
    public DueConsultations(EntityManager em) {
        this.em = em;
    }

    /** What has to be said. */
    enum Kind {
        /** Planned, and its time is over. */
        HOLD,
        /** Held, and the time to confirm it ends soon. */
        CONFIRM
    }

    /** One of them, and how many there are of its kind. */
    record Due(Kind kind, UUID id, String learner, String subject, LocalDate day, LocalDate dueOn, long total,
            long late) {}

    private static String kind(String kind, String due, String condition) {
        return OF_A_KIND.replace("{kind}", kind)
            .replace("{due}", due)
            .replace("{condition}", "(" + condition + ")")
            .replace("{shown}", Integer.toString(SHOWN));
    }

    /** The most urgent of each kind. */
    List<Due> of(UUID me, LocalDateTime now) {
        List<?> rows = em.createNativeQuery(DUE)
            .setParameter(1, me)
            .setParameter(2, now.toLocalDate().toString())
            .setParameter(3, now.getHour() * MINUTES_OF_HOUR + now.getMinute())
            .getResultList();
        return rows.stream().map(Object[].class::cast).map(DueConsultations::due).toList();
    }

    /** The last day on which something of measures was held; of one that was never held it is not there. */
    Map<UUID, LocalDate> lastHeld(Collection<UUID> measures) {
        Map<UUID, LocalDate> days = new HashMap<>();
        if (!measures.isEmpty()) {
            em.createQuery("select c.measureId, max(c.day) from Consultation c where c.measureId in :measures"
                    + " and c.state in ('HELD', 'CONFIRMED') group by c.measureId", Object[].class)
                .setParameter("measures", measures)
                .getResultList()
                .forEach(row -> days.put((UUID) row[0], (LocalDate) row[1]));
        }
        return days;
    }

    /** The measures of a provider's latest session with several learners since a day. */
    List<UUID> lastTogether(UUID me, LocalDate since) {
        List<Consultation> shared = em.createQuery("""
                select c from Consultation c where c.providerId = :me and c.day >= :since
                  and c.state in ('HELD', 'CONFIRMED') and c.measureId is not null
                  and exists (select o.id from Consultation o where o.sessionId = c.sessionId and o.id <> c.id)
                order by c.day desc, c.startsAt desc, c.sessionId, c.id""", Consultation.class)
            .setParameter("me", me)
            .setParameter("since", since)
            .setMaxResults(MOST_TOGETHER)
            .getResultList();
        return shared.stream()
            .filter(one -> one.sessionId().equals(shared.getFirst().sessionId()))
            .map(Consultation::measureId)
            .toList();
    }

    private static Due due(@Nullable Object[] row) {
        return new Due(Kind.valueOf(String.valueOf(row[0])), (UUID) row[1], String.valueOf(row[2]),
                String.valueOf(row[3]), day(row[4]), day(row[5]), ((Number) row[6]).longValue(),
                ((Number) row[7]).longValue());
    }

    private static LocalDate day(@Nullable Object column) {
        return LocalDate.parse(String.valueOf(column));
    }
}
