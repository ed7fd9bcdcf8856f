package lv.pumpurs.core.enrolment;

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
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.learner.Learner;
import lv.pumpurs.core.web.Texts;
import lv.pumpurs.spi.Form;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A learner goes to another school of the tenant. */
@Path("t/{tenant}/learners/{learner}/transfer")
@Dependent
@Transactional
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class TransferResource {

    private final Transfers transfers;
    private final Texts texts;
    private final ReadLog readLog;

    /**
     * One per request.
     *
     * @param transfers the act
     * @param texts the reason that the ended plans tell
     * @param readLog where it is written down who was shown whom
     */
    @Inject
    public TransferResource(Transfers transfers, Texts texts, ReadLog readLog) {
        this.transfers = transfers;
        this.texts = texts;
        this.readLog = readLog;
    }

    /**
     * The form, with the schools to choose from and how many plans would end.
     *
     * @param id the learner
     * @return the form
     */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Requires(Permissions.ENROLMENT_WRITE)
    @Operation(summary = "The form to move a learner to another school")
    public Form form(@PathParam("learner") UUID id) {
        Learner learner = transfers.learner(id);
        readLog.opened(id);
        var place = learner.latest().place();
        return new Form(TransferLearner.class, Map.of("name", learner.givenName() + " " + learner.familyName(),
                "schools", transfers.choices(learner)
                    .stream()
                    .map(one -> one.id() + " " + one.name())
                    .collect(Collectors.joining("\n")),
                "plans", Integer.toString(transfers.plansToEnd(learner)), "day", transfers.today().toString(),
                "className", place.className(), "grade", Integer.toString(place.grade()), "vocational",
                Boolean.toString(place.vocational())), Map.of());
    }

    /**
     * Moves the learner; the plans of the former school end in the same act.
     *
     * @param tenant slug of the tenant
     * @param id the learner
     * @param input where to and from when
     * @return 303 to the list of learners: the file is the new school's now
     */
    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Requires(Permissions.ENROLMENT_WRITE)
    @Operation(summary = "Move a learner to another school of the tenant; open plans of the former school end")
    public Response transfer(@PathParam("tenant") String tenant, @PathParam("learner") UUID id,
            @Valid TransferLearner input) {
        transfers.transfer(id, input, texts);
        return Response.seeOther(UriBuilder.fromPath("/t/{tenant}/learners").build(tenant)).build();
    }
}
