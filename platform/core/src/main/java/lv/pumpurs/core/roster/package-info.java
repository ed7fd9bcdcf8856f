/**
 * Import of a school's roster: a file is staged row by row in the tenant's schema, checked against what is there, shown as
 * a difference, and then applied whole or not at all. It changes learners and their enrolments, and nobody's rights.
 */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.roster;
