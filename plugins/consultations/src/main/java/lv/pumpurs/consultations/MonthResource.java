package lv.pumpurs.consultations;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.pumpurs.consultations.ConsultationState.Held;
import lv.pumpurs.consultations.ConsultationState.Unconfirmed;
import lv.pumpurs.consultations.MonthView.Counts;
import lv.pumpurs.consultations.MonthView.Plan;
import lv.pumpurs.consultations.MonthView.Sheet;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.ReadLog.Narrowing;
import lv.pumpurs.spi.Requires;
import lv.pumpurs.spi.learner.RosterLearner;
import org.jspecify.annotations.Nullable;

/** A provider's own month: what can be handed in, what is left out and why, and how far the sheets have come. */
@Path("t/{tenant}/consultations/month")
@Dependent
@Transactional
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class MonthResource {

    private final ConsultationSheets sheets;
    private final SheetDesk decisions;
    private final ConsultationDesk desk;
    private final ReadLog readLog;

    /**
     * One per request.
     *
     * @param sheets of the bound tenant
     * @param decisions where months are handed in
     * @param desk the time
     * @param readLog where it is written down who was shown whom
     */
    @Inject
    public MonthResource(ConsultationSheets sheets, SheetDesk decisions, ConsultationDesk desk, ReadLog readLog) {
        this.sheets = sheets;
        this.decisions = decisions;
        this.desk = desk;
        this.readLog = readLog;
    }

    /**
     * The month.
     *
     * @param asked year and month; none or a wrong one counts as this one
     * @return what there is
     */
    @GET
    @Requires(ConsultationsPlugin.WRITE)
    public MonthView month(@QueryParam("month") @Nullable String asked) {
        YearMonth known = ConsultationFilter.month(asked);
        ProviderMonth month = decisions.month(known == null ? YearMonth.from(desk.today()) : known);
        Map<UUID, List<Consultation>> byPlan = month.plans();
        Map<UUID, RosterLearner> learners = sheets
            .learners(month.rows().stream().map(Consultation::learnerId).collect(Collectors.toSet()));
        Map<UUID, String> codes = sheets.codes(byPlan.keySet());
        List<Plan> plans = byPlan.entrySet()
            .stream()
            .filter(plan -> learners.containsKey(plan.getValue().getFirst().learnerId()))
            .map(plan -> plan(month, codes.getOrDefault(plan.getKey(), ""),
                    Objects.requireNonNull(learners.get(plan.getValue().getFirst().learnerId())), plan.getValue()))
            .sorted(Comparator.comparing(Plan::learnerName))
            .toList();
        readLog.listed(plans.size(), known == null ? List.of() : List.of(Narrowing.PERIOD));
        return new MonthView(month.month(), plans, month.open(), MonthRule.SOMETHING_CONFIRMED.holds(month));
    }

    private static Plan plan(ProviderMonth month, String code, RosterLearner learner, List<Consultation> rows) {
        List<Consultation> ready = rows.stream().filter(one -> month.state(one).isToHandIn()).toList();
        return new Plan(code, learner.id(), learner.name(), learner.className(),
                new Counts(ready.size(), ready.stream().mapToInt(one -> one.slot().minutes()).sum(),
                        rows.stream()
                            .filter(one -> month.state(one) instanceof Held held && held.confirmBy() != null)
                            .count(),
                        rows.stream().filter(one -> month.state(one) instanceof Unconfirmed).count(),
                        rows.stream().filter(month::isOpen).count()),
                rows.stream()
                    .map(Consultation::sheet)
                    .filter(Objects::nonNull)
                    .distinct()
                    .sorted(Comparator.comparingInt(ConsultationSheet::number))
                    .map(MonthResource::sheet)
                    .toList());
    }

    private static Sheet sheet(ConsultationSheet one) {
        return new Sheet(one.id(), one.number(), one.stage().code(),
                one.stage() instanceof SheetStage.Returned back ? back.reason() : null);
    }

    /**
     * Hands everything in that is confirmed.
     *
     * @param tenant slug of the tenant
     * @param input which month
     * @return 303 to the month
     */
    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Requires(ConsultationsPlugin.WRITE)
    public Response handIn(@PathParam("tenant") String tenant, @Valid HandIn input) {
        YearMonth month = ConsultationFilter.month(input.month());
        if (month == null) {
            throw ConsultationProblem.SHEET_EMPTY.at("month");
        }
        decisions.handIn(month, input.known());
        return Response
            .seeOther(UriBuilder.fromPath("t/{tenant}/consultations/month").queryParam("month", month).build(tenant))
            .build();
    }
}
