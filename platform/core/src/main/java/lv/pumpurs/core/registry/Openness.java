package lv.pumpurs.core.registry;

/** Whether people may work in a tenant now, and if not, why. */
public enum Openness {
    /** People may work. */
    OPEN,
    /** It is being made, or its making broke. */
    BEING_SET_UP,
    /** Its schema is older than this build: migrations have not come to it yet. */
    BEING_UPGRADED,
    /** Its last migration failed; the operator knows. */
    UPGRADE_FAILED
}
