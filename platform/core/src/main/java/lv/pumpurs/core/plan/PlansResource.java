package lv.pumpurs.core.plan;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import lv.pumpurs.core.plan.PlanListView.Choices;
import lv.pumpurs.core.plan.PlanListView.SchoolChoice;
import lv.pumpurs.core.school.Schools;
import lv.pumpurs.core.schoolyear.SchoolYears;
import lv.pumpurs.core.schoolyear.Semester;
import lv.pumpurs.core.web.ListQuery;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The plans within the reader's reach. */
@Path("t/{tenant}/plans")
@Dependent
@Transactional
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class PlansResource {

    private final SupportPlans plans;
    private final Schools schools;
    private final SchoolYears years;
    private final Caller caller;
    private final ReadLog readLog;

    /**
     * One per request.
     *
     * @param plans of the bound tenant
     * @param schools to narrow the list to
     * @param years semesters to narrow the list to
     * @param caller who asks
     * @param readLog where it is written down who was shown whom
     */
    @Inject
    public PlansResource(SupportPlans plans, Schools schools, SchoolYears years, Caller caller,
            ReadLog readLog) {
        this.plans = plans;
        this.schools = schools;
        this.years = years;
        this.caller = caller;
        this.readLog = readLog;
    }

    /**
     * The list.
     *
     * @param uri its query: state, semester, school, sort, page, size; a wrong value counts as none
     * @return one page
     */
    @GET
    @Requires("plan:read")
    @Operation(summary = "Plans within reach: filter, sort and page in the query")
    @Parameter(name = "state", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "Code of a state, for instance ACTIVE")
    @Parameter(name = "semester", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "Code of a semester, for instance 2026/2027-1")
    @Parameter(name = "school", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "Key of a school")
    @Parameter(name = "sort", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "name, semester, school or state; descending with a minus")
    @Parameter(name = "page", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "From 1")
    @Parameter(name = "size", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "25, 50 or 100")
    public PlanListView list(@Context UriInfo uri) {
        MultivaluedMap<String, String> query = uri.getQueryParameters();
        ListQuery asked = ListQuery.of(query, PlanSort.NAMES, "name");
        PlanFilter filter = filter(query);
        PlanPage found = plans.page(filter, PlanSort.of(asked.sort()), asked, caller.personId(),
                caller.rolesWith("plan:read"));
        readLog.listed(found.rows().size(), filter.narrowings());
        return new PlanListView(found.rows(), asked.of(found.total()), filter, choices());
    }

    static PlanFilter filter(MultivaluedMap<String, String> query) {
        String state = query.getFirst("state");
        String semester = query.getFirst("semester");
        return new PlanFilter(PlanListView.STATES.contains(String.valueOf(state)) ? state : null,
                semester != null && Semester.isCode(semester) ? semester : null, key(query.getFirst("school")));
    }

    private Choices choices() {
        return new Choices(PlanListView.STATES,
                years.semesters().stream().map(days -> days.semester().code()).toList(),
                schools.all().stream().map(school -> new SchoolChoice(school.id(), school.name())).toList());
    }

    private static @Nullable UUID key(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException noKey) {
            return null;
        }
    }
}
