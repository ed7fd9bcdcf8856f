package lv.pumpurs.consultations.feed;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.pumpurs.consultations.Broken;
import lv.pumpurs.consultations.Consultations.Reader;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Role;

/** The feeds of the bound tenant, one a person at most, and what they tell. */
@Dependent
public class CalendarFeeds {

    /** Who has consultations of the own, or of the own child: nobody else's are told, whatever else somebody is. */
    private static final Set<Role> ROLES = EnumSet.of(Role.PROVIDER, Role.GUARDIAN, Role.LEARNER);
    private static final int WEEKS_BACK = 4;
    private static final int MONTHS_AHEAD = 6;
    private static final int MOST = 2000;

    private static final String OPEN = """
            select count(e) from EnabledSchool e where e.plugin = 'consultations'
              and (exists (select a.schoolId from SchoolAccess a
                  where a.schoolId = e.schoolId and a.personId = :me and a.role = :own)
                or exists (select l.id from RosterLearner l, LearnerAccess a where l.schoolId = e.schoolId
                  and a.learnerId = l.id and a.personId = :me and a.role in :family))""";
    private static final String ROWS = """
            select new lv.pumpurs.consultations.feed.FeedRow(c.sessionId, c.day, c.startsAt, c.minutes, c.subject,
                c.state, c.version, l.givenName, l.familyName)
            from Consultation c, RosterLearner l where l.id = c.learnerId and c.startsAt is not null
              and c.day between :first and :last and\s""";
    private static final String IN_ORDER = " order by c.day, c.startsAt, l.familyName, l.givenName, c.id";

    private final EntityManager em;

    /**
     * On the entity manager of the request.
     *
     * @param em bound to the tenant
     */
    @Inject
    public CalendarFeeds(EntityManager em) {
        this.em = em;
    }

    /** That of a person. */
    Optional<CalendarFeed> of(UUID person) {
        return em.createQuery("select f from CalendarFeed f where f.personId = :person", CalendarFeed.class)
            .setParameter("person", person)
            .getResultStream()
            .findFirst();
    }

    /** The same, or a new one. */
    CalendarFeed orNew(UUID person) {
        return of(person).orElseGet(() -> new CalendarFeed(Ids.next(), person));
    }

    /** The one that a secret opens, as long as its person has something here. */
    Optional<CalendarFeed> opened(String secret) {
        return CalendarFeed.isSecret(secret)
                ? em.createQuery("select f from CalendarFeed f where f.hash = :hash", CalendarFeed.class)
                    .setParameter("hash", CalendarFeed.hash(secret))
                    .getResultStream()
                    .filter(feed -> feed.isOpenedBy(secret) && isOpenTo(feed.personId()))
                    .findFirst()
                : Optional.empty();
    }

    private boolean isOpenTo(UUID person) {
        return em.createQuery(OPEN, Long.class)
            .setParameter("me", person)
            .setParameter("own", Role.PROVIDER)
            .setParameter("family", Set.of(Role.GUARDIAN, Role.LEARNER))
            .getSingleResult() > 0;
    }

    /** Of two who make the first one at the same moment the second is told that something has changed. */
    void put(CalendarFeed feed) {
        try {
            em.persist(feed);
            em.flush();
        } catch (PersistenceException refused) {
            throw Broken.is(refused, "consultation_feed_person_id_key")
                    ? new OptimisticLockException(refused)
                    : refused;
        }
    }

    void remove(CalendarFeed feed) {
        em.remove(feed);
    }

    /** Somebody fetches it: kept is the day. Two at once write the same, and neither is in the other's way. */
    void fetched(CalendarFeed feed, LocalDate today) {
        if (!today.equals(feed.fetchedOn())) {
            em.createQuery("update CalendarFeed f set f.fetchedOn = :today where f.id = :id")
                .setParameter("today", today)
                .setParameter("id", feed.id())
                .executeUpdate();
        }
    }

    /** What a person has from some weeks ago until a semester ahead. */
    List<FeedEvent> events(UUID person, LocalDate today) {
        Reader reader = new Reader(person, ROLES, today);
        Map<UUID, List<FeedRow>> sessions = reader
            .scoped(em.createQuery(ROWS + reader.scope() + IN_ORDER, FeedRow.class))
            .setParameter("first", today.minusWeeks(WEEKS_BACK))
            .setParameter("last", today.plusMonths(MONTHS_AHEAD))
            .setMaxResults(MOST)
            .getResultStream()
            .collect(Collectors.groupingBy(FeedRow::session, LinkedHashMap::new, Collectors.toList()));
        return sessions.values().stream().map(FeedEvent::of).toList();
    }
}
