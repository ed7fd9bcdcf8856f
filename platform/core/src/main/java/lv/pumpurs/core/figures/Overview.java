package lv.pumpurs.core.figures;

import java.util.List;
import java.util.UUID;
import lv.pumpurs.core.schoolyear.Semester;

/**
 * A municipality at a glance, for a period. The parts must not be added up: a learner may have plans in two semesters
 * and, rarely, at two schools.
 *
 * @param from first semester
 * @param to last semester
 * @param totals the tenant as a whole
 * @param schools by school, in the order of the alphabet
 * @param semesters by semester, in the order of time
 * @param measures kinds of measures by use, the most used first
 */
public record Overview(Semester from, Semester to, Counts totals, List<SchoolCounts> schools,
        List<SemesterCounts> semesters, List<MeasureUse> measures) {

    /**
     * What was counted.
     *
     * @param plansPrepared plans that passed their last approval
     * @param plansRealised of those, evaluated or closed with a delivered measure
     * @param learnersSupported distinct learners
     * @param educatorsEngaged distinct people who gave support
     */
    public record Counts(int plansPrepared, int plansRealised, int learnersSupported, int educatorsEngaged) {

        static final Counts NONE = new Counts(0, 0, 0, 0);
    }

    /**
     * A school.
     *
     * @param schoolId its key
     * @param name its name
     * @param counts what was counted in it
     */
    public record SchoolCounts(UUID schoolId, String name, Counts counts) {}

    /**
     * A semester.
     *
     * @param semester which
     * @param counts what was counted in it
     */
    public record SemesterCounts(Semester semester, Counts counts) {}

    /**
     * A kind of measure.
     *
     * @param kind its code
     * @param nameLv name in Latvian
     * @param nameEn name in English
     * @param plans how many prepared plans plan it
     * @param learners how many distinct learners those plans are for
     */
    public record MeasureUse(String kind, String nameLv, String nameEn, int plans, int learners) {}
}
