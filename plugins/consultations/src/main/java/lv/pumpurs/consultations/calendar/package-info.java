/**
 * Consultations by day, week and month: what is when, and where a provider has time. It reads what the list reads, in the
 * same reach, and writes nothing: whoever chooses a free time is led to the form.
 */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.consultations.calendar;
