package lv.pumpurs.core.home;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.List;
import lv.pumpurs.core.home.HomeView.StateCount;
import lv.pumpurs.core.schoolyear.SchoolYears;
import lv.pumpurs.spi.BusinessTime;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.Impersonal;
import lv.pumpurs.spi.Requires;
import lv.pumpurs.spi.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** A person's home in a tenant. */
@Path("t/{tenant}")
@Dependent
@Transactional
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class HomeResource {

    private final Reach reach;
    private final SchoolYears years;
    private final Caller caller;
    private final InstantSource clock;

    /**
     * One per request.
     *
     * @param reach what the person reaches
     * @param years semesters
     * @param caller who asks
     * @param clock business time
     */
    @Inject
    public HomeResource(Reach reach, SchoolYears years, Caller caller, InstantSource clock) {
        this.reach = reach;
        this.years = years;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Who the person is here and what lies within reach.
     *
     * @return counted today
     */
    @GET
    @Requires("home:read")
    @Impersonal(because = "it counts, and names nobody but the reader")
    @Operation(summary = "The person's roles in the tenant, and the learners and plans within reach")
    public HomeView home() {
        String semester = years.current(BusinessTime.today(clock)).map(days -> days.semester().code()).orElse(null);
        Long learners = caller.may("learner:read")
                ? (Long) reach.learners(caller.personId(), caller.rolesWith("learner:read"))
                : null;
        List<Role> roles = caller.roles().stream().sorted().toList();
        return new HomeView(caller.name(), roles, learners, semester, plans(semester));
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
