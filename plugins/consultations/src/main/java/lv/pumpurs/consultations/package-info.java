/** consultations. */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.consultations;
