package lv.pumpurs.core.invitation;

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

/** How far the invitation of a person is. */
@Dependent
public class KeptInvitations implements PersonalData {

    private static final String STATE = "select i.state, i.changed_at from invitation i where i.id = any {keys}";

    private static final String FORGET = "delete from invitation i where i.id = any {keys}";

    // whoever stands for a child may work here or learn as well, under the same key, and goes on signing in
    private static final String NOT_STAFF = " and i.id not in (select s.id from staff s)";
    private static final String NOT_GUARDIAN = " and i.id not in (select h.guardian_id from guardianship h)";
    private static final String NOT_LEARNER = " and i.id not in (select l.id from learner l where l.email is not null)";

    private final KeptRows rows;

    /**
     * On the bound tenant.
     *
     * @param entities of the transaction
     */
    @Inject
    public KeptInvitations(EntityManager entities) {
        this.rows = new KeptRows(entities);
    }

    @Override
    public Set<String> tables() {
        return Set.of("invitation");
    }

    @Override
    public List<Section> of(Subject subject, UUID reader) {
        return KeptRows.filled(
                rows.section("invitation", STATE, Map.of("state", "invitation.state."), subject, reader));
    }

    @Override
    public int anonymise(Subject subject) {
        return rows.change(subject, FORGET + switch (subject.kind()) {
            case LEARNER -> NOT_STAFF + NOT_GUARDIAN;
            case GUARDIAN -> NOT_STAFF + NOT_GUARDIAN + NOT_LEARNER;
            case STAFF -> "";
        });
    }

    @Override
    public int expire(Subject subject, LocalDate before) {
        return 0;
    }
}
