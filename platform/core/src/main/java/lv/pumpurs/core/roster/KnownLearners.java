package lv.pumpurs.core.roster;

import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.learner.ClassPlace;
import org.jspecify.annotations.Nullable;

/** Looks up, for some rows at once, who may be meant by them. */
final class KnownLearners {

    private final EntityManager entities;

    KnownLearners(EntityManager entities) {
        this.entities = entities;
    }

    /** Learners by what they are found by. */
    record Found(Map<String, Known> codes, Map<String, List<Known>> names) {

        @Nullable
        Known byCode(String index) {
            return codes.get(index);
        }

        List<Known> named(String searchName) {
            return names.getOrDefault(searchName, List.of());
        }
    }

    /**
     * Learners of the tenant with one of these codes, and of the school with one of these names.
     *
     * @param schoolId the school
     * @param codes keyed hashes in hexadecimal digits
     * @param names folded names
     * @return whoever was found
     */
    Found find(UUID schoolId, Set<String> codes, Set<String> names) {
        List<?> rows = entities.createNativeQuery("""
                select cast(l.id as text), l.version, l.given_name, l.family_name, l.birth_date,
                       encode(l.personal_code_index, 'hex'), l.search_name, cast(e.id as text),
                       cast(e.school_id as text), e.school_year, e.class_name, e.grade, e.vocational, e.valid_from,
                       e.valid_to,
                       (select string_agg(encode(f.personal_code_index, 'hex'), ',') from former_personal_code f
                        where f.learner_id = l.id)
                from learner l join enrolment e on e.id = l.latest_enrolment_id
                where l.id in (
                  select c.id from learner c where c.personal_code_index in
                    (select decode(v.value, 'hex') from jsonb_array_elements_text(cast(?2 as jsonb)) v)
                  union
                  select b.learner_id from former_personal_code b where b.personal_code_index in
                    (select decode(v.value, 'hex') from jsonb_array_elements_text(cast(?2 as jsonb)) v)
                  union
                  select n.id from learner n join enrolment y on y.id = n.latest_enrolment_id
                  where y.school_id = ?1 and n.search_name in
                    (select v.value from jsonb_array_elements_text(cast(?3 as jsonb)) v))
                order by l.id""")
            .setParameter(1, schoolId)
            .setParameter(2, JsonTexts.of(codes))
            .setParameter(3, JsonTexts.of(names))
            .getResultList();
        Map<String, Known> byCode = new HashMap<>();
        Map<String, List<Known>> byName = new HashMap<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            Known known = known(columns);
            String index = known.codeIndex();
            if (index != null) {
                byCode.put(index, known);
            }
            known.formerIndexes().forEach(former -> byCode.put(former, known));
            if (known.latest().schoolId().equals(schoolId)) {
                byName.computeIfAbsent((String) columns[6], name -> new ArrayList<>()).add(known);
            }
        }
        return new Found(byCode, byName);
    }

    private static Known known(Object[] row) {
        return new Known(UUID.fromString((String) row[0]), ((Number) row[1]).intValue(), (String) row[2],
                (String) row[3], day(row[4]), (String) row[5],
                row[15] == null ? List.of() : List.of(((String) row[15]).split(",")),
                new Known.Latest(UUID.fromString((String) row[7]), UUID.fromString((String) row[8]), (String) row[9],
                        new ClassPlace((String) row[10], ((Number) row[11]).intValue(), (Boolean) row[12]),
                        ((Date) row[13]).toLocalDate(), day(row[14])));
    }

    private static @Nullable LocalDate day(@Nullable Object day) {
        return day == null ? null : ((Date) day).toLocalDate();
    }
}
