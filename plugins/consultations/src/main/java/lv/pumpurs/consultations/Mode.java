package lv.pumpurs.consultations;

/** How a consultation is held. */
public enum Mode {
    /** In one room (<em>klātienē</em>). */
    IN_PERSON,
    /** By video or telephone (<em>attālināti</em>), under an order of the director. */
    REMOTE
}
