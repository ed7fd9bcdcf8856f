/**
 * How learners go on: all classes of a school from one school year to the next, in one act. Old classes stay as they
 * were; a year in a class ends, another begins.
 */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.enrolment;
