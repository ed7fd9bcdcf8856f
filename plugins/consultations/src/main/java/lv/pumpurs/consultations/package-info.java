/**
 * Consultations: what is planned and was held, with whom, for how long. The first plugin, built on the SPI alone. Its calendar
 * and what other calendars fetch of it are packages of their own.
 */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.consultations;
