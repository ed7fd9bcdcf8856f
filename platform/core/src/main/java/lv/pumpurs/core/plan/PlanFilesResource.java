package lv.pumpurs.core.plan;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import lv.pumpurs.core.export.ListFile;
import lv.pumpurs.core.export.ListFiles;
import lv.pumpurs.core.export.Sheet;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.web.ListQuery;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The list of plans as a file. */
@Path("t/{tenant}/plans/export/{format}")
@Dependent
@Transactional
@Produces(MediaType.WILDCARD)
public class PlanFilesResource {

    private static final List<String> COLUMNS = List.of("export.code", "plan.learner", "learner.class",
            "learner.school", "export.semester", "plan.state", "plan.waiting");

    private final SupportPlans plans;
    private final Caller caller;
    private final ReadLog readLog;
    private final ListFiles lists;

    /**
     * One per request.
     *
     * @param plans of the bound tenant
     * @param caller who asks
     * @param readLog where it is written down who was shown whom
     * @param lists makes the file
     */
    @Inject
    public PlanFilesResource(SupportPlans plans, Caller caller, ReadLog readLog, ListFiles lists) {
        this.plans = plans;
        this.caller = caller;
        this.readLog = readLog;
        this.lists = lists;
    }

    /**
     * All pages of the list, narrowed and sorted as asked.
     *
     * @param format csv or xlsx
     * @param uri its query: state, semester, school, sort
     * @return the file
     */
    @GET
    @Requires(Permissions.PLAN_READ)
    @Operation(summary = "The list of plans as a file, csv or xlsx; narrowed and sorted like the page")
    public Response export(@PathParam("format") String format, @Context UriInfo uri) {
        MultivaluedMap<String, String> query = uri.getQueryParameters();
        PlanFilter filter = PlansResource.filter(query);
        ListFile file = lists.of(format, new Sheet("plans", COLUMNS,
                (page, row) -> plans.each(filter, ListQuery.of(query, PlanSort.NAMES, "name"), caller.personId(),
                        caller.rolesWith(Permissions.PLAN_READ),
                        plan -> row.of(plan.code(), plan.learnerName(), plan.className(), plan.schoolName(),
                                page.term(plan.semester()), page.t("plan.state." + plan.state()),
                                plan.waitingFor() == null ? null : page.t("role." + plan.waitingFor())))));
        readLog.listed(file.rows(), filter.narrowings());
        return file.response();
    }
}
