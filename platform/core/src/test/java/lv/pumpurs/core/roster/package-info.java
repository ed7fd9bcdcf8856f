/** Import of a roster, on real rows. */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.roster;
