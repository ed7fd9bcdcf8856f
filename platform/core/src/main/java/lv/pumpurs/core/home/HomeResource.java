package lv.pumpurs.core.home;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.time.InstantSource;
import java.util.List;
import lv.pumpurs.core.home.HomeView.StateCount;
import lv.pumpurs.core.schoolyear.SchoolYears;
import lv.pumpurs.spi.BusinessTime;
import lv.pumpurs.core.web.Menu;
import lv.pumpurs.core.web.Wants;
import lv.pumpurs.core.worklist.WorkGroup;
import lv.pumpurs.core.worklist.Worklist;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.PluginWork;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.Requires;
import lv.pumpurs.spi.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** A person's home in a tenant. */
@Path("t/{tenant}")
@Dependent
@Transactional
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class HomeResource {

    private final Worklist worklist;
    private final Reach reach;
    private final SchoolYears years;
    private final Caller caller;
    private final InstantSource clock;
    private final ReadLog readLog;

    /**
     * One per request.
     *
     * @param worklist what is due
     * @param reach what the person reaches
     * @param years semesters
     * @param caller who asks
     * @param clock business time
     * @param readLog where it is written down who was shown whom
     */
    @Inject
    public HomeResource(Worklist worklist, Reach reach, SchoolYears years, Caller caller, InstantSource clock,
            ReadLog readLog) {
        this.worklist = worklist;
        this.reach = reach;
        this.years = years;
        this.caller = caller;
        this.clock = clock;
        this.readLog = readLog;
    }

    /**
     * Who the person is here, what is due and what lies within reach. Whoever is here for the own child only is led to
     * the family's page.
     *
     * @param tenant slug of the tenant
     * @param headers whether a person or a program asks
     * @return as of today
     */
    @GET
    @Requires("home:read")
    @Operation(summary = "The person's roles in the tenant, what is due, and the learners and plans within reach")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = HomeView.class)))
    public Response home(@PathParam("tenant") String tenant, @Context HttpHeaders headers) {
        if (Wants.page(headers) && Menu.ofFamily(caller)) {
            return Response.seeOther(UriBuilder.fromPath("/t/{tenant}/family").build(tenant)).build();
        }
        return Response.ok(view()).build();
    }

    private HomeView view() {
        String semester = years.current(BusinessTime.today(clock)).map(days -> days.semester().code()).orElse(null);
        Long learners = caller.may("learner:read")
                ? (Long) reach.learners(caller.personId(), caller.rolesWith("learner:read"))
                : null;
        List<Role> roles = caller.roles().stream().sorted().toList();
        List<WorkGroup> work = worklist.of(caller.personId(), caller::rolesWith, semester);
        List<PluginWork.Group> more = worklist.ofPlugins(caller);
        int shown = work.stream().mapToInt(group -> group.items().size()).sum()
                + more.stream().mapToInt(group -> group.items().size()).sum();
        if (shown == 0) {
            readLog.showedNobody();
        } else {
            readLog.listed(shown, List.of());
        }
        return new HomeView(caller.name(), roles, work, more, learners, semester, plans(semester));
    }

    private @Nullable List<StateCount> plans(@Nullable String semester) {
        if (!caller.may("plan:read")) {
            return null;
        }
        return semester == null
                ? List.of()
                : reach.plans(caller.personId(), caller.rolesWith("plan:read"), semester);
    }
}
