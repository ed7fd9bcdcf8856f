/**
 * Consultations: what was held, with whom, for how long. The first plugin, small on purpose: one entity
 * ({@link lv.pumpurs.consultations.Consultation}), one page, one migration, one menu entry, built on the SPI alone.
 */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.consultations;
