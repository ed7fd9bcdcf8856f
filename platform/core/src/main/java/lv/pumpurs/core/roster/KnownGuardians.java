package lv.pumpurs.core.roster;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.learner.Relation;
import lv.pumpurs.core.roster.GuardianDecision.Custody;
import lv.pumpurs.core.roster.GuardianMatch.Candidates;
import lv.pumpurs.core.roster.KnownGuardian.Standing;
import org.jspecify.annotations.Nullable;

/**
 * Looks up, for some rows at once, which guardians may be meant by them: in the register, and among those whom earlier
 * rows of the file have brought. A number of statements that does not grow with the rows.
 */
final class KnownGuardians {

    private static final String ANY = " = any (array(select v.value from jsonb_array_elements_text(cast(?%d as jsonb)) v))";
    private static final String ANY_KEY = " = any (array(select cast(v.value as uuid) from "
            + "jsonb_array_elements_text(cast(?%d as jsonb)) v))";

    private final EntityManager entities;
    private final RosterImport one;
    private final LocalDate today;
    private final Map<UUID, KnownGuardian> people = new HashMap<>();
    private final Map<String, UUID> emails = new HashMap<>();
    private final Map<String, UUID> sources = new HashMap<>();
    private final Map<String, Set<UUID>> otherSources = new HashMap<>();
    private final Map<UUID, Map<UUID, Tie>> ties = new HashMap<>();
    private final Set<UUID> adults = new HashSet<>();

    /** How it is between a guardian and a learner. */
    private record Tie(Custody custody, @Nullable Relation relation) {}

    KnownGuardians(EntityManager entities, RosterImport one, LocalDate today) {
        this.entities = entities;
        this.one = one;
        this.today = today;
    }

    /**
     * Looks up who may be meant.
     *
     * @param learners who are there already
     * @param said what the rows say of guardians
     */
    void find(Set<UUID> learners, List<SaidGuardian> said) {
        Set<String> addresses = new HashSet<>();
        Set<String> keys = new HashSet<>();
        said.forEach(each -> {
            if (each.email() != null) {
                addresses.add(each.email());
            }
            if (each.source() != null) {
                keys.add(each.source());
            }
        });
        Set<UUID> ids = new HashSet<>();
        addressed(addresses, ids);
        keyed(keys, ids);
        tied(learners, ids);
        readPeople(ids);
        readEarlierRows(addresses, keys, ids);
    }

    /** A guardian before whoever else has the address. */
    private void addressed(Set<String> addresses, Set<UUID> ids) {
        rows(query("""
                select a.email, cast(a.person_id as text) from account a
                where a.email""" + ANY.formatted(1) + """

                order by exists (select 1 from guardian g where g.id = a.person_id) desc, a.person_id""")
            .setParameter(1, JsonTexts.of(addresses))).forEach(row -> {
                emails.putIfAbsent((String) row[0], key(row[1]));
                ids.add(key(row[1]));
            });
    }

    private void keyed(Set<String> keys, Set<UUID> ids) {
        rows(query("""
                select k.source_id, k.school_id = ?1, cast(k.guardian_id as text) from imported_guardian_key k
                where k.source_id""" + ANY.formatted(2)).setParameter(1, one.school().id())
            .setParameter(2, JsonTexts.of(keys))).forEach(row -> {
                UUID guardian = key(row[2]);
                ids.add(guardian);
                if ((Boolean) row[1]) {
                    sources.put((String) row[0], guardian);
                } else {
                    otherSources.computeIfAbsent((String) row[0], source -> new HashSet<>()).add(guardian);
                }
            });
    }

    /** An import that began a guardianship remembers it, so that one taken away on its first day counts as ended. */
    private void tied(Set<UUID> learners, Set<UUID> ids) {
        rows(query("""
                select cast(h.learner_id as text), cast(h.guardian_id as text),
                  case when h.valid_to is null or h.valid_to >= cast(?2 as date) then h.relation end
                from guardianship h where h.learner_id""" + ANY_KEY.formatted(1) + """

                union all
                select cast(m.learner_id as text), cast(m.guardian_id as text), null from imported_guardianship m
                where m.learner_id""" + ANY_KEY.formatted(1) + """

                union all
                select cast(l.id as text), null, null from learner l
                where l.email is not null and l.id""" + ANY_KEY.formatted(1))
            .setParameter(1, keys(learners))
            .setParameter(2, today.toString())).forEach(row -> {
                UUID learner = key(row[0]);
                if (row[1] == null) {
                    adults.add(learner);
                    return;
                }
                ids.add(key(row[1]));
                Tie tie = row[2] == null
                        ? new Tie(Custody.ENDED, null)
                        : new Tie(Custody.LASTS, Relation.valueOf((String) row[2]));
                ties.computeIfAbsent(learner, child -> new HashMap<>())
                    .merge(key(row[1]), tie, (known, other) -> known.custody() == Custody.LASTS ? known : other);
            });
    }

    private void readPeople(Set<UUID> ids) {
        rows(query("""
                select cast(a.id as text), a.guardian, a.given_name, a.family_name, a.email, a.phone,
                  (select min(k.source_id) from imported_guardian_key k
                   where k.guardian_id = a.id and k.school_id = ?1),
                  coalesce(i.given_name = a.given_name and i.family_name = a.family_name
                    and i.email is not distinct from a.email and i.phone is not distinct from a.phone, false),
                  i.guardian_id is null or exists (select 1 from invitation v where v.id = a.id)
                    or exists (select 1 from staff s where s.id = a.id)
                    or exists (select 1 from learner l where l.id = a.id and l.email is not null), null
                from (select g.id, true as guardian, g.given_name, g.family_name, g.email, g.phone from guardian g
                      where g.id""" + ANY_KEY.formatted(2) + """

                      union all
                      select c.person_id, false, c.given_name, c.family_name, c.email, null from account c
                      where c.person_id""" + ANY_KEY.formatted(2) + """

                        and not exists (select 1 from guardian g where g.id = c.person_id)) a
                left join imported_guardian i on i.guardian_id = a.id""")
            .setParameter(1, one.school().id())
            .setParameter(2, keys(ids))).forEach(row -> people.putIfAbsent(key(row[0]), person(row)));
    }

    /** Whom earlier rows have brought, or have decided what becomes of: as they will be afterwards. */
    private void readEarlierRows(Set<String> addresses, Set<String> keys, Set<UUID> ids) {
        rows(query("""
                select distinct on (x.guardian_id) cast(x.guardian_id as text), true, x.given_name, x.family_name,
                  x.email, x.phone, x.source_id, true, false, x.row_no
                from (select r.* from jsonb_array_elements_text(cast(?2 as jsonb)) v
                        join roster_guardian r on r.import_id = ?1 and r.email = v.value
                      union all
                      select r.* from jsonb_array_elements_text(cast(?3 as jsonb)) v
                        join roster_guardian r on r.import_id = ?1 and r.source_id = v.value
                      union all
                      select r.* from jsonb_array_elements_text(cast(?4 as jsonb)) v
                        join roster_guardian r on r.import_id = ?1 and r.guardian_id = cast(v.value as uuid)) x
                where x.act <> 'LEFT' order by x.guardian_id, x.row_no, x.nth""").setParameter(1, one.id())
            .setParameter(2, JsonTexts.of(addresses))
            .setParameter(3, JsonTexts.of(keys))
            .setParameter(4, keys(ids))).forEach(row -> {
                KnownGuardian earlier = person(row);
                KnownGuardian known = people.get(earlier.id());
                Standing now = earlier.standing();
                met(known == null
                        ? earlier
                        : new KnownGuardian(earlier.id(), true, earlier.givenName(), earlier.familyName(),
                                earlier.email(), earlier.phone(),
                                new Standing(now.source() == null ? known.standing().source() : now.source(),
                                        known.standing().untouched(), known.standing().signsIn(), now.row())));
            });
    }

    /** From now on the person is known as it will be after the rows so far. */
    void met(KnownGuardian person) {
        people.put(person.id(), person);
        if (person.email() != null) {
            emails.put(person.email(), person.id());
        }
        String source = person.standing().source();
        if (source != null) {
            sources.put(source, person.id());
        }
    }

    Candidates candidates(SaidGuardian said, @Nullable UUID learner) {
        List<KnownGuardian> own = learner == null ? List.of() : known(tiesOf(learner).keySet());
        UUID bySource = said.source() == null ? null : sources.get(said.source());
        List<KnownGuardian> elsewhere = said.source() == null
                ? List.of()
                : known(otherSources.getOrDefault(said.source(), Set.of()));
        return new Candidates(bySource == null ? null : people.get(bySource), elsewhere, addressed(said), own);
    }

    @Nullable
    KnownGuardian addressed(SaidGuardian said) {
        UUID person = said.email() == null ? null : emails.get(said.email());
        return person == null ? null : people.get(person);
    }

    Custody custody(@Nullable UUID learner, @Nullable KnownGuardian person) {
        Tie tie = tie(learner, person);
        return tie == null ? Custody.NONE : tie.custody();
    }

    boolean hasOtherRelation(@Nullable UUID learner, @Nullable KnownGuardian person, SaidGuardian said) {
        Tie tie = tie(learner, person);
        return tie != null && tie.relation() != null && said.role().said() && said.role().relation() != tie.relation();
    }

    boolean isAdult(@Nullable UUID learner) {
        return learner != null && adults.contains(learner);
    }

    private @Nullable Tie tie(@Nullable UUID learner, @Nullable KnownGuardian person) {
        return learner == null || person == null ? null : tiesOf(learner).get(person.id());
    }

    private Map<UUID, Tie> tiesOf(UUID learner) {
        return ties.getOrDefault(learner, Map.of());
    }

    private List<KnownGuardian> known(Set<UUID> ids) {
        List<KnownGuardian> found = new ArrayList<>();
        ids.forEach(id -> {
            KnownGuardian person = people.get(id);
            if (person != null) {
                found.add(person);
            }
        });
        return found;
    }

    private static KnownGuardian person(Object[] row) {
        return new KnownGuardian(key(row[0]), (Boolean) row[1], (String) row[2], (String) row[3], (String) row[4],
                (String) row[5], new Standing((String) row[6], (Boolean) row[7], (Boolean) row[8],
                        row[9] == null ? null : ((Number) row[9]).intValue()));
    }

    private Query query(String sql) {
        return entities.createNativeQuery(sql);
    }

    private static List<Object[]> rows(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(Object[].class::cast).toList();
    }

    private static String keys(Set<UUID> ids) {
        return JsonTexts.of(ids.stream().map(UUID::toString).toList());
    }

    private static UUID key(Object text) {
        return UUID.fromString((String) text);
    }
}
