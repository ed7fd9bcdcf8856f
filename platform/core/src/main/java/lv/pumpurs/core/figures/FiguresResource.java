package lv.pumpurs.core.figures;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import lv.pumpurs.core.figures.FigureLine.KindName;
import lv.pumpurs.core.figures.FigureLine.Period;
import lv.pumpurs.core.figures.OverviewView.SchoolLine;
import lv.pumpurs.core.figures.OverviewView.SemesterLine;
import lv.pumpurs.core.programme.Programmes;
import lv.pumpurs.core.schoolyear.Semester;
import lv.pumpurs.core.web.CurrentTenant;
import lv.pumpurs.core.web.Languages;
import lv.pumpurs.core.web.Pages;
import lv.pumpurs.spi.Impersonal;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a municipality counts: at a glance, and figure by figure beside what was published. */
@Path("t/{tenant}")
@Dependent
@Transactional
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class FiguresResource {

    private final Figures figures;
    private final Overviews overviews;
    private final Programmes programmes;
    private final CurrentTenant tenant;
    private final Pages pages;

    /**
     * On the bound tenant.
     *
     * @param figures published and computed
     * @param overviews counted for a period
     * @param programmes names of kinds of measures
     * @param tenant where we are
     * @param pages the reader's language
     */
    @Inject
    public FiguresResource(Figures figures, Overviews overviews, Programmes programmes, CurrentTenant tenant,
            Pages pages) {
        this.figures = figures;
        this.overviews = overviews;
        this.programmes = programmes;
        this.tenant = tenant;
        this.pages = pages;
    }

    /**
     * Every published figure beside the computed one.
     *
     * @param request tells the reader's language
     * @return by code
     */
    @GET
    @Path("figures")
    @Requires("figures:read")
    @Impersonal(because = "it counts, and names schools only")
    @Operation(summary = "Published figures beside computed ones, with the difference")
    public FiguresView figures(@Context HttpServletRequest request) {
        return new FiguresView(lines(request), kinds());
    }

    /**
     * The municipality at a glance.
     *
     * @param from code of the first semester; all semesters with plans without it
     * @param to code of the last semester
     * @param request tells the reader's language
     * @return counted for the period
     */
    @GET
    @Path("overview")
    @Requires("figures:read")
    @Impersonal(because = "it counts, and names schools only")
    @Operation(summary = "Schools, learners, plans, educators and measures, counted from rows for a period")
    public OverviewView overview(
            @Parameter(description = "Code of a semester, 2020/2021-1") @QueryParam("from") @Nullable String from,
            @Parameter(description = "Code of a semester, 2020/2021-2") @QueryParam("to") @Nullable String to,
            @Context HttpServletRequest request) {
        List<Semester> all = overviews.semestersWithPlans();
        List<FigureLine> lines = lines(request);
        if (all.isEmpty()) {
            return new OverviewView(null, List.of(), Overview.Counts.NONE, List.of(), List.of(), List.of(), lines,
                    kinds());
        }
        Semester first = chosen(from, all, all.getLast());
        Semester last = chosen(to, all, all.getFirst());
        Semester until = last.compareTo(first) < 0 ? first : last;
        Overview counted = overviews.of(first, until);
        return new OverviewView(new Period(first.code(), until.code()), all.stream().map(Semester::code).toList(),
                counted.totals(),
                counted.schools()
                    .stream()
                    .map(one -> new SchoolLine(one.schoolId(), one.name(), one.counts()))
                    .toList(),
                counted.semesters()
                    .stream()
                    .filter(one -> !one.counts().equals(Overview.Counts.NONE))
                    .map(one -> new SemesterLine(one.semester().code(), one.counts()))
                    .toList(),
                counted.measures(), lines, kinds());
    }

    private static Semester chosen(@Nullable String code, List<Semester> all, Semester usual) {
        return all.stream().filter(one -> one.code().equals(code)).findFirst().orElse(usual);
    }

    private List<FigureLine> lines(HttpServletRequest request) {
        boolean latvian = Languages.LATVIAN.equals(pages.language(request));
        var here = tenant.tenant();
        String name = here == null ? "" : here.name();
        return figures.all().stream().map(figure -> FigureLine.of(figure, name, latvian)).toList();
    }

    private List<KindName> kinds() {
        return programmes.measureKinds()
            .stream()
            .map(kind -> new KindName(kind.code(), kind.nameLv(), kind.nameEn()))
            .toList();
    }
}
