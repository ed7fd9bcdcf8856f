/**
 * What is counted, and how. Each measure (M1 to M7) has one definition here, used by every page, report and comparison;
 * figures that a source document published stand beside what the rows say, with the difference.
 */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.figures;
