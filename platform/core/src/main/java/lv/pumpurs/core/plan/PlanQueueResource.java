package lv.pumpurs.core.plan;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.plan.QueueView.Result;
import lv.pumpurs.core.web.ReadVersion;
import lv.pumpurs.core.web.WebProblem;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What waits for the reader's decision, with what each plan contains. */
@Path("t/{tenant}/plans/queue")
@Dependent
@Transactional
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class PlanQueueResource {

    private static final Pattern READ = Pattern.compile("([0-9a-fA-F-]{36}):(\\d{1,9})");

    private final SupportPlans plans;
    private final PlanDesk desk;
    private final Caller caller;
    private final ReadLog readLog;

    /**
     * One per request.
     *
     * @param plans of the bound tenant
     * @param desk where they lie
     * @param caller who decides
     * @param readLog where it is written down who was shown whom
     */
    @Inject
    public PlanQueueResource(SupportPlans plans, PlanDesk desk, Caller caller, ReadLog readLog) {
        this.plans = plans;
        this.desk = desk;
        this.caller = caller;
        this.readLog = readLog;
    }

    /**
     * The queue.
     *
     * @param plan which of them is open; without it, or if it waits no more, the first
     * @return the first fifty
     */
    @GET
    @Requires("plan:decide")
    @Operation(summary = "Plans that wait for the caller's decision, with their content")
    public QueueView queue(@QueryParam("plan") @Nullable String plan) {
        return shown(List.of(), plan);
    }

    /**
     * Approves those that were ticked, each as if it were alone: one that cannot be approved keeps back no other.
     *
     * @param input keys and versions
     * @return what is left, and what came of each
     */
    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Requires("plan:decide")
    @Operation(summary = "Approve several plans at once, each in the version that was read")
    public QueueView approve(@Valid ApprovePlans input) {
        // in one order, so that two people who tick the same plans wait for each other and never both
        return shown(input.plans().stream().distinct().sorted().map(this::approved).toList(), null);
    }

    private Result approved(String read) {
        Matcher parts = READ.matcher(read);
        if (!parts.matches()) {
            return new Result(read, "", WebProblem.NOT_FOUND.code());
        }
        String code = "";
        try {
            PlanAtHand hand = desk.take(UUID.fromString(parts.group(1)), PlanAct.DECIDE);
            SupportPlan plan = hand.plan();
            code = plan.code().value();
            PlanAct.DECIDE.require(plan, hand.actor());
            new ReadVersion(Integer.parseInt(parts.group(2)), true).require(plan.version());
            plan.approve(hand.actor().chain(), hand.decision(null), desk.days(plan));
            desk.put();
            return new Result(parts.group(1), code, "");
        } catch (NotFoundException | IllegalArgumentException gone) {
            return new Result(parts.group(1), "", WebProblem.NOT_FOUND.code());
        } catch (Refused refused) {
            // nothing is changed before all is known to be right
            return new Result(parts.group(1), code, refused.type().code());
        }
    }

    private QueueView shown(List<Result> results, @Nullable String asked) {
        List<PlanView> waiting = plans.waitingFor(caller.personId(), caller.rolesWith(Permissions.PLAN_DECIDE));
        Optional<PlanView> chosen = waiting.stream().filter(one -> one.id().toString().equals(asked)).findFirst();
        Optional<PlanView> open = chosen.or(() -> waiting.stream().findFirst());
        // the family sees who has read the whole plan, here as on the plan's own page
        open.ifPresentOrElse(plan -> readLog.listed(waiting.size(), List.of(), plan.about().learnerId()),
                () -> readLog.listed(0, List.of()));
        return new QueueView(waiting, results, open.map(desk::open).orElse(null), chosen.isPresent());
    }
}
