package lv.pumpurs.core.contact;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Date;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lv.pumpurs.core.contact.ContactsView.Addition;
import lv.pumpurs.core.contact.ContactsView.ContactRow;
import lv.pumpurs.core.contact.ContactsView.Written;
import lv.pumpurs.spi.RestrictedText;
import lv.pumpurs.spi.RestrictedText.Sight;
import org.jspecify.annotations.Nullable;

/** The contacts of one learner's guardians; whoever asks has made sure that the reader reaches the learner. */
@Dependent
public class GuardianContacts {

    private static final String NARROWED = """
            from guardian_contact c
            where c.learner_id = ?1
             and (cast(?2 as text) is null or c.way = ?2)
             and (cast(?3 as date) is null or c.held_on >= cast(?3 as date))
             and (cast(?4 as date) is null or c.held_on <= cast(?4 as date))
            """;

    private static final String ROWS = """
            select k.id, k.held_on, k.way, coalesce(g.given_name || ' ' || g.family_name, k.other_person),
                   g.id is not null, k.topic, k.outcome, p.code, k.author_id,
                   t.given_name || ' ' || t.family_name, cast(extract(epoch from k.recorded_at) * 1000 as bigint)
            from (select c.* {narrowed} order by c.held_on desc, c.id desc limit ?5 offset ?6) k
            join staff t on t.id = k.author_id
            left join guardian g on g.id = k.guardian_id
            left join support_plan p on p.id = k.plan_id
            order by k.held_on desc, k.id desc
            """.replace("{narrowed}", NARROWED);

    private static final String ADDITIONS = """
            select a.contact_id, a.words, t.given_name || ' ' || t.family_name,
                   cast(extract(epoch from a.recorded_at) * 1000 as bigint)
            from guardian_contact c
            join contact_addition a on a.contact_id = c.id
            join staff t on t.id = a.author_id
            where c.learner_id = ?1
            order by a.id
            """;

    private static final String GUARDIANS = """
            select g.id, g.given_name || ' ' || g.family_name
            from guardian g join guardianship s on s.guardian_id = g.id, today t
            where s.learner_id = ?1 and s.valid_from <= t.day and (s.valid_to is null or s.valid_to >= t.day)
            order by g.family_name, g.given_name, g.id
            """;

    private final EntityManager entities;

    /**
     * The collection.
     *
     * @param entities bound to a tenant
     */
    @Inject
    public GuardianContacts(EntityManager entities) {
        this.entities = entities;
    }

    /** A person to speak to, or a plan to speak about. */
    record Named(UUID id, String name) {}

    /** Who reads and by what right, when, and how long an own contact can be mended. */
    record Reading(UUID person, Sight sight, Instant now, Duration mendable) {}

    long count(UUID learnerId, ContactFilter filter) {
        return ((Number) narrowed("select count(*) " + NARROWED, learnerId, filter).getSingleResult()).longValue();
    }

    /** A page, newest first, in two statements. */
    List<ContactRow> page(UUID learnerId, ContactFilter filter, int size, int offset, Reading reading) {
        Map<UUID, List<Addition>> additions = new HashMap<>();
        for (Object[] row : rows(entities.createNativeQuery(ADDITIONS).setParameter(1, learnerId))) {
            additions.computeIfAbsent((UUID) row[0], contact -> new ArrayList<>())
                .add(new Addition(RestrictedText.of((String) row[1]).shownTo(reading.sight()),
                        new Written((String) row[2], moment(row[3]))));
        }
        return rows(narrowed(ROWS, learnerId, filter).setParameter(5, size).setParameter(6, offset)).stream()
            .map(row -> row(row, additions.getOrDefault(row[0], List.of()), reading))
            .toList();
    }

    private static ContactRow row(Object[] row, List<Addition> additions, Reading reading) {
        Instant at = moment(row[10]);
        boolean mendable = row[8].equals(reading.person()) && reading.now().isBefore(at.plus(reading.mendable()));
        return new ContactRow((UUID) row[0], ((Date) row[1]).toLocalDate(), ContactWay.valueOf((String) row[2]),
                (String) row[3], (Boolean) row[4], (String) row[5], told(row[6], reading), (String) row[7],
                new Written((String) row[9], at), mendable, additions);
    }

    private static @Nullable RestrictedText told(@Nullable Object words, Reading reading) {
        return words == null ? null : RestrictedText.of((String) words).shownTo(reading.sight());
    }

    Optional<GuardianContact> find(UUID learnerId, UUID id) {
        return Optional.ofNullable(entities.find(GuardianContact.class, id))
            .filter(contact -> contact.learnerId().equals(learnerId));
    }

    void add(GuardianContact contact) {
        entities.persist(contact);
    }

    /** Those who stand for the learner today, by family name. */
    List<Named> guardians(UUID learnerId) {
        return named(entities.createNativeQuery(GUARDIANS).setParameter(1, learnerId));
    }

    /** The learner's plans by code, the latest first. */
    List<Named> plans(UUID learnerId) {
        return named(entities.createNativeQuery(
                "select p.id, p.code from support_plan p where p.learner_id = ?1 order by p.semester desc, p.code desc")
            .setParameter(1, learnerId));
    }

    /** Whom a contact was with, by name, whether or not the person still stands for the learner. */
    Optional<String> guardianName(UUID id) {
        return rows(entities
            .createNativeQuery("select g.id, g.given_name || ' ' || g.family_name from guardian g where g.id = ?1")
            .setParameter(1, id)).stream().map(row -> (String) row[1]).findFirst();
    }

    private Query narrowed(String sql, UUID learnerId, ContactFilter filter) {
        return entities.createNativeQuery(sql)
            .setParameter(1, learnerId)
            .setParameter(2, filter.way() == null ? null : filter.way().name())
            .setParameter(3, text(filter.from()))
            .setParameter(4, text(filter.to()));
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static List<Named> named(Query query) {
        return rows(query).stream().map(row -> new Named((UUID) row[0], (String) row[1])).toList();
    }

    private static Instant moment(Object millis) {
        return Instant.ofEpochMilli(((Number) millis).longValue());
    }

    private static List<Object[]> rows(Query query) {
        List<?> found = query.getResultList();
        return found.stream().map(Object[].class::cast).toList();
    }
}
