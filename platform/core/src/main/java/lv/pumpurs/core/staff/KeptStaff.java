package lv.pumpurs.core.staff;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.personaldata.KeptRows;
import lv.pumpurs.spi.PersonalData;

/** People who work here. Whoever has no role any more can be forgotten; what they did stays, by nobody's name. */
@Dependent
public class KeptStaff implements PersonalData {

    private static final String SELF = "select t.given_name, t.family_name, t.email from staff t where t.id = any {keys}";

    private static final String ROLES = """
            select r.role, school_name_on(r.school_id, r.valid_from) as school_id, r.class_name, r.provider_role,
                   r.valid_from, r.valid_to
            from staff_role r where r.staff_id = any {keys} order by r.valid_from, r.id""";

    private static final String FORGET = """
            update staff t set given_name = 'Anonimizēts', family_name = 'darbinieks',
              email = cast(t.id as text) || '@anonimizets.invalid'
            where t.id = any {keys} and not exists (select 1 from staff_role r cross join today d
              where r.staff_id = t.id and (r.valid_to is null or r.valid_to >= d.day))""";

    private final KeptRows rows;

    /**
     * On the bound tenant.
     *
     * @param entities of the transaction
     */
    @Inject
    public KeptStaff(EntityManager entities) {
        this.rows = new KeptRows(entities);
    }

    @Override
    public Set<String> tables() {
        return Set.of("staff", "staff_role", "digest_choice");
    }

    @Override
    public List<Section> of(Subject subject, UUID reader) {
        return subject.kind() != Kind.STAFF
                ? List.of()
                : KeptRows.filled(rows.section("staff", SELF, Map.of(), subject, reader),
                        rows.section("staff_role", ROLES, Map.of("role", "role.", "provider_role",
                                "audit.provider-role."), subject, reader),
                        rows.section("digest_choice", "select c.wanted from digest_choice c where c.id = any {keys}",
                                Map.of(), subject, reader));
    }

    @Override
    public int anonymise(Subject subject) {
        return subject.kind() == Kind.STAFF
                ? rows.change(subject, FORGET, "delete from digest_choice where id = any {keys}")
                : 0;
    }

    @Override
    public int expire(Subject subject, LocalDate before) {
        return 0;
    }
}
