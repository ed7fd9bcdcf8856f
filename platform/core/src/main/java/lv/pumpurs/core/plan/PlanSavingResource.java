package lv.pumpurs.core.plan;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.pumpurs.core.web.Bound;
import lv.pumpurs.core.web.Forms;
import lv.pumpurs.core.web.Posted;
import lv.pumpurs.core.web.ReadVersion;
import lv.pumpurs.spi.BusinessTime;
import lv.pumpurs.spi.Idempotent;
import lv.pumpurs.spi.Impersonal;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A draft's form that saves itself while it is written; with the button it goes the way without script. */
@Path("t/{tenant}/plans/{plan}/draft/saving")
@Dependent
@Transactional
@Produces(MediaType.APPLICATION_JSON)
public class PlanSavingResource {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final PlanDesk desk;
    private final PlanMaterial material;
    private final Forms forms;
    private final InstantSource clock;

    /**
     * One per request.
     *
     * @param desk where the plan lies
     * @param material what it is put together from
     * @param forms reads the form
     * @param clock business time
     */
    @Inject
    public PlanSavingResource(PlanDesk desk, PlanMaterial material, Forms forms, InstantSource clock) {
        this.desk = desk;
        this.material = material;
        this.forms = forms;
        this.clock = clock;
    }

    /**
     * Saves what is typed so far, unless it is what is saved already.
     *
     * @param id key
     * @param form what was typed
     * @param headers of the request
     * @param request who asks
     * @return the new version; 409 if somebody else wrote meanwhile, 422 if it cannot be saved yet
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Requires("plan:write")
    @Impersonal(because = "it tells a version, a time and keys of rows; the form has shown its learner already")
    @Idempotent(because = "each saving says which version it has read, and the same content is not written twice")
    @Operation(summary = "The form of a draft while it is written; a program puts the document")
    public Saved save(@PathParam("plan") UUID id, Posted form, @Context HttpHeaders headers,
            @Context HttpServletRequest request) {
        String version = form.first("version");
        PlanAtHand hand = desk.take(id, PlanAct.EDIT, () -> ReadVersion.of(headers,
                version.matches("\\d{1,9}") ? Integer.valueOf(version) : null));
        SupportPlan plan = hand.plan();
        Posted seen = DraftForm.seen(form);
        Bound<PlanDraft> bound = forms.bind(PlanDraft.class, seen, request);
        if (!bound.errors().isEmpty()) {
            throw new Refused(PlanProblem.DRAFT_WRONG);
        }
        PlanDraft draft = bound.value();
        Map<String, String> ids = Map.of();
        if (!draft.saysTheSameAs(plan.written())) {
            DraftChoices choices = material.of(plan, desk.days(plan));
            choices.require(draft, hand.today());
            Set<UUID> known = plan.measures().stream().map(PlannedMeasure::id).collect(Collectors.toSet());
            plan.rewrite(draft, new PlanDays(choices.first(), choices.last()), hand.actor().personId());
            desk.put();
            ids = added(seen, plan, known);
        }
        return new Saved(plan.version(), LocalTime.ofInstant(clock.instant(), BusinessTime.ZONE).format(TIME), ids);
    }

    /** The rows without a key, in their order, have become the measures that were not there before. */
    private static Map<String, String> added(Posted form, SupportPlan plan, Set<UUID> known) {
        Set<UUID> named = new HashSet<>(known);
        Iterator<UUID> fresh = plan.measures().stream().map(PlannedMeasure::id).filter(named::add).iterator();
        Map<String, String> ids = new LinkedHashMap<>();
        List<String> rows = form.rows("measures");
        for (String row : rows) {
            String field = "measures." + row + ".id";
            if (form.first(field).isBlank() && fresh.hasNext()) {
                ids.put(field, fresh.next().toString());
            }
        }
        return ids;
    }
}
