package lv.pumpurs.core.contact;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.personaldata.KeptRows;
import lv.pumpurs.spi.PersonalData;

/** Contacts with guardians. The family does not see the log of them: a file says how many there are. */
@Dependent
public class KeptContacts implements PersonalData {

    private static final String HOW_MANY = "select count(*) from guardian_contact c where c.learner_id = any {keys}";

    private static final String FORGET_ADDITIONS = """
            update contact_addition a set words = '–' from guardian_contact c
            where c.id = a.contact_id and c.learner_id = any {keys} and a.words <> '–'""";

    private static final String FORGET = """
            update guardian_contact c set guardian_id = null, other_person = '–', topic = '–', outcome = null,
              version = c.version + 1
            where c.learner_id = any {keys}
             and (c.topic <> '–' or c.outcome is not null or c.other_person is distinct from '–')""";

    private final KeptRows rows;

    /**
     * On the bound tenant.
     *
     * @param entities of the transaction
     */
    @Inject
    public KeptContacts(EntityManager entities) {
        this.rows = new KeptRows(entities);
    }

    @Override
    public Set<String> tables() {
        return Set.of("guardian_contact", "contact_addition");
    }

    @Override
    public List<Section> of(Subject subject, UUID reader) {
        return subject.kind() == Kind.LEARNER
                ? KeptRows.filled(rows.withheld("guardian_contact", HOW_MANY, subject))
                : List.of();
    }

    @Override
    public int anonymise(Subject subject) {
        return subject.kind() == Kind.LEARNER ? rows.change(subject, FORGET_ADDITIONS, FORGET) : 0;
    }

    @Override
    public int expire(Subject subject, LocalDate before) {
        return subject.kind() == Kind.LEARNER
                ? rows.change(subject, before, FORGET_ADDITIONS + " and c.held_on < {before}",
                        FORGET + " and c.held_on < {before}")
                : 0;
    }
}
