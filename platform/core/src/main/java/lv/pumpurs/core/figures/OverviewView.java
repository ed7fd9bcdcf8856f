package lv.pumpurs.core.figures;

import java.util.List;
import java.util.UUID;
import lv.pumpurs.core.figures.FigureLine.KindName;
import lv.pumpurs.core.figures.FigureLine.Period;
import lv.pumpurs.core.figures.Overview.Counts;
import lv.pumpurs.core.figures.Overview.MeasureUse;
import lv.pumpurs.core.web.Chart;
import lv.pumpurs.core.web.RequestPage;
import org.jspecify.annotations.Nullable;

/**
 * The municipality at a glance: counted from rows, with the published figures beside.
 *
 * @param period what is counted; null while there is no plan
 * @param semesters codes to choose from, the latest first
 * @param totals the tenant as a whole
 * @param schools by school
 * @param bySemester by semester, in the order of time
 * @param measures kinds of measures by use, the most used first
 * @param figures published figures with the computed ones
 * @param kinds names of the kinds of measures
 */
public record OverviewView(@Nullable Period period, List<String> semesters, Counts totals, List<SchoolLine> schools,
        List<SemesterLine> bySemester, List<MeasureUse> measures, List<FigureLine> figures, List<KindName> kinds) {

    /** More labels do not fit side by side: the bars lie down. */
    private static final int MOST_COLUMNS = 5;

    /**
     * A school.
     *
     * @param id its key
     * @param name its name
     * @param counts what was counted in it
     */
    public record SchoolLine(UUID id, String name, Counts counts) {}

    /**
     * A semester.
     *
     * @param semester its code
     * @param counts what was counted in it
     */
    public record SemesterLine(String semester, Counts counts) {}

    /**
     * The picture of plans and learners by semester.
     *
     * @param page the reader's words
     * @return two series
     */
    public Chart semesterChart(RequestPage page) {
        boolean crowded = bySemester.size() > MOST_COLUMNS;
        return new Chart("chart-semesters", page.t("figures.semesters.chart"), page.t("figures.chart.beside"),
                bySemester.stream()
                    .map(line -> crowded ? page.term(line.semester()) : page.shortTerm(line.semester()))
                    .toList(),
                List.of(new Chart.Series(page.t("figures.plans-prepared"),
                        bySemester.stream().map(line -> line.counts().plansPrepared()).toList()),
                        new Chart.Series(page.t("figures.learners-supported"),
                                bySemester.stream().map(line -> line.counts().learnersSupported()).toList())),
                crowded);
    }

    /**
     * The picture of measures by use.
     *
     * @param page the reader's words
     * @return one series, at most eight bars
     */
    public Chart measureChart(RequestPage page) {
        List<MeasureUse> most = measures.stream().limit(8).toList();
        return new Chart("chart-measures", page.t("figures.measures.chart"), page.t("figures.chart.beside"),
                most.stream().map(use -> page.pick(use.nameLv(), use.nameEn())).toList(),
                List.of(new Chart.Series(page.t("figures.plans"), most.stream().map(MeasureUse::plans).toList())),
                true);
    }
}
