package lv.pumpurs.core.plan;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.pumpurs.core.web.Bound;
import lv.pumpurs.core.web.Forms;
import lv.pumpurs.core.web.Posted;
import lv.pumpurs.core.web.ReadVersion;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Writing a plan's content: one form for a person, one document for a program. */
@Path("t/{tenant}/plans/{plan}/draft")
@Dependent
@Transactional
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class PlanDraftResource {

    private final PlanDesk desk;
    private final PlanMaterial material;
    private final Forms forms;
    private final ReadLog readLog;

    /**
     * One per request.
     *
     * @param desk where the plan lies
     * @param material what it is put together from
     * @param forms reads the form
     * @param readLog where it is written down who was shown whom
     */
    @Inject
    public PlanDraftResource(PlanDesk desk, PlanMaterial material, Forms forms, ReadLog readLog) {
        this.desk = desk;
        this.material = material;
        this.forms = forms;
        this.readLog = readLog;
    }

    /**
     * The form with the content as it is.
     *
     * @param id key
     * @return the form
     */
    @GET
    @Requires("plan:write")
    @Operation(summary = "The content of a draft with everything it can be put together from")
    public DraftView form(@PathParam("plan") UUID id) {
        PlanAtHand hand = desk.take(id, PlanAct.EDIT);
        PlanAct.EDIT.require(hand.plan(), hand.actor());
        return shown(hand.plan(), stands(hand.plan()), Map.of(), choices(hand), null);
    }

    /**
     * Saves the form, or adds or removes a row of it.
     *
     * @param tenant slug of the tenant
     * @param id key
     * @param form what was typed
     * @param headers of the request
     * @param request who asks
     * @return 303 to the plan; the form again if a row was added, something is wrong, or somebody else wrote meanwhile
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Requires("plan:write")
    @Operation(summary = "The form of a draft; a program puts the document")
    public Response save(@PathParam("tenant") String tenant, @PathParam("plan") UUID id, Posted form,
            @Context HttpHeaders headers, @Context HttpServletRequest request) {
        PlanAtHand hand = desk.take(id, PlanAct.EDIT);
        ReadVersion read = ReadVersion.of(headers, number(form.first("version")));
        DraftChoices choices = choices(hand);
        Posted rows = DraftForm.rows(form, choices);
        if (rows != null) {
            return Response.ok(shown(hand.plan(), rows, Map.of(), choices, null)).build();
        }
        try {
            PlanAct.EDIT.require(hand.plan(), hand.actor());
        } catch (Refused refused) {
            return again(409,
                    shown(hand.plan(), form, forms.errors(refused, request), choices, stands(hand.plan())));
        }
        if (read.isOld(hand.plan().version())) {
            return again(409, shown(hand.plan(), form, Map.of(), choices, stands(hand.plan())));
        }
        Map<String, String> errors = written(hand, form, choices, request);
        return errors.isEmpty()
                ? Response.seeOther(UriBuilder.fromPath("t/{tenant}/plans/{plan}").build(tenant, id)).build()
                : again(422, shown(hand.plan(), form, errors, choices, null));
    }

    /**
     * Writes all of the content anew.
     *
     * @param id key
     * @param draft the content
     * @param headers of the request
     * @return 204 with the new version
     */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires("plan:write")
    @Operation(summary = "Write the content of a draft anew; If-Match says which version was read")
    public Response put(@PathParam("plan") UUID id, @Valid PlanDraft draft, @Context HttpHeaders headers) {
        PlanAtHand hand = desk.take(id, PlanAct.EDIT, () -> ReadVersion.of(headers, draft.version()));
        choices(hand).require(draft, hand.today());
        hand.plan().rewrite(draft, desk.days(hand.plan()), hand.actor().personId());
        desk.put();
        return Response.noContent().tag(Integer.toString(hand.plan().version())).build();
    }

    private Map<String, String> written(PlanAtHand hand, Posted form, DraftChoices choices,
            HttpServletRequest request) {
        Posted seen = DraftForm.seen(form);
        Bound<PlanDraft> bound = forms.bind(PlanDraft.class, seen, request);
        if (!bound.errors().isEmpty()) {
            return bound.errors();
        }
        try {
            choices.require(bound.value(), hand.today());
            hand.plan()
                .rewrite(bound.value(), new PlanDays(choices.first(), choices.last()),
                        hand.actor().personId());
        } catch (Refused refused) {
            return asPosted(forms.errors(refused, request), seen);
        }
        desk.put();
        return Map.of();
    }

    /** A document counts its rows, the form names them. */
    private static Map<String, String> asPosted(Map<String, String> errors, Posted form) {
        Map<String, String> named = new LinkedHashMap<>();
        errors.forEach((field, sentence) -> {
            String[] parts = field.split("\\.", 3);
            List<String> rows = form.rows(parts[0]);
            named.put(parts.length == 3
                    ? parts[0] + "." + rows.get(Integer.parseInt(parts[1])) + "." + parts[2]
                    : field, sentence);
        });
        return named;
    }

    private DraftChoices choices(PlanAtHand hand) {
        return material.of(hand.plan(), desk.days(hand.plan()));
    }

    private DraftView shown(SupportPlan plan, Posted typed, Map<String, String> errors, DraftChoices choices,
            @Nullable Posted theirs) {
        readLog.opened(plan.subject().learnerId());
        return new DraftView(material.title(plan), typed, errors, choices, theirs, desk.scans(plan.id()),
                plan.amendment().isPresent());
    }

    private static Posted stands(SupportPlan plan) {
        return DraftForm.of(plan.written().inFull(), plan.version());
    }

    private static Response again(int status, DraftView view) {
        return Response.status(status).entity(view).build();
    }

    private static @Nullable Integer number(String typed) {
        return typed.matches("\\d{1,9}") ? Integer.valueOf(typed) : null;
    }
}
