package lv.pumpurs.core.operator;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lv.pumpurs.core.operator.TenantsView.Setup;
import lv.pumpurs.core.operator.TenantsView.Why;
import lv.pumpurs.core.provisioning.ProvisioningStep;
import org.jspecify.annotations.Nullable;

/** What provisioning noted about tenants whose making did not come to its end; to be used while the nation is bound. */
@Dependent
public class SetupNotes {

    private static final String NO_MAIL = "NO_MAIL";

    private final EntityManager em;

    /**
     * On the entity manager of the request.
     *
     * @param em bound to the nation
     */
    @Inject
    public SetupNotes(EntityManager em) {
        this.em = em;
    }

    /** The notes of one tenant. */
    record Notes(List<Note> all) {

        static final Notes NONE = new Notes(List.of());

        /** Where its making stands; null if every noted step is done. */
        @Nullable
        Setup setup() {
            return all.stream()
                .filter(note -> !note.state().equals("DONE"))
                .findFirst()
                .map(note -> new Setup((int) all.stream().filter(one -> one.state().equals("DONE")).count(),
                        ProvisioningStep.values().length, note.step().name(), note.state().equals("FAILED"),
                        note.why(), note.at()))
                .orElse(null);
        }

        int unmailed() {
            return all.stream()
                .map(Note::why)
                .filter(why -> why != null && why.code().equals(NO_MAIL))
                .mapToInt(why -> why == null ? 0 : Integer.parseInt(why.detail()))
                .sum();
        }
    }

    /** What is known of one step. */
    record Note(ProvisioningStep step, String state, @Nullable Why why, Instant at) {}

    /**
     * The notes that an operator should see, in one statement.
     *
     * @return by slug; nothing for a tenant that was made without a remark
     */
    Map<String, Notes> open() {
        List<?> rows = em.createNativeQuery("""
                SELECT t.slug, s.step, s.state, s.reason, s.reason_detail, (extract(epoch FROM s.at) * 1000)::bigint
                FROM provisioning_step s JOIN tenant t ON t.id = s.tenant_id
                WHERE t.state <> 'ACTIVE' OR EXISTS (SELECT FROM provisioning_step x WHERE x.tenant_id = t.id
                  AND (x.state <> 'DONE' OR x.reason IS NOT NULL))
                ORDER BY t.slug, s.at""").getResultList();
        Map<String, List<Note>> notes = new HashMap<>();
        for (Object row : rows) {
            Object[] one = (Object[]) row;
            notes.computeIfAbsent((String) one[0], slug -> new ArrayList<>())
                .add(new Note(ProvisioningStep.valueOf((String) one[1]), (String) one[2], why(one[3], one[4]),
                        Instant.ofEpochMilli(((Number) one[5]).longValue())));
        }
        Map<String, Notes> bySlug = new HashMap<>();
        notes.forEach((slug, all) -> bySlug.put(slug, new Notes(all)));
        return bySlug;
    }

    static @Nullable Why why(@Nullable Object code, @Nullable Object detail) {
        return code == null ? null : new Why((String) code, detail == null ? "" : (String) detail);
    }
}
