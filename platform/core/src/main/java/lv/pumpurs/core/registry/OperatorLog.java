package lv.pumpurs.core.registry;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import lv.pumpurs.spi.Ids;
import org.jspecify.annotations.Nullable;

/** What operators did to tenants; rows are only added. To be used while the nation is bound. */
@Dependent
public class OperatorLog {

    /** What an operator can do to a tenant. */
    public enum Act {
        /** Went in. */
        ENTER,
        /** Went out before the entry expired. */
        LEAVE,
        /** Made it or brought it up to date from its file. */
        APPLY,
        /** Went on with the making of it where a run had broken. */
        RESUME,
        /** Started a run of migrations over all tenants that are behind. */
        MIGRATE,
        /** A plugin is offered to a tenant. */
        OFFER,
        /** A plugin is offered to a tenant no longer. */
        WITHDRAW
    }

    private final EntityManager em;

    /**
     * On the entity manager of the request.
     *
     * @param em bound to the nation
     */
    @Inject
    public OperatorLog(EntityManager em) {
        this.em = em;
    }

    /**
     * Writes an act down.
     *
     * @param subject who
     * @param act what
     * @param slug which tenant; null if none
     * @param reason why, not blank
     * @param at when
     */
    public void add(String subject, Act act, @Nullable String slug, String reason, Instant at) {
        em.createNativeQuery("""
                INSERT INTO operator_log (id, at, operator_subject, act, tenant_slug, reason)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6)""")
            .setParameter(1, Ids.next())
            .setParameter(2, at.atOffset(ZoneOffset.UTC))
            .setParameter(3, subject)
            .setParameter(4, act.name())
            .setParameter(5, slug)
            .setParameter(6, reason)
            .executeUpdate();
    }
}
