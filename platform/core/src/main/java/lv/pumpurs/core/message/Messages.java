package lv.pumpurs.core.message;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.identity.InScope;
import lv.pumpurs.core.message.MessagesView.DeliveryState;
import lv.pumpurs.core.message.MessagesView.MessageRow;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;

/** The messages to those who stand for the learners of a tenant. */
@Dependent
public class Messages {

    /** As many as a family is shown on its page. */
    static final int SHOWN = 20;

    /** Who can be written to today: whoever stands for the learner, and an adult with a login. */
    private static final String RECIPIENTS = """
            select k.id, k.name from (
              select g.id, g.given_name || ' ' || g.family_name as name, g.family_name collate "lv-x-icu" as family
              from guardian g join guardianship h on h.guardian_id = g.id cross join today t
              where h.learner_id = ?1 and g.email is not null
                and h.valid_from <= t.day and (h.valid_to is null or h.valid_to >= t.day)
              union
              select l.id, l.given_name || ' ' || l.family_name, l.family_name from learner l
              where l.id = ?1 and l.email is not null) k
            order by k.family, k.name, k.id""";

    private static final String ROWS = """
            select m.id, m.subject, m.words, t.given_name || ' ' || t.family_name,
                   coalesce(g.given_name || ' ' || g.family_name, l.given_name || ' ' || l.family_name),
                   cast(extract(epoch from m.written_at) * 1000 as bigint),
                   case when m.read_at is not null then 'READ' when a.id is null then 'HERE'
                        when a.state = 'SENDING' then 'QUEUED' else a.state end,
                   case when m.read_at is null then a.reason end,
                   cast(extract(epoch from coalesce(m.read_at, a.changed_at)) * 1000 as bigint)
            from guardian_message m
            join staff t on t.id = m.author_id
            left join guardian g on g.id = m.recipient_id
            left join learner l on l.id = m.recipient_id
            left join mail a on a.id = m.mail_id
            where m.learner_id = ?1
            order by m.written_at desc, m.id desc
            limit ?2 offset ?3""";

    private static final String TO_PERSON = """
            select m.id, m.learner_id, m.subject, t.given_name || ' ' || t.family_name,
                   cast(extract(epoch from m.written_at) * 1000 as bigint), m.read_at is not null
            from guardian_message m join staff t on t.id = m.author_id
            where m.recipient_id = ?1 and {scope}
            order by m.written_at desc, m.id desc
            limit\s""" + SHOWN;

    private static final String ONE = """
            select m.id, l.given_name || ' ' || l.family_name, m.subject, m.words,
                   t.given_name || ' ' || t.family_name, cast(extract(epoch from m.written_at) * 1000 as bigint)
            from guardian_message m join staff t on t.id = m.author_id join learner l on l.id = m.learner_id
            where m.recipient_id = ?1 and m.learner_id = ?2 and m.id = ?3 and {scope}""";

    private final EntityManager entities;

    /**
     * The collection.
     *
     * @param entities bound to a tenant
     */
    @Inject
    public Messages(EntityManager entities) {
        this.entities = entities;
    }

    /** Somebody to write to. */
    record Recipient(UUID id, String name) {}

    List<Recipient> recipients(UUID learnerId) {
        return rows(entities.createNativeQuery(RECIPIENTS).setParameter(1, learnerId)).stream()
            .map(row -> new Recipient((UUID) row[0], (String) row[1]))
            .toList();
    }

    void add(GuardianMessage message) {
        entities.persist(message);
    }

    long count(UUID learnerId) {
        return ((Number) entities
            .createNativeQuery("select count(*) from guardian_message m where m.learner_id = ?1")
            .setParameter(1, learnerId)
            .getSingleResult()).longValue();
    }

    /** A page of what was written about a learner, newest first. */
    List<MessageRow> page(UUID learnerId, int size, int offset) {
        return rows(entities.createNativeQuery(ROWS)
            .setParameter(1, learnerId)
            .setParameter(2, size)
            .setParameter(3, offset)).stream()
            .map(row -> new MessageRow((UUID) row[0], (String) row[1], (String) row[2], (String) row[3],
                    (String) row[4], moment(row[5]), new DeliveryState((String) row[6], (String) row[7],
                            row[8] == null ? null : moment(row[8]))))
            .toList();
    }

    /**
     * What was written to a person about learners for whom the person still stands.
     *
     * @param personId to whom
     * @param roles the person's roles of a family
     * @return newest first, at most {@value #SHOWN}
     */
    public List<MessageLine> to(UUID personId, Set<Role> roles) {
        return rows(scoped(TO_PERSON, roles).setParameter(1, personId)).stream()
            .map(row -> new MessageLine((UUID) row[0], (UUID) row[1], (String) row[2], (String) row[3],
                    moment(row[4]), (Boolean) row[5]))
            .toList();
    }

    /** One of them, opened now. */
    Optional<MessageView> open(UUID id, UUID learnerId, UUID personId, Set<Role> roles, Instant now) {
        Optional<MessageView> found = rows(scoped(ONE, roles).setParameter(1, personId)
            .setParameter(2, learnerId)
            .setParameter(3, id)).stream()
            .map(row -> new MessageView((UUID) row[0], (String) row[1], (String) row[2], (String) row[3],
                    (String) row[4], moment(row[5])))
            .findFirst();
        if (found.isPresent()) {
            entities.find(GuardianMessage.class, id).open(now);
        }
        return found;
    }

    /** The school that teaches the learner, or did last: it stands in the mail. */
    Optional<String> school(UUID learnerId) {
        List<?> names = entities.createNativeQuery("""
                select s.name from learner l join enrolment e on e.id = l.latest_enrolment_id
                join school s on s.id = e.school_id where l.id = ?1""").setParameter(1, learnerId).getResultList();
        return names.stream().map(String.class::cast).findFirst();
    }

    private Query scoped(String sql, Set<Role> roles) {
        return entities.createNativeQuery(sql.replace("{scope}", InScope.learner("m.learner_id", "?1", roles)));
    }

    private static Instant moment(@Nullable Object millis) {
        return Instant.ofEpochMilli(millis == null ? 0 : ((Number) millis).longValue());
    }

    private static List<Object[]> rows(Query query) {
        List<?> found = query.getResultList();
        return found.stream().map(Object[].class::cast).toList();
    }
}
