package lv.pumpurs.core.switches;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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
import java.util.UUID;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.web.Posted;
import lv.pumpurs.spi.Impersonal;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** How a plugin is set up: by the municipality, with bounds for its schools, and by a school within them. */
@Path("t/{tenant}/plugins")
@Dependent
@Transactional
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class SettingsResource {

    private final SettingsDesk desk;

    /**
     * One per request.
     *
     * @param desk what is set
     */
    @Inject
    public SettingsResource(SettingsDesk desk) {
        this.desk = desk;
    }

    /**
     * What the municipality says.
     *
     * @param slug the tenant
     * @param id id of the plugin
     * @return the form
     */
    @GET
    @Path("{plugin}/settings")
    @Requires(Permissions.PLUGIN_ALLOW)
    @Impersonal(because = SwitchesResource.NOBODY)
    @Operation(summary = "The settings of a plugin for the whole municipality, with what is left to the schools")
    public SettingsView show(@PathParam("tenant") String slug, @PathParam("plugin") String id) {
        return desk.show(slug, id, null);
    }

    /**
     * Sets it, from the page.
     *
     * @param slug the tenant
     * @param id id of the plugin
     * @param form what was typed
     * @param headers version that was read
     * @return back to the plugin, or the form with what is wrong
     */
    @POST
    @Path("{plugin}/settings")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Requires(Permissions.PLUGIN_ALLOW)
    @Impersonal(because = SwitchesResource.NOBODY)
    @Operation(summary = "Set a plugin up for the whole municipality, from the page")
    public Response set(@PathParam("tenant") String slug, @PathParam("plugin") String id, Posted form,
            @Context HttpHeaders headers) {
        return desk.set(slug, id, null, form, headers);
    }

    /**
     * Sets it, from a program.
     *
     * @param slug the tenant
     * @param id id of the plugin
     * @param input what is to be set
     * @param headers version that was read
     * @return back to the plugin, or the settings with what is wrong
     */
    @PUT
    @Path("{plugin}/settings")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permissions.PLUGIN_ALLOW)
    @Impersonal(because = SwitchesResource.NOBODY)
    @Operation(summary = "Set a plugin up for the whole municipality")
    public Response set(@PathParam("tenant") String slug, @PathParam("plugin") String id, SettingsInput input,
            @Context HttpHeaders headers) {
        return desk.set(slug, id, null, input, headers);
    }

    /**
     * What a school says.
     *
     * @param slug the tenant
     * @param id id of the plugin
     * @param school key of the school
     * @return the form
     */
    @GET
    @Path("{plugin}/schools/{school}/settings")
    @Requires(Permissions.PLUGIN_ENABLE)
    @Impersonal(because = SwitchesResource.NOBODY)
    @Operation(summary = "The settings of a plugin at one school")
    public SettingsView showSchool(@PathParam("tenant") String slug, @PathParam("plugin") String id,
            @PathParam("school") UUID school) {
        return desk.show(slug, id, school);
    }

    /**
     * Sets it, from the page.
     *
     * @param slug the tenant
     * @param id id of the plugin
     * @param school key of the school
     * @param form what was typed
     * @param headers version that was read
     * @return back to the plugin, or the form with what is wrong
     */
    @POST
    @Path("{plugin}/schools/{school}/settings")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Requires(Permissions.PLUGIN_ENABLE)
    @Impersonal(because = SwitchesResource.NOBODY)
    @Operation(summary = "Set a plugin up at one school, from the page")
    public Response setSchool(@PathParam("tenant") String slug, @PathParam("plugin") String id,
            @PathParam("school") UUID school, Posted form, @Context HttpHeaders headers) {
        return desk.set(slug, id, school, form, headers);
    }

    /**
     * Sets it, from a program.
     *
     * @param slug the tenant
     * @param id id of the plugin
     * @param school key of the school
     * @param input what is to be set
     * @param headers version that was read
     * @return back to the plugin, or the settings with what is wrong
     */
    @PUT
    @Path("{plugin}/schools/{school}/settings")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permissions.PLUGIN_ENABLE)
    @Impersonal(because = SwitchesResource.NOBODY)
    @Operation(summary = "Set a plugin up at one school")
    public Response setSchool(@PathParam("tenant") String slug, @PathParam("plugin") String id,
            @PathParam("school") UUID school, SettingsInput input, @Context HttpHeaders headers) {
        return desk.set(slug, id, school, input, headers);
    }
}
