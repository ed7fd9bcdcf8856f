package lv.pumpurs.consultations;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.pumpurs.consultations.DirectorOrder.Paper;
import lv.pumpurs.consultations.OrderList.Line;
import lv.pumpurs.consultations.OrderList.School;
import lv.pumpurs.spi.BusinessTime;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.Form;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.Requires;
import lv.pumpurs.spi.Role;
import lv.pumpurs.spi.school.SchoolName;
import org.jspecify.annotations.Nullable;

/** Orders of the director under which consultations may be remote. */
@Path("t/{tenant}/consultations/orders")
@Dependent
@Transactional
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class OrdersResource {

    private static final int SHOWN = 100;

    private final DirectorOrders orders;
    private final Caller caller;
    private final InstantSource clock;
    private final ReadLog readLog;

    /**
     * One per request.
     *
     * @param orders of the bound tenant
     * @param caller who asks
     * @param clock business time
     * @param readLog where it is written down who was shown whom
     */
    @Inject
    public OrdersResource(DirectorOrders orders, Caller caller, InstantSource clock, ReadLog readLog) {
        this.orders = orders;
        this.caller = caller;
        this.clock = clock;
        this.readLog = readLog;
    }

    /**
     * The orders of the caller's schools.
     *
     * @return the latest first
     */
    @GET
    @Requires(ConsultationsPlugin.ORDER)
    public OrderList list() {
        List<DirectorOrder> found = orders.of(caller.personId(), roles(), SHOWN);
        Map<UUID, String> names = orders.names(
                found.stream().flatMap(one -> one.providers().stream()).collect(Collectors.toSet()));
        List<SchoolName> schools = orders.schools(caller.personId(), roles());
        Map<UUID, String> ofSchools = schools.stream().collect(Collectors.toMap(SchoolName::id, SchoolName::name));
        readLog.listed(found.size(), List.of());
        return new OrderList(found.stream().map(one -> line(one, ofSchools, names)).toList(),
                schools.stream().map(one -> new School(one.id(), one.name())).toList());
    }

    /**
     * The form to write one down.
     *
     * @return the form
     */
    @GET
    @Path("new")
    @Produces(MediaType.TEXT_HTML)
    @Requires(ConsultationsPlugin.ORDER)
    public Form form() {
        List<SchoolName> schools = orders.schools(caller.personId(), roles());
        LocalDate today = BusinessTime.today(clock);
        readLog.showedNobody();
        return OrderForm.of(schools, orders.providers(schools.stream().map(SchoolName::id).toList(), today),
                today.toString());
    }

    /**
     * Writes one down.
     *
     * @param tenant slug of the tenant
     * @param input what stands in it
     * @return 201 with the place of the list
     */
    @POST
    @Path("new")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Requires(ConsultationsPlugin.ORDER)
    public Response add(@PathParam("tenant") String tenant, @Valid RecordOrder input) {
        if (orders.schools(caller.personId(), roles()).stream().noneMatch(one -> one.id().equals(input.school()))) {
            throw ConsultationProblem.ORDER_WRONG.at("school");
        }
        Set<String> plans = codes(input.plans());
        if (!orders.plansOf(input.school(), plans).containsAll(plans)) {
            throw ConsultationProblem.ORDER_WRONG.at("plans");
        }
        Set<UUID> providers = new HashSet<>(input.providers());
        if (!orders.names(providers).keySet().containsAll(providers)) {
            throw ConsultationProblem.ORDER_WRONG.at("providers");
        }
        DirectorOrder order = new DirectorOrder(Ids.next(), input.school(), new Paper(input.number(),
                input.orderedOn(), input.validFrom(), input.validTo()), caller.personId());
        order.only(providers, plans);
        orders.add(order);
        return Response.created(UriBuilder.fromPath("t/{tenant}/consultations/orders").build(tenant)).build();
    }

    /**
     * Takes one away that was written down by mistake.
     *
     * @param tenant slug of the tenant
     * @param id key
     * @return 303 to the list
     */
    @POST
    @Path("{order}/removal")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Requires(ConsultationsPlugin.ORDER)
    public Response remove(@PathParam("tenant") String tenant, @PathParam("order") UUID id) {
        orders.remove(orders.find(id, caller.personId(), roles()).orElseThrow(NotFoundException::new));
        return Response.seeOther(UriBuilder.fromPath("t/{tenant}/consultations/orders").build(tenant)).build();
    }

    private Set<Role> roles() {
        return caller.rolesWith(ConsultationsPlugin.ORDER);
    }

    private static Set<String> codes(@Nullable String typed) {
        return typed == null
                ? Set.of()
                : Stream.of(typed.split("[,;\\s]+"))
                    .filter(code -> !code.isEmpty())
                    .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Line line(DirectorOrder one, Map<UUID, String> schools, Map<UUID, String> names) {
        Paper paper = one.paper();
        return new Line(one.id(), schools.getOrDefault(one.schoolId(), ""), paper.number(), paper.orderedOn(),
                paper.validFrom(), paper.validTo(),
                one.providers().stream().map(key -> names.getOrDefault(key, "")).sorted().toList(),
                one.plans().stream().sorted().toList());
    }
}
