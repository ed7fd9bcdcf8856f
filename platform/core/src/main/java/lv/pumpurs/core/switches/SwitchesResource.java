package lv.pumpurs.core.switches;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.UUID;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.registry.Tenant;
import lv.pumpurs.core.switches.BackgroundInstallation.Order;
import lv.pumpurs.core.tenancy.Acting;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.Impersonal;
import lv.pumpurs.spi.Plugin;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The second and the third switch: what the municipality allows, and what its schools have on. */
@Path("t/{tenant}/plugins")
@Dependent
@Transactional
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class SwitchesResource {

    static final String NOBODY = "it tells of plugins and schools, and of nobody";

    private final OfferedPlugins offered;
    private final SwitchBoard board;
    private final Installing installing;
    private final Caller caller;

    /**
     * One per request.
     *
     * @param offered what the operator offers
     * @param board the switches
     * @param installing makes the tables of plugins
     * @param caller who asks
     */
    @Inject
    public SwitchesResource(OfferedPlugins offered, SwitchBoard board, Installing installing, Caller caller) {
        this.offered = offered;
        this.board = board;
        this.installing = installing;
        this.caller = caller;
    }

    /**
     * The plugins of this municipality.
     *
     * @param slug the tenant
     * @return by id
     */
    @GET
    @Requires(Permissions.PLUGIN_READ)
    @Impersonal(because = NOBODY)
    @Operation(summary = "The plugins that are offered to the tenant, and where they are on")
    public PluginListView list(@PathParam("tenant") String slug) {
        return board.list(offered.of(slug));
    }

    /**
     * One plugin.
     *
     * @param slug the tenant
     * @param id id of the plugin
     * @return what the municipality and its schools have decided about it
     */
    @GET
    @Path("{plugin}")
    @Requires(Permissions.PLUGIN_READ)
    @Impersonal(because = NOBODY)
    @Operation(summary = "One plugin: whether it is allowed, and at which schools it is on")
    public PluginView one(@PathParam("tenant") String slug, @PathParam("plugin") String id) {
        Plugin plugin = offered.one(slug, id);
        return board.one(plugin, offered.tenant(slug).offered(), installing.now(offered.tenant(slug), id));
    }

    /**
     * Allows a plugin; its tables are made if they are not there yet.
     *
     * @param slug the tenant
     * @param id id of the plugin
     * @param input for which schools, and what is allowed with it
     * @return back to the plugin
     */
    @POST
    @Path("{plugin}/allow")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Requires(Permissions.PLUGIN_ALLOW)
    @Operation(summary = "Allow a plugin to the schools; what it needs and is not allowed yet is named in `with`")
    public Response allow(@PathParam("tenant") String slug, @PathParam("plugin") String id,
            @Valid AllowPlugin input) {
        offered.one(slug, id);
        Tenant tenant = offered.tenant(slug);
        var plugins = board.toAllow(id, tenant.offered(), input.others());
        if (installing.isNeeded(tenant, plugins)) {
            installing.start(new Order(slug, plugins, input.onByDefault(), new Acting(caller.personId(),
                    caller.rolesWith(Permissions.PLUGIN_ALLOW), Permissions.PLUGIN_ALLOW)));
        } else {
            board.allow(plugins, input.onByDefault());
        }
        return back(slug, id);
    }

    /**
     * Allows a plugin no longer: it goes off in all schools, and nothing is lost.
     *
     * @param slug the tenant
     * @param id id of the plugin
     * @param input what falls with it
     * @return back to the plugin
     */
    @POST
    @Path("{plugin}/stop")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Requires(Permissions.PLUGIN_ALLOW)
    @Operation(summary = "Allow a plugin no longer; what falls with it is named in `with`")
    public Response stop(@PathParam("tenant") String slug, @PathParam("plugin") String id, @Valid SwitchOff input) {
        offered.one(slug, id);
        board.stop(id, input.with());
        return back(slug, id);
    }

    /**
     * Switches a plugin on at a school.
     *
     * @param slug the tenant
     * @param id id of the plugin
     * @param school key of the school
     * @param input what goes on with it
     * @return back to the plugin
     */
    @POST
    @Path("{plugin}/schools/{school}/enable")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Requires(Permissions.PLUGIN_ENABLE)
    @Operation(summary = "Switch a plugin on at a school; what it needs and is off there is named in `with`")
    public Response enable(@PathParam("tenant") String slug, @PathParam("plugin") String id,
            @PathParam("school") UUID school, @Valid SwitchOn input) {
        offered.one(slug, id);
        board.requireOwn(school);
        board.enable(id, school, offered.tenant(slug).offered(), input.others());
        return back(slug, id);
    }

    /**
     * Switches a plugin off at a school; nothing is lost.
     *
     * @param slug the tenant
     * @param id id of the plugin
     * @param school key of the school
     * @param input what falls with it
     * @return back to the plugin
     */
    @POST
    @Path("{plugin}/schools/{school}/disable")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Requires(Permissions.PLUGIN_ENABLE)
    @Operation(summary = "Switch a plugin off at a school; what falls with it is named in `with`")
    public Response disable(@PathParam("tenant") String slug, @PathParam("plugin") String id,
            @PathParam("school") UUID school, @Valid SwitchOff input) {
        offered.one(slug, id);
        board.requireOwn(school);
        board.disable(id, school, input.with());
        return back(slug, id);
    }

    private static Response back(String slug, String id) {
        return Response.seeOther(UriBuilder.fromPath("/t/{tenant}/plugins/{plugin}").build(slug, id)).build();
    }
}
