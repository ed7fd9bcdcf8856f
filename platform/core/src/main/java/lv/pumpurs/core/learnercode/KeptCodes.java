package lv.pumpurs.core.learnercode;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.personalcode.PersonalCodeVault;
import lv.pumpurs.core.personaldata.KeptRows;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.core.tenancy.TenantScope;
import lv.pumpurs.spi.PersonalData;
import org.jspecify.annotations.Nullable;

/** The personal codes that a learner had: a file shows as much of them as the pages do. The present one goes with the learner. */
@Dependent
public class KeptCodes implements PersonalData {

    private static final String CODES = """
            select l.id, l.personal_code, null from learner l
            where l.id = any (cast(string_to_array(?1, ',') as uuid[])) and l.personal_code is not null
            union all
            select f.id, f.personal_code, f.valid_to from former_personal_code f
            where f.learner_id = any (cast(string_to_array(?1, ',') as uuid[]))
            order by 3 desc nulls first, 1""";

    private final EntityManager entities;
    private final PersonalCodeVault vault;

    /**
     * On the bound tenant.
     *
     * @param entities of the transaction
     * @param vault keys of personal codes
     */
    @Inject
    public KeptCodes(EntityManager entities, PersonalCodeVault vault) {
        this.entities = entities;
        this.vault = vault;
    }

    @Override
    public Set<String> tables() {
        return Set.of("former_personal_code");
    }

    @Override
    public List<Section> of(Subject subject, UUID reader) {
        if (subject.kind() != Kind.LEARNER) {
            return List.of();
        }
        SchemaName here = Objects.requireNonNull(TenantScope.current());
        List<?> found = entities.createNativeQuery(CODES).setParameter(1, subject.joined()).getResultList();
        List<Map<String, @Nullable Object>> codes = new ArrayList<>();
        for (Object one : found) {
            Object[] row = (Object[]) one;
            Map<String, @Nullable Object> code = new LinkedHashMap<>();
            code.put("personal_code", vault.decrypt((byte[]) row[1], here, (UUID) row[0]).masked());
            code.put("valid_to", row[2] instanceof Date day ? day.toLocalDate() : null);
            codes.add(code);
        }
        return KeptRows.filled(new Section("former_personal_code", codes, 0));
    }

    @Override
    public int anonymise(Subject subject) {
        return subject.kind() == Kind.LEARNER
                ? new KeptRows(entities).change(subject,
                        "delete from former_personal_code where learner_id = any {keys}")
                : 0;
    }

    @Override
    public int expire(Subject subject, LocalDate before) {
        return subject.kind() == Kind.LEARNER
                ? new KeptRows(entities).change(subject, before,
                        "delete from former_personal_code where learner_id = any {keys} and valid_to < {before}")
                : 0;
    }
}
