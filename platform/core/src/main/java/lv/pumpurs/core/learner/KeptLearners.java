package lv.pumpurs.core.learner;

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

/** The learner and the years at school. A forgotten learner keeps school, year, grade and outcome, and no class. */
@Dependent
public class KeptLearners implements PersonalData {

    private static final String LEARNER = """
            select l.given_name, l.family_name, l.birth_date, l.email from learner l
            where l.id = any {keys} and l.merged_into is null""";

    private static final String YEARS = """
            select e.school_year, school_name_on(e.school_id, e.valid_from) as school_id, e.class_name, e.grade,
                   e.vocational, e.valid_from, e.valid_to, e.outcome
            from enrolment e where e.learner_id = any {keys} order by e.valid_from, e.id""";

    private static final String FORGET_YEARS = """
            update enrolment set class_name = '–' where learner_id = any {keys} and class_name <> '–'""";

    private static final String FORGET_LEARNER = """
            update learner set given_name = 'Anonimizēts', family_name = 'izglītojamais', search_name = '', email = null,
              birth_date = null, personal_code = null, personal_code_index = null, latest_enrolment_id = null,
              anonymised_on = (select t.day from today t), version = version + 1
            where id = any {keys} and anonymised_on is null""";

    private final KeptRows rows;

    /**
     * On the bound tenant.
     *
     * @param entities of the transaction
     */
    @Inject
    public KeptLearners(EntityManager entities) {
        this.rows = new KeptRows(entities);
    }

    @Override
    public Set<String> tables() {
        return Set.of("learner", "enrolment");
    }

    @Override
    public List<Section> of(Subject subject, UUID reader) {
        return subject.kind() != Kind.LEARNER
                ? List.of()
                : KeptRows.filled(rows.section("learner", LEARNER, Map.of(), subject, reader),
                        rows.section("enrolment", YEARS, Map.of("outcome", "learner.outcome."), subject, reader));
    }

    @Override
    public int anonymise(Subject subject) {
        return subject.kind() == Kind.LEARNER ? rows.change(subject, FORGET_YEARS, FORGET_LEARNER) : 0;
    }

    /** A learner who stays is known by name, and where the learner has been. */
    @Override
    public int expire(Subject subject, LocalDate before) {
        return 0;
    }
}
