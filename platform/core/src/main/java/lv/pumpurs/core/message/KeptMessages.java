package lv.pumpurs.core.message;

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

/**
 * Messages to a family, and the mail that told of them. Whoever reads the file finds what was written to them; what was
 * written to others about the same learner is counted.
 */
@Dependent
public class KeptMessages implements PersonalData {

    private static final String OWN = """
            select t.given_name || ' ' || t.family_name as author_id, m.subject, m.words, m.written_at, m.read_at
            from guardian_message m join staff t on t.id = m.author_id
            where m.learner_id = any {keys} and (m.recipient_id = {reader} or m.recipient_id = m.learner_id)
            order by m.written_at, m.id""";

    private static final String ALL = "select count(*) from guardian_message m where m.learner_id = any {keys}";

    /** The recipient stands for the learner, so the row must not name one who stays known. */
    private static final String FORGET = """
            update guardian_message m set subject = '–', words = '–', recipient_id = m.learner_id, mail_id = null
            where m.learner_id = any {keys} and (m.subject <> '–' or m.words <> '–' or m.mail_id is not null)""";

    private static final String MAIL = """
            delete from mail a where a.person_id = any {keys} and a.state <> 'SENDING'
             and not exists (select 1 from guardian_message m where m.mail_id = a.id)""";

    private final KeptRows rows;

    /**
     * On the bound tenant.
     *
     * @param entities of the transaction
     */
    @Inject
    public KeptMessages(EntityManager entities) {
        this.rows = new KeptRows(entities);
    }

    @Override
    public Set<String> tables() {
        return Set.of("guardian_message", "mail");
    }

    @Override
    public List<Section> of(Subject subject, UUID reader) {
        if (subject.kind() != Kind.LEARNER) {
            return List.of();
        }
        Section own = rows.section("guardian_message", OWN, Map.of(), subject, reader);
        int all = rows.withheld("guardian_message", ALL, subject).withheld();
        return KeptRows.filled(new Section(own.table(), own.rows(), all - own.rows().size()));
    }

    @Override
    public int anonymise(Subject subject) {
        return subject.kind() == Kind.LEARNER ? rows.change(subject, FORGET, MAIL) : rows.change(subject, MAIL);
    }

    @Override
    public int expire(Subject subject, LocalDate before) {
        return subject.kind() == Kind.LEARNER
                ? rows.change(subject, before, FORGET + " and cast(m.written_at as date) < {before}")
                : 0;
    }
}
