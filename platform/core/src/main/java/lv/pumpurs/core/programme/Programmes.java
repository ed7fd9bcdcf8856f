package lv.pumpurs.core.programme;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.NoResultException;
import java.sql.Date;
import java.util.List;
import java.util.Optional;
import lv.pumpurs.spi.Role;

/** The programmes and their catalogues, as the nation published them to this tenant. */
@Dependent
public class Programmes {

    private final EntityManager entities;

    /**
     * The collection.
     *
     * @param entities bound to a tenant
     */
    @Inject
    public Programmes(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * All programmes, the latest first.
     *
     * @return the programmes
     */
    public List<Programme> all() {
        return entities.createQuery("select p from Programme p order by p.startsOn desc", Programme.class)
            .getResultList();
    }

    /**
     * One programme.
     *
     * @param code its code
     * @return the programme, if published
     */
    public Optional<Programme> find(String code) {
        return Optional.ofNullable(entities.find(Programme.class, code));
    }

    /**
     * Who approves a plan of a programme in this tenant.
     *
     * @param programme its code
     * @return the chain
     * @throws NoResultException if no such programme is published here
     */
    public ApprovalChain approvalChain(String programme) {
        List<?> roles = entities
            .createNativeQuery("select role from approval_step where programme = ?1 order by ordinal")
            .setParameter(1, programme)
            .getResultList();
        if (roles.isEmpty()) {
            throw new NoResultException("No approval steps are published for programme " + programme);
        }
        return new ApprovalChain(roles.stream().map(role -> Role.valueOf((String) role)).toList());
    }

    /**
     * Whom a programme supports.
     *
     * @param programme its code
     * @return one entry a period and kind of education
     */
    public List<TargetGrades> targetGrades(String programme) {
        List<?> rows = entities.createNativeQuery("""
                select vocational, grade_from, grade_to, valid_from, valid_to from programme_grade
                where programme = ?1 order by vocational, valid_from""").setParameter(1, programme).getResultList();
        return rows.stream()
            .map(Object[].class::cast)
            .map(row -> new TargetGrades((Boolean) row[0], (Integer) row[1], (Integer) row[2],
                    ((Date) row[3]).toLocalDate(), ((Date) row[4]).toLocalDate()))
            .toList();
    }

    /**
     * All risks with their groups, in the order of the catalogue, in one statement.
     *
     * @return the risks
     */
    public List<Risk> risks() {
        return entities.createQuery("select r from Risk r join fetch r.group g order by g.position, r.position",
                Risk.class)
            .getResultList();
    }

    /**
     * All kinds of measures, in the order of the catalogue.
     *
     * @return the kinds
     */
    public List<MeasureKind> measureKinds() {
        return entities.createQuery("select m from MeasureKind m order by m.position", MeasureKind.class)
            .getResultList();
    }
}
