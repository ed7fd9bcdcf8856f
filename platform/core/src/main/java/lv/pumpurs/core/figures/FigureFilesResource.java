package lv.pumpurs.core.figures;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import lv.pumpurs.core.export.ListFiles;
import lv.pumpurs.core.export.Sheet;
import lv.pumpurs.core.web.RequestPage;
import lv.pumpurs.spi.Impersonal;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The tables of {@link FiguresResource} as files. */
@Path("t/{tenant}")
@Dependent
@Transactional
@Produces(MediaType.WILDCARD)
public class FigureFilesResource {

    private static final List<String> OF_FIGURES = List.of("export.code", "figures.figure", "export.scope",
            "figures.period", "figures.published", "figures.computed", "figures.difference", "export.source",
            "export.published-on", "export.note");
    private static final List<String> OF_SCHOOLS = List.of("figures.school", "figures.learners-supported",
            "figures.plans-prepared", "figures.plans-realised", "figures.educators");
    private static final List<String> OF_SEMESTERS = List.of("figures.semester", "figures.plans-prepared",
            "figures.plans-realised", "figures.learners-supported", "figures.educators");
    private static final List<String> OF_MEASURES = List.of("plan.measure", "figures.plans", "figures.learners");

    private final FiguresResource figures;
    private final ListFiles lists;
    private final HttpServletRequest request;

    /**
     * One per request.
     *
     * @param figures what the pages show
     * @param lists makes the files
     * @param request tells the reader's language
     */
    @Inject
    public FigureFilesResource(FiguresResource figures, ListFiles lists, HttpServletRequest request) {
        this.figures = figures;
        this.lists = lists;
        this.request = request;
    }

    /**
     * Published figures beside computed ones.
     *
     * @param format csv or xlsx
     * @return the file
     */
    @GET
    @Path("figures/export/{format}")
    @Requires("figures:read")
    @Impersonal(because = "it counts, and names schools only")
    @Operation(summary = "Published figures beside computed ones as a file, csv or xlsx")
    public Response figures(@PathParam("format") String format) {
        FiguresView view = figures.figures(request);
        return lists.of(format, new Sheet("figures", OF_FIGURES, (page, row) -> view.figures()
            .forEach(line -> row.of(line.code(), page.t("figures.measure." + line.measure()), line.scope(),
                    line.period().shown(page), cell(page, line, line.published(), view),
                    cell(page, line, line.computed(), view), line.difference(), line.source(), line.publishedOn(),
                    line.note()))))
            .response();
    }

    /**
     * The overview by school.
     *
     * @param format csv or xlsx
     * @param from code of the first semester
     * @param to code of the last semester
     * @return the file
     */
    @GET
    @Path("overview/schools/export/{format}")
    @Requires("figures:read")
    @Impersonal(because = "it counts, and names schools only")
    @Operation(summary = "The overview by school as a file, csv or xlsx")
    public Response schools(@PathParam("format") String format, @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        OverviewView view = figures.overview(from, to, request);
        return lists.of(format, new Sheet("schools", OF_SCHOOLS, (page, row) -> view.schools()
            .forEach(line -> row.of(line.name(), line.counts().learnersSupported(), line.counts().plansPrepared(),
                    line.counts().plansRealised(), line.counts().educatorsEngaged()))))
            .response();
    }

    /**
     * The overview by semester.
     *
     * @param format csv or xlsx
     * @param from code of the first semester
     * @param to code of the last semester
     * @return the file
     */
    @GET
    @Path("overview/semesters/export/{format}")
    @Requires("figures:read")
    @Impersonal(because = "it counts")
    @Operation(summary = "The overview by semester as a file, csv or xlsx")
    public Response semesters(@PathParam("format") String format, @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        OverviewView view = figures.overview(from, to, request);
        return lists.of(format, new Sheet("semesters", OF_SEMESTERS, (page, row) -> view.bySemester()
            .forEach(line -> row.of(page.term(line.semester()), line.counts().plansPrepared(),
                    line.counts().plansRealised(), line.counts().learnersSupported(),
                    line.counts().educatorsEngaged()))))
            .response();
    }

    /**
     * Kinds of measures by use.
     *
     * @param format csv or xlsx
     * @param from code of the first semester
     * @param to code of the last semester
     * @return the file
     */
    @GET
    @Path("overview/measures/export/{format}")
    @Requires("figures:read")
    @Impersonal(because = "it counts")
    @Operation(summary = "Kinds of measures by use as a file, csv or xlsx")
    public Response measures(@PathParam("format") String format, @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        OverviewView view = figures.overview(from, to, request);
        return lists.of(format, new Sheet("measures", OF_MEASURES, (page, row) -> view.measures()
            .forEach(use -> row.of(page.pick(use.nameLv(), use.nameEn()), use.plans(), use.learners()))))
            .response();
    }

    /** A number stays one, so that it can be added. */
    private static @Nullable Object cell(RequestPage page, FigureLine line, @Nullable Object value, FiguresView of) {
        return value == null || value instanceof BigDecimal ? value : line.shown(page, value, of.kinds());
    }
}
