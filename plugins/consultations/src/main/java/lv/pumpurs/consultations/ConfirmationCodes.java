package lv.pumpurs.consultations;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.util.Optional;
import java.util.UUID;
import lv.pumpurs.spi.Ids;

/** The codes of the bound tenant; a consultation has one at most. */
@Dependent
public class ConfirmationCodes {

    private final EntityManager em;

    /**
     * On the entity manager of the request.
     *
     * @param em bound to the tenant
     */
    @Inject
    public ConfirmationCodes(EntityManager em) {
        this.em = em;
    }

    /** That of a consultation, or a new one. */
    ConfirmationCode of(UUID consultation) {
        return em.createQuery("select k from ConfirmationCode k where k.consultationId = :consultation",
                ConfirmationCode.class)
            .setParameter("consultation", consultation)
            .getResultStream()
            .findFirst()
            .orElseGet(() -> new ConfirmationCode(Ids.next(), consultation));
    }

    /** Of two who make the first one at the same moment the second is told that something has changed. */
    void put(ConfirmationCode code) {
        try {
            em.persist(code);
            em.flush();
        } catch (PersistenceException refused) {
            throw Broken.is(refused, "consultation_code_one") ? new OptimisticLockException(refused) : refused;
        }
    }

    /** One by key; nobody else tries it until the transaction ends, so that tries are counted one by one. */
    Optional<ConfirmationCode> take(UUID id) {
        return Optional.ofNullable(em.find(ConfirmationCode.class, id, LockModeType.PESSIMISTIC_WRITE));
    }
}
