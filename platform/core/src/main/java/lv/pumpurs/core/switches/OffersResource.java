package lv.pumpurs.core.switches;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import lv.pumpurs.core.identity.OperatorStays;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.identity.Person;
import lv.pumpurs.core.plugin.InstalledPlugins;
import lv.pumpurs.core.plugin.PluginFault;
import lv.pumpurs.core.registry.OperatorLog.Act;
import lv.pumpurs.spi.Plugin;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The first switch: which plugins the operator offers to which tenant. */
@Path("operator/plugins")
@Dependent
@Transactional
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class OffersResource {

    private final PluginOffers offers;
    private final PluginFaults faults;
    private final OperatorStays operators;

    /**
     * One per request.
     *
     * @param offers what is offered to whom
     * @param faults what keeps plugins from being offered
     * @param operators records what operators do
     */
    @Inject
    public OffersResource(PluginOffers offers, PluginFaults faults, OperatorStays operators) {
        this.offers = offers;
        this.faults = faults;
        this.operators = operators;
    }

    /**
     * The plugins of this installation.
     *
     * @return by id
     */
    @GET
    @Requires(Permissions.PLUGIN_OFFER)
    @Operation(summary = "The plugins that are installed, with what is wrong with them")
    public OffersView list() {
        Map<String, Integer> counts = offers.counts();
        Map<String, List<PluginFault>> wrong = faults.all();
        return new OffersView(InstalledPlugins.all()
            .each()
            .stream()
            .map(plugin -> line(plugin, counts.getOrDefault(plugin.id(), 0), wrong))
            .toList());
    }

    /**
     * One plugin.
     *
     * @param id its id
     * @return with every tenant
     */
    @GET
    @Path("{plugin}")
    @Requires(Permissions.PLUGIN_OFFER)
    @Operation(summary = "One plugin, and to which tenants it is offered")
    public OfferView one(@PathParam("plugin") String id) {
        Plugin plugin = plugin(id);
        List<OfferView.Line> tenants = offers.tenants(id);
        return new OfferView(
                line(plugin, (int) tenants.stream().filter(OfferView.Line::offered).count(), faults.all()),
                List.copyOf(InstalledPlugins.all().neededBy(id)), InstalledPlugins.all().falling(id), tenants);
    }

    /**
     * Offers a plugin.
     *
     * @param id its id
     * @param slug the tenant
     * @param input what is offered with it
     * @param security who does
     * @return back to the plugin
     */
    @POST
    @Path("{plugin}/tenants/{slug}/offer")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Requires(Permissions.PLUGIN_OFFER)
    @Operation(summary = "Offer a plugin to a tenant; what it needs and is not offered yet is named in `with`")
    public Response offer(@PathParam("plugin") String id, @PathParam("slug") String slug, @Valid SwitchOn input,
            @Context SecurityContext security) {
        plugin(id);
        List<String> offered = offers.lock(slug).orElseThrow(NotFoundException::new);
        List<String> more = Together.on(InstalledPlugins.all(), id, offered::contains, input.others());
        Map<String, List<PluginFault>> wrong = faults.all();
        if (more.stream().anyMatch(one -> !offered.contains(one) && wrong.containsKey(one))) {
            throw new Refused(SwitchProblem.BROKEN);
        }
        TreeSet<String> all = new TreeSet<>(offered);
        all.addAll(more);
        offers.set(slug, new ArrayList<>(all));
        more.stream().filter(one -> !offered.contains(one)).forEach(one -> record(security, Act.OFFER, slug, one));
        return back(id);
    }

    /**
     * Offers a plugin no longer: it goes off in the whole tenant, and nothing is lost.
     *
     * @param id its id
     * @param slug the tenant
     * @param input what falls with it
     * @param security who does
     * @return back to the plugin
     */
    @POST
    @Path("{plugin}/tenants/{slug}/withdraw")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Requires(Permissions.PLUGIN_OFFER)
    @Operation(summary = "Offer a plugin to a tenant no longer; what falls with it is named in `with`")
    public Response withdraw(@PathParam("plugin") String id, @PathParam("slug") String slug, @Valid SwitchOff input,
            @Context SecurityContext security) {
        plugin(id);
        List<String> offered = offers.lock(slug).orElseThrow(NotFoundException::new);
        List<String> left = new ArrayList<>(offered);
        left.removeAll(Together.off(InstalledPlugins.all(), id, offered::contains, input.with()));
        offers.set(slug, left);
        offered.stream().filter(one -> !left.contains(one)).forEach(one -> record(security, Act.WITHDRAW, slug, one));
        return back(id);
    }

    private void record(SecurityContext security, Act act, String slug, String plugin) {
        operators.record((Person) security.getUserPrincipal(), act, slug, plugin);
    }

    private static Plugin plugin(String id) {
        return InstalledPlugins.all().find(id).orElseThrow(NotFoundException::new);
    }

    private static OffersView.Line line(Plugin plugin, int tenants, Map<String, List<PluginFault>> wrong) {
        return new OffersView.Line(plugin.id(), plugin.version(),
                plugin.requires().stream().sorted(Comparator.naturalOrder()).toList(), tenants,
                wrong.getOrDefault(plugin.id(), List.of()));
    }

    private static Response back(String id) {
        return Response.seeOther(UriBuilder.fromPath("/operator/plugins/{plugin}").build(id)).build();
    }
}
