package lv.pumpurs.core.learner;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The start of a year in a class.
 *
 * @param schoolId the school
 * @param schoolYear for instance {@code 2020/2021}
 * @param place the class
 * @param from first day
 */
public record Admission(UUID schoolId, String schoolYear, ClassPlace place, LocalDate from) {}
