package lv.pumpurs.consultations;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.spi.PersonalData;
import org.jspecify.annotations.Nullable;

/** Consultations of a learner: day and minutes count for ever, what one was about goes. */
@Dependent
public class KeptConsultations implements PersonalData {

    private static final String OF_LEARNER = "learner_id = any (cast(string_to_array(?1, ',') as uuid[]))";

    private static final String FORGET = "update consultation set subject = '" + GONE
            + "', version = version + 1 where " + OF_LEARNER + " and subject <> '" + GONE + "'";

    private final EntityManager entities;

    /**
     * On the bound tenant.
     *
     * @param entities of the transaction
     */
    @Inject
    public KeptConsultations(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Set<String> tables() {
        return Set.of("consultation");
    }

    @Override
    public List<Section> of(Subject subject, UUID reader) {
        if (subject.kind() != Kind.LEARNER) {
            return List.of();
        }
        List<?> found = entities
            .createNativeQuery("select cast(held_on as text), subject, minutes from consultation where "
                    + OF_LEARNER + " order by held_on, id")
            .setParameter(1, subject.joined())
            .getResultList();
        List<Map<String, @Nullable Object>> rows = found.stream()
            .map(row -> row((Object[]) row))
            .toList();
        return rows.isEmpty() ? List.of() : List.of(new Section("consultation", rows, 0));
    }

    private static Map<String, @Nullable Object> row(Object[] row) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("held_on", LocalDate.parse((String) row[0]));
        values.put("subject", row[1]);
        values.put("minutes", row[2]);
        return values;
    }

    @Override
    public int anonymise(Subject subject) {
        return subject.kind() == Kind.LEARNER
                ? entities.createNativeQuery(FORGET).setParameter(1, subject.joined()).executeUpdate()
                : 0;
    }

    @Override
    public int expire(Subject subject, LocalDate before) {
        return subject.kind() == Kind.LEARNER
                ? entities.createNativeQuery(FORGET + " and held_on < cast(?2 as date)")
                    .setParameter(1, subject.joined())
                    .setParameter(2, before.toString())
                    .executeUpdate()
                : 0;
    }
}
