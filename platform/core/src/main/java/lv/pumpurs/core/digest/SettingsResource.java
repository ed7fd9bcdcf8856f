package lv.pumpurs.core.digest;

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
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.mail.MailSettings;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.Impersonal;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What a person chooses for oneself in a tenant. */
@Path("t/{tenant}/settings")
@Dependent
@Transactional
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class SettingsResource {

    private final Digests digests;
    private final MailSettings mail;
    private final Caller caller;
    private final int hour;

    /**
     * One per request.
     *
     * @param digests of the bound tenant
     * @param mail whether mail goes out
     * @param caller whose settings
     * @param hour {@code pumpurs.digest.hour}
     */
    @Inject
    public SettingsResource(Digests digests, MailSettings mail, Caller caller,
            @ConfigProperty(name = "pumpurs.digest.hour", defaultValue = "7") int hour) {
        this.digests = digests;
        this.mail = mail;
        this.caller = caller;
        this.hour = hour;
    }

    /**
     * What is chosen.
     *
     * @return the settings
     */
    @GET
    @Requires(Permissions.SETTINGS_WRITE)
    @Impersonal(because = "it tells nothing of anybody but the reader")
    @Operation(summary = "The caller's own settings")
    public SettingsView own() {
        return new SettingsView(new Settings(digests.wanted(caller.personId())), mail.isOn(), hour);
    }

    /**
     * Chooses.
     *
     * @param tenant slug of the tenant
     * @param input what is chosen
     * @return 303 to the settings
     */
    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Requires(Permissions.SETTINGS_WRITE)
    @Operation(summary = "Switch the daily mail about work that is due on or off")
    public Response choose(@PathParam("tenant") String tenant, @Valid Settings input) {
        digests.want(caller.personId(), input.digest());
        return Response.seeOther(UriBuilder.fromPath("t/{tenant}/settings").build(tenant)).build();
    }
}
