package lv.pumpurs.core.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lv.pumpurs.spi.Ids;

/** The mail of one tenant on its way out. */
@Dependent
public class Mails {

    /** Longer than a mail server is waited for: who has it by then has died. */
    static final Duration TOO_LONG = Duration.ofMinutes(10);

    private static final String INSERT = """
            insert into mail (id, kind, person_id, day, facts, due_at, changed_at)
            values (?1, ?2, ?3, cast(?4 as date), ?5, cast(?6 as timestamptz), cast(?6 as timestamptz))
            on conflict do nothing""";

    /** One, nobody else's: another server takes the next one. */
    private static final String CLAIM = """
            with next as (select m.id from mail m where m.state = 'QUEUED' and m.due_at <= cast(?1 as timestamptz)
                          order by m.due_at, m.id limit 1 for update skip locked)
            update mail m set state = 'SENDING', attempts = m.attempts + 1, changed_at = cast(?1 as timestamptz)
            from next where m.id = next.id
            returning m.id, m.kind, m.facts, m.attempts,
                      coalesce((select t.email from staff t where t.id = m.person_id),
                               (select g.email from guardian g where g.id = m.person_id),
                               (select l.email from learner l where l.id = m.person_id))""";

    private static final String INTERRUPTED = """
            update mail set state = 'FAILED', reason = 'INTERRUPTED', changed_at = cast(?1 as timestamptz)
            where state = 'SENDING' and changed_at < cast(?2 as timestamptz)""";

    private static final String SETTLE = """
            update mail set state = ?2, reason = ?3, due_at = coalesce(cast(?4 as timestamptz), due_at),
                            changed_at = cast(?5 as timestamptz)
            where id = ?1 and state = 'SENDING'""";

    private final EntityManager entities;

    /**
     * On the bound tenant.
     *
     * @param entities of the transaction
     */
    @Inject
    public Mails(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Puts a mail on its way, in the transaction of what it tells of.
     *
     * @param kind what it tells
     * @param personId whom
     * @param facts what fills its text; nothing about anybody
     * @param day of the reader
     * @param now when
     * @return its key
     */
    public UUID queue(MailKind kind, UUID personId, String facts, LocalDate day, Instant now) {
        UUID id = Ids.next();
        entities.createNativeQuery(INSERT)
            .setParameter(1, id)
            .setParameter(2, kind.name())
            .setParameter(3, personId)
            .setParameter(4, day.toString())
            .setParameter(5, facts)
            .setParameter(6, now.toString())
            .executeUpdate();
        return id;
    }

    /** Takes the mail that has waited longest. */
    Optional<Mail> claim(Instant now) {
        List<?> rows = entities.createNativeQuery(CLAIM).setParameter(1, now.toString()).getResultList();
        return rows.stream()
            .map(Object[].class::cast)
            .map(row -> new Mail((UUID) row[0], MailKind.valueOf((String) row[1]), (String) row[2],
                    ((Number) row[3]).intValue(), (String) row[4]))
            .findFirst();
    }

    /** Gives up what somebody took and never came back with. */
    void giveUpInterrupted(Instant now) {
        entities.createNativeQuery(INTERRUPTED)
            .setParameter(1, now.toString())
            .setParameter(2, now.minus(TOO_LONG).toString())
            .executeUpdate();
    }

    /** Notes what came of an attempt: sent, to be tried again later, or given up. */
    void settle(Mail mail, Fate fate, Instant now) {
        Optional<Duration> pause = fate.canBeTriedAgain() ? Patience.after(mail.attempts()) : Optional.empty();
        String state = fate == Fate.SENT ? "SENT" : pause.isPresent() ? "QUEUED" : "FAILED";
        entities.createNativeQuery(SETTLE)
            .setParameter(1, mail.id())
            .setParameter(2, state)
            .setParameter(3, fate == Fate.SENT ? null : fate.name())
            .setParameter(4, pause.map(now::plus).map(Instant::toString).orElse(null))
            .setParameter(5, now.toString())
            .executeUpdate();
    }
}
