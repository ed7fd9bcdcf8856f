package lv.pumpurs.spi;

/**
 * What a person is in a tenant, or, for operators, in the nation. A role is held for a school, a class or the whole
 * tenant and for a period; what it may do is the matrix of permissions.
 *
 * <p>Source of the terms: the domain's actors and roles (class teacher = <em>klases audzinātājs</em>, plan author =
 * <em>plāna ievadītājs</em>, municipality coordinator = <em>pašvaldības koordinators</em>).
 */
public enum Role {
    /** Klases audzinātājs: learners of the own class in this school year. */
    CLASS_TEACHER,
    /** Gives consultations or services: learners with a measure assigned to this person. */
    PROVIDER,
    /** IAP sagatavotājs: learners and plans of the school. */
    PLAN_AUTHOR,
    /** Izglītības iestādes koordinators: all of the school. */
    SCHOOL_COORDINATOR,
    /** Izglītības iestādes direktors: all of the school, first approval. */
    SCHOOL_DIRECTOR,
    /** Staff, classes, settings and roster of the school; no plan content. */
    SCHOOL_ADMIN,
    /** Pašvaldības koordinators: all schools of the tenant. */
    TENANT_COORDINATOR,
    /** Settings, staff and log of the tenant; no plan content. */
    TENANT_ADMIN,
    /** Valsts operators: registry and published figures; inside a tenant only by a recorded, expiring entry. */
    OPERATOR_ADMIN,
    /** Valsts operatora eksperts: plans in the review queue. */
    OPERATOR_REVIEWER,
    /** Reads what a time-limited grant names. */
    AUDITOR,
    /** Vecāks vai likumiskais pārstāvis: the own children. */
    GUARDIAN,
    /** Pilngadīgs izglītojamais: oneself. */
    LEARNER
}
