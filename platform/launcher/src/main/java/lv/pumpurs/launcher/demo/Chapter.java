package lv.pumpurs.launcher.demo;

import java.util.List;
import lv.pumpurs.core.schoolyear.Semester;

/**
 * What happened in one school in one semester of the past: that many plans, one a learner, some of whom had one before.
 *
 * @param semester when
 * @param school name of the school
 * @param plans how many plans
 * @param again how many of them for learners who had a plan before
 * @param lowestGrade lowest grade of new learners
 * @param highestGrade highest grade of new learners
 */
record Chapter(Semester semester, String school, int plans, int again, int lowestGrade, int highestGrade) {

    private static final String GYMNASIUM = "Rēzeknes Valsts 1. ģimnāzija";

    /**
     * The past of a tenant, such that its published figures come out: the numbers of new learners of a period add up to
     * the learners supported in it.
     *
     * @param tenant slug of the tenant
     * @param undated the semester assumed for figures whose document gives none
     * @return in the order of time
     */
    static List<Chapter> of(String tenant, Semester undated) {
        return switch (tenant) {
            case "lubana" -> lubana("Lubānas vidusskola");
            case "rezekne" -> rezekne();
            case "livani" -> livani(undated);
            default -> List.of();
        };
    }

    /** 18 + 14 + 15 new learners are the 47 "of the past school years"; then 22 plans, then 24 learners. */
    private static List<Chapter> lubana(String school) {
        return List.of(chapter("2018/2019-2", school, 18, 0, 5, 12), chapter("2019/2020-1", school, 24, 10, 5, 12),
                chapter("2019/2020-2", school, 27, 12, 5, 12), chapter("2020/2021-1", school, 22, 12, 5, 12),
                chapter("2020/2021-2", school, 24, 14, 5, 12));
    }

    /** 39 learners with one plan each in two schools; the year after, seven schools with 97 and then 104 plans. */
    private static List<Chapter> rezekne() {
        return List.of(chapter("2017/2018-1", "Rēzeknes 4. vidusskola", 11, 0, 5, 12),
                chapter("2017/2018-1", "Rēzeknes sākumskola", 5, 0, 5, 6),
                chapter("2017/2018-2", "Rēzeknes 4. vidusskola", 16, 0, 5, 12),
                chapter("2017/2018-2", "Rēzeknes sākumskola", 7, 0, 5, 6),
                chapter("2018/2019-1", GYMNASIUM, 12, 0, 7, 12),
                chapter("2018/2019-1", "Rēzeknes valsts poļu ģimnāzija", 12, 0, 5, 12),
                chapter("2018/2019-1", "Rēzeknes 3. vidusskola", 14, 0, 5, 12),
                chapter("2018/2019-1", "Rēzeknes 4. vidusskola", 20, 8, 5, 12),
                chapter("2018/2019-1", "Rēzeknes 5. vidusskola", 14, 0, 5, 12),
                chapter("2018/2019-1", "Rēzeknes 6. vidusskola", 13, 0, 5, 12),
                chapter("2018/2019-1", "Rēzeknes sākumskola", 12, 3, 5, 6),
                chapter("2018/2019-2", GYMNASIUM, 13, 8, 7, 12),
                chapter("2018/2019-2", "Rēzeknes valsts poļu ģimnāzija", 13, 8, 5, 12),
                chapter("2018/2019-2", "Rēzeknes 3. vidusskola", 15, 9, 5, 12),
                chapter("2018/2019-2", "Rēzeknes 4. vidusskola", 21, 14, 5, 12),
                chapter("2018/2019-2", "Rēzeknes 5. vidusskola", 15, 9, 5, 12),
                chapter("2018/2019-2", "Rēzeknes 6. vidusskola", 14, 8, 5, 12),
                chapter("2018/2019-2", "Rēzeknes sākumskola", 13, 7, 5, 6));
    }

    private static List<Chapter> livani(Semester now) {
        var next = now.next().code();
        return List.of(chapter(now.code(), "Rudzātu vidusskola", 14, 0, 5, 12),
                chapter(now.code(), "Jersikas pamatskola", 17, 0, 5, 9),
                chapter(now.code(), "Rožupes pamatskola", 12, 0, 5, 9),
                chapter(next, "Rudzātu vidusskola", 15, 9, 5, 12), chapter(next, "Jersikas pamatskola", 16, 11, 5, 9),
                chapter(next, "Rožupes pamatskola", 13, 8, 5, 9));
    }

    private static Chapter chapter(String semester, String school, int plans, int again, int lowest, int highest) {
        return new Chapter(Semester.of(semester), school, plans, again, lowest, highest);
    }
}
