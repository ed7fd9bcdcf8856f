package lv.pumpurs.core.digest;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.mail.MailKind;
import lv.pumpurs.core.mail.Mails;
import lv.pumpurs.core.worklist.Due;
import lv.pumpurs.core.worklist.WorkCounts;
import lv.pumpurs.spi.Role;

/** The digests of one tenant: whose they are, whether a day's are written, and what stands in one. */
@Dependent
public class Digests {

    /** A server that has not come to the end by then has died. */
    static final Duration TOO_LONG = Duration.ofMinutes(15);

    private static final String TAKE = """
            insert into digest_day (day, taken_at, done) values (cast(?1 as date), cast(?2 as timestamptz), false)
            on conflict (day) do update set taken_at = excluded.taken_at
             where not digest_day.done and digest_day.taken_at < cast(?3 as timestamptz)""";

    private static final String READERS = """
            select r.staff_id, string_agg(distinct r.role, ',')
            from staff_role_today r
            where r.role = any (string_to_array(?1, ','))
             and not exists (select 1 from digest_choice c where c.id = r.staff_id and not c.wanted)
             and not exists (select 1 from mail m where m.kind = 'DIGEST' and m.person_id = r.staff_id
                              and m.day = cast(?2 as date))
            group by r.staff_id
            order by r.staff_id""";

    private final EntityManager entities;
    private final WorkCounts work;
    private final Mails mails;

    /**
     * On the bound tenant.
     *
     * @param entities of the transaction
     * @param work what is due
     * @param mails where a digest is put on its way
     */
    @Inject
    public Digests(EntityManager entities, WorkCounts work, Mails mails) {
        this.entities = entities;
        this.work = work;
        this.mails = mails;
    }

    /** Somebody who may have work, with the roles by which it comes. */
    record Reader(UUID personId, Set<Role> roles) {

        Function<String, Set<Role>> rolesWith() {
            return permission -> {
                Set<Role> held = EnumSet.noneOf(Role.class);
                roles.stream().filter(Permissions.all().holders(permission)::contains).forEach(held::add);
                return held;
            };
        }
    }

    /** Takes a day to write its digests; false if they are written, or somebody is about it. */
    boolean take(LocalDate day, Instant now) {
        return entities.createNativeQuery(TAKE)
            .setParameter(1, day.toString())
            .setParameter(2, now.toString())
            .setParameter(3, now.minus(TOO_LONG).toString())
            .executeUpdate() > 0;
    }

    void done(LocalDate day) {
        entities.createNativeQuery("update digest_day set done = true where day = cast(?1 as date)")
            .setParameter(1, day.toString())
            .executeUpdate();
    }

    /** Who may have work today, wants to be told, and has not been yet. */
    List<Reader> readers(LocalDate day) {
        String roles = Arrays.stream(Role.values())
            .filter(role -> Permissions.all().holders(Permissions.SETTINGS_WRITE).contains(role))
            .map(Enum::name)
            .collect(Collectors.joining(","));
        List<?> rows = entities.createNativeQuery(READERS)
            .setParameter(1, roles)
            .setParameter(2, day.toString())
            .getResultList();
        return rows.stream()
            .map(Object[].class::cast)
            .map(row -> new Reader((UUID) row[0], Arrays.stream(((String) row[1]).split(","))
                .map(Role::valueOf)
                .collect(Collectors.toUnmodifiableSet())))
            .toList();
    }

    /** Writes somebody's digest if anything is due. */
    void write(Reader reader, LocalDate day, Instant now) {
        Map<Due, Long> due = work.of(reader.personId(), reader.rolesWith());
        if (!due.isEmpty()) {
            String counts = due.entrySet()
                .stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining(","));
            mails.queue(MailKind.DIGEST, reader.personId(), counts, day, now);
        }
    }

    boolean wanted(UUID personId) {
        List<?> refused = entities
            .createNativeQuery("select c.id from digest_choice c where c.id = ?1 and not c.wanted")
            .setParameter(1, personId)
            .getResultList();
        return refused.isEmpty();
    }

    void want(UUID personId, boolean wanted) {
        entities.createNativeQuery("""
                insert into digest_choice (id, wanted) values (?1, ?2)
                on conflict (id) do update set wanted = excluded.wanted""")
            .setParameter(1, personId)
            .setParameter(2, wanted)
            .executeUpdate();
    }
}
