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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import lv.pumpurs.spi.Form;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.Requires;

/** The municipality does not pay for a consultation after all that it had accepted. */
@Path("t/{tenant}/consultations/{consultation}/disallowance")
@Dependent
@Transactional
public class DisallowingResource {

    private final ConsultationFile file;
    private final ReadLog readLog;

    /**
     * One per request.
     *
     * @param file where the consultation lies
     * @param readLog where it is written down who was shown whom
     */
    @Inject
    public DisallowingResource(ConsultationFile file, ReadLog readLog) {
        this.file = file;
        this.readLog = readLog;
    }

    /**
     * The form.
     *
     * @param id key
     * @return an empty form
     */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Requires(ConsultationsPlugin.ACCEPT)
    public Form form(@PathParam("consultation") UUID id) {
        Consultation one = file.find(id, ConsultationsPlugin.ACCEPT);
        readLog.opened(one.learnerId());
        return new Form(Disallow.class,
                Map.of("consultation", id.toString(), "version", Integer.toString(one.version())), Map.of());
    }

    /**
     * Says so.
     *
     * @param tenant slug of the tenant
     * @param id key
     * @param input why
     * @return 303 to the consultation
     */
    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @Requires(ConsultationsPlugin.ACCEPT)
    public Response disallow(@PathParam("tenant") String tenant, @PathParam("consultation") UUID id,
            @Valid Disallow input) {
        Consultation one = file.take(id, ConsultationsPlugin.ACCEPT, new ActOnConsultation(input.version(), false));
        file.disallow(one, input.reason());
        return ConsultationResource.done(tenant, id);
    }
}
