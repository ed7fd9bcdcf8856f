/**
 * School years and semesters. The semester is the time unit of the domain: a plan belongs to one, a school takes part
 * from one, a figure covers some. Their days are set by the ministry every year and are data.
 */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.schoolyear;
