package lv.pumpurs.launcher.demo;

import lv.pumpurs.core.learner.Admission;
import lv.pumpurs.core.learner.ClassPlace;
import lv.pumpurs.core.learner.Learner;
import lv.pumpurs.core.learner.Outcome;
import lv.pumpurs.core.plan.SupportPlan;
import lv.pumpurs.core.schoolyear.Semester;
import org.jspecify.annotations.Nullable;

/** A generated learner on the way through school. */
final class DemoPupil {

    private final Learner learner;
    private final DemoSchool school;
    private final DemoCalendar calendar;
    private final String letter;
    private int grade;
    private int firstYear;
    private boolean gone;
    private @Nullable SupportPlan lastPlan;

    DemoPupil(Learner learner, DemoSchool school, DemoCalendar calendar, Place place) {
        this.learner = learner;
        this.school = school;
        this.calendar = calendar;
        this.letter = place.letter();
        this.grade = place.grade();
        this.firstYear = place.firstYear();
    }

    /**
     * Where a learner begins.
     *
     * @param firstYear calendar year in which the school year begins
     * @param grade grade
     * @param letter letter of the class
     */
    record Place(int firstYear, int grade, String letter) {}

    /** Goes up year by year; leaves the school with its last grade. */
    void goOnTo(int year) {
        while (firstYear < year && !gone) {
            boolean last = grade == school.highestGrade();
            boolean certificate = grade == 9 || grade == 12;
            var outcome = certificate ? Outcome.GRADUATED : last ? Outcome.TRANSFERRED : Outcome.PROMOTED;
            learner.finish(calendar.yearEnds(firstYear, grade), outcome);
            gone = last;
            if (!gone) {
                firstYear++;
                grade++;
                learner.enrol(new Admission(school.id(), new Semester(firstYear, 1).schoolYear(),
                        ClassPlace.general(grade, letter), calendar.yearBegins(firstYear)), outcome);
            }
        }
    }

    /** Whether the learner will still be at the school, in a grade that the programme supports. */
    boolean staysUntil(int year) {
        return !gone && grade + year - firstYear <= school.highestGrade();
    }

    void planned(SupportPlan plan) {
        this.lastPlan = plan;
    }

    @Nullable
    SupportPlan lastPlan() {
        return lastPlan;
    }

    Learner learner() {
        return learner;
    }

    DemoSchool school() {
        return school;
    }

    int grade() {
        return grade;
    }

    boolean gone() {
        return gone;
    }

    String className() {
        return grade + "." + letter;
    }
}
