package lv.pumpurs.praise;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.spi.PersonalData;
import org.jspecify.annotations.Nullable;

/**
 * The privacy contract: what is kept of a learner, and how it is let go. The platform asks it for the file of everything kept
 * about somebody, when somebody is forgotten and when time is over, also where the plugin is off. That there was a praise, and
 * on which day, may stay for figures; what it said goes.
 */
@Dependent
public class KeptPraises implements PersonalData {

    private static final String OF_LEARNER = "learner_id = any (cast(string_to_array(?1, ',') as uuid[]))";
    private static final String FORGET = "update praise set words = '" + GONE + "', version = version + 1 where "
            + OF_LEARNER + " and words <> '" + GONE + "'";

    private final EntityManager em;

    /**
     * On the bound tenant.
     *
     * @param em of the transaction
     */
    @Inject
    public KeptPraises(EntityManager em) {
        this.em = em;
    }

    @Override
    public Set<String> tables() {
        return Set.of("praise");
    }

    @Override
    public List<Section> of(Subject subject, UUID reader) {
        if (subject.kind() != Kind.LEARNER) {
            return List.of();
        }
        // what the school does not show to the family is counted, and not told
        List<?> found = em
            .createNativeQuery("select cast(given_on as text), words, shown_to_family from praise where " + OF_LEARNER
                    + " order by given_on, id")
            .setParameter(1, subject.joined())
            .getResultList();
        List<Map<String, @Nullable Object>> rows = found.stream()
            .map(Object[].class::cast)
            .filter(row -> (Boolean) row[2])
            .map(KeptPraises::row)
            .toList();
        return found.isEmpty() ? List.of() : List.of(new Section("praise", rows, found.size() - rows.size()));
    }

    private static Map<String, @Nullable Object> row(Object[] row) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("given_on", LocalDate.parse((String) row[0]));
        values.put("words", row[1]);
        return values;
    }

    @Override
    public int anonymise(Subject subject) {
        return forget(subject, "", null);
    }

    @Override
    public int expire(Subject subject, LocalDate before) {
        return forget(subject, " and given_on < cast(?2 as date)", before);
    }

    private int forget(Subject subject, String over, @Nullable LocalDate before) {
        if (subject.kind() != Kind.LEARNER) {
            return 0;
        }
        Query query = em.createNativeQuery(FORGET + over).setParameter(1, subject.joined());
        return (before == null ? query : query.setParameter(2, before.toString())).executeUpdate();
    }
}
