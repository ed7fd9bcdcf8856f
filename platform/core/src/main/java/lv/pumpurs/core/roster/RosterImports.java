package lv.pumpurs.core.roster;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.identity.InScope;
import lv.pumpurs.core.roster.RosterImport.Counts;
import lv.pumpurs.core.roster.RosterImport.People;
import lv.pumpurs.core.roster.RosterImport.SchoolChoice;
import lv.pumpurs.core.roster.RosterImport.State;
import lv.pumpurs.core.roster.file.RosterFile.Format;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;

/** The imports of the schools for which a person may import. */
@Dependent
public class RosterImports {

    private static final String COLUMNS = """
            select cast(i.id as text), cast(i.school_id as text), s.name, i.school_year, i.format, i.state,
                   (select p.given_name || ' ' || p.family_name from staff p where p.id = i.uploaded_by),
                   cast(extract(epoch from i.uploaded_at) * 1000 as bigint), cast(i.header as text),
                   cast(i.mapping as text), i.by_name, i.total, i.done, i.added, i.changed, i.unchanged, i.ended,
                   i.failure, i.guardians_added, i.guardians_changed, i.custodies_added, i.staff
            from roster_import i join school s on s.id = i.school_id where\s""";
    private static final int MOST_SHOWN = 50;

    private final EntityManager entities;

    /**
     * The collection.
     *
     * @param entities bound to a tenant
     */
    @Inject
    public RosterImports(EntityManager entities) {
        this.entities = entities;
    }

    /** The schools for which the person may import. */
    List<SchoolChoice> schools(UUID personId, Set<Role> roles) {
        List<?> rows = entities
            .createNativeQuery("select cast(s.id as text), s.name from school s where "
                    + InScope.school("s.id", "?1", roles) + " order by s.name")
            .setParameter(1, personId)
            .getResultList();
        return rows.stream()
            .map(Object[].class::cast)
            .map(row -> new SchoolChoice(UUID.fromString((String) row[0]), (String) row[1]))
            .toList();
    }

    /** The latest imports of these schools, newest first. */
    List<RosterImport> latest(UUID personId, Set<Role> roles) {
        List<?> rows = entities
            .createNativeQuery(COLUMNS + InScope.school("i.school_id", "?1", roles)
                    + " order by i.uploaded_at desc, i.id desc limit " + MOST_SHOWN)
            .setParameter(1, personId)
            .getResultList();
        return rows.stream().map(row -> read((Object[]) row)).toList();
    }

    /** One import, if it is of a school of the person. */
    Optional<RosterImport> find(UUID id, UUID personId, Set<Role> roles) {
        return one(entities
            .createNativeQuery(COLUMNS + "i.id = ?2 and " + InScope.school("i.school_id", "?1", roles))
            .setParameter(1, personId)
            .setParameter(2, id));
    }

    /** One import, for work that is already known to be allowed. */
    Optional<RosterImport> find(UUID id) {
        return one(entities.createNativeQuery(COLUMNS + "i.id = ?1").setParameter(1, id));
    }

    private static Optional<RosterImport> one(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().findFirst().map(row -> read((Object[]) row));
    }

    /** Begins an import whose file is still to be read. */
    void begin(UUID id, UUID schoolId, String schoolYear, UUID personId, Instant now) {
        entities.createNativeQuery("""
                insert into roster_import (id, school_id, school_year, format, state, uploaded_by, uploaded_at, header,
                  by_name, total, done, added, changed, unchanged, ended)
                values (?1, ?2, ?3, 'CSV', 'UPLOADED', ?4, to_timestamp(?5), '[]', false, 0, 0, 0, 0, 0, 0)""")
            .setParameter(1, id)
            .setParameter(2, schoolId)
            .setParameter(3, schoolYear)
            .setParameter(4, personId)
            .setParameter(5, now.getEpochSecond())
            .executeUpdate();
        entities.createNativeQuery("insert into roster_lock (import_id) values (?1)")
            .setParameter(1, id)
            .executeUpdate();
    }

    /** The file was read; the columns are understood as the last time, or as their names suggest. */
    void staged(UUID id, Format format, List<String> header, int total) {
        entities.createNativeQuery("""
                update roster_import i set format = ?2, header = cast(?3 as jsonb), total = ?4,
                  mapping = coalesce((select m.mapping from roster_mapping m
                    where m.school_id = i.school_id and m.header_digest = ?6), cast(?5 as jsonb))
                where i.id = ?1""")
            .setParameter(1, id)
            .setParameter(2, format.name())
            .setParameter(3, JsonTexts.of(header))
            .setParameter(4, total)
            .setParameter(5, Mapping.guess(header).json())
            .setParameter(6, digest(header))
            .executeUpdate();
    }

    /** Somebody said which column holds what: used for this import and remembered for the next one. */
    void understood(RosterImport one, Mapping mapping, boolean byName) {
        entities.createNativeQuery("""
                update roster_import set mapping = cast(?2 as jsonb), by_name = ?3 where id = ?1""")
            .setParameter(1, one.id())
            .setParameter(2, mapping.json())
            .setParameter(3, byName)
            .executeUpdate();
        entities.createNativeQuery("""
                insert into roster_mapping (school_id, header_digest, mapping) values (?1, ?2, cast(?3 as jsonb))
                on conflict (school_id, header_digest) do update set mapping = excluded.mapping""")
            .setParameter(1, one.school().id())
            .setParameter(2, digest(one.header()))
            .setParameter(3, mapping.json())
            .executeUpdate();
    }

    private static String digest(List<String> header) {
        try {
            byte[] names = JsonTexts.of(header).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(names));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** How far the work under way is. */
    void reached(UUID id, State state, int done, @Nullable String failure) {
        entities.createNativeQuery("update roster_import set state = ?2, done = ?3, failure = ?4 where id = ?1")
            .setParameter(1, id)
            .setParameter(2, state.name())
            .setParameter(3, done)
            .setParameter(4, failure)
            .executeUpdate();
    }

    /** Holds the lock of an import until the transaction ends; a server that dies lets go of it. */
    void hold(UUID id) {
        entities.createNativeQuery("select 1 from roster_lock where import_id = ?1 for update")
            .setParameter(1, id)
            .getResultList();
    }

    /** Work that failed after it had begun: nothing of it is written. */
    void failed(UUID id, String why) {
        entities
            .createNativeQuery(
                    """
                update roster_import set state = 'FAILED', done = 0, failure = ?2 where id = ?1 and state in ('CHECKING', 'APPLYING')""")
            .setParameter(1, id)
            .setParameter(2, why)
            .executeUpdate();
    }

    /** An import that says it is worked on, and that nobody holds, was interrupted: nothing of it is written. */
    RosterImport asItIs(RosterImport one) {
        if (!one.isUnderWay()) {
            return one;
        }
        boolean held = entities
            .createNativeQuery("select 1 from roster_lock where import_id = ?1 for update skip locked")
            .setParameter(1, one.id())
            .getResultList()
            .isEmpty();
        if (!held) {
            // whoever worked may have ended a moment ago: then the state is another by now
            failed(one.id(), "INTERRUPTED");
        }
        return held ? one : find(one.id()).orElse(one);
    }

    /** Puts an import away, with everything that was staged for it. */
    void remove(UUID id) {
        entities.createNativeQuery("delete from roster_import where id = ?1").setParameter(1, id).executeUpdate();
    }

    private static RosterImport read(Object[] row) {
        String mapping = (String) row[9];
        return new RosterImport(UUID.fromString((String) row[0]),
                new SchoolChoice(UUID.fromString((String) row[1]), (String) row[2]), (String) row[3],
                Format.valueOf((String) row[4]), State.valueOf((String) row[5]), (String) row[6],
                Instant.ofEpochMilli(((Number) row[7]).longValue()), JsonTexts.texts(row[8]),
                mapping == null ? null : Mapping.of(mapping), (Boolean) row[10],
                new Counts(number(row[11]), number(row[12]), number(row[13]), number(row[14]), number(row[15]),
                        number(row[16]),
                        new People(number(row[18]), number(row[19]), number(row[20]), number(row[21]))),
                (String) row[17]);
    }

    private static int number(Object value) {
        return ((Number) value).intValue();
    }
}
