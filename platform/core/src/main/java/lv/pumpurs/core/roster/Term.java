package lv.pumpurs.core.roster;

import java.time.LocalDate;

/**
 * When a roster is for, and when it is read.
 *
 * @param schoolYear for instance {@code 2026/2027}
 * @param startsOn first day of teaching
 * @param endsOn last day of teaching
 * @param today the day of the check
 */
record Term(String schoolYear, LocalDate startsOn, LocalDate endsOn, LocalDate today) {}
