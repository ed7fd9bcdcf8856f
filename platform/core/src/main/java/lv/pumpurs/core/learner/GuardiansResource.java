package lv.pumpurs.core.learner;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
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
import java.util.Map;
import java.util.UUID;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.invitation.Inviting;
import lv.pumpurs.spi.BusinessTime;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.Form;
import lv.pumpurs.spi.Idempotent;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Who stands for one learner: added, invited, ended; and the learner who stands for oneself from the age of 18. */
@Path("t/{tenant}/learners/{learner}/guardians")
@Dependent
@Transactional
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class GuardiansResource {

    private final Custody custody;
    private final Inviting inviting;
    private final Learners learners;
    private final Caller caller;
    private final ReadLog readLog;
    private final InstantSource clock;

    /**
     * One per request.
     *
     * @param custody the acts
     * @param inviting the identity provider
     * @param learners for whom
     * @param caller who acts
     * @param readLog where it is written down who was shown whom
     * @param clock business time
     */
    @Inject
    public GuardiansResource(Custody custody, Inviting inviting, Learners learners, Caller caller, ReadLog readLog,
            InstantSource clock) {
        this.custody = custody;
        this.inviting = inviting;
        this.learners = learners;
        this.caller = caller;
        this.readLog = readLog;
        this.clock = clock;
    }

    /**
     * The form by which a guardian is added.
     *
     * @param learner for whom
     * @return the form
     */
    @GET
    @Path("new")
    @Produces(MediaType.TEXT_HTML)
    @Requires(Permissions.GUARDIAN_WRITE)
    public Form form(@PathParam("learner") UUID learner) {
        return form(learner, AddGuardian.class, Map.of("from", BusinessTime.today(clock).toString()));
    }

    /**
     * Adds a guardian and sends the invitation. Outside a transaction: the guardian is kept first, in one of its own,
     * and stays if the identity provider does not answer.
     *
     * @param tenant slug of the tenant
     * @param learner for whom
     * @param input who
     * @return 201 with the learner's page, which tells how far the invitation is
     */
    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Requires(Permissions.GUARDIAN_WRITE)
    @Idempotent(because = "whoever stands for the learner already is not added again")
    @Transactional(TxType.NOT_SUPPORTED)
    @Operation(summary = "Add a guardian of a learner and invite the person by e-mail")
    public Response add(@PathParam("tenant") String tenant, @PathParam("learner") UUID learner,
            @Valid AddGuardian input) {
        inviting.send(custody.add(learner, input));
        return Response.created(UriBuilder.fromPath("/t/{tenant}/learners/{learner}").build(tenant, learner)).build();
    }

    /**
     * Ends a guardianship, and the access that follows from it.
     *
     * @param tenant slug of the tenant
     * @param learner for whom
     * @param guardianship which
     * @param input when
     * @return 303 to the learner's page
     */
    @POST
    @Path("{guardianship}/end")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Requires(Permissions.GUARDIAN_WRITE)
    @Operation(summary = "End a guardianship on a day, or at once")
    public Response end(@PathParam("tenant") String tenant, @PathParam("learner") UUID learner,
            @PathParam("guardianship") UUID guardianship, @Valid EndGuardianship input) {
        custody.end(learner, guardianship, input);
        return page(tenant, learner);
    }

    /**
     * Sends the invitation of a guardian again.
     *
     * @param tenant slug of the tenant
     * @param learner for whom
     * @param guardianship which
     * @return 303 to the learner's page, which tells what came of it
     */
    @POST
    @Path("{guardianship}/invitation")
    @Requires(Permissions.GUARDIAN_WRITE)
    @Idempotent(because = "an account is made once, and a mail may go out again")
    @Transactional(TxType.NOT_SUPPORTED)
    @Operation(summary = "Send the invitation of a guardian again")
    public Response inviteAgain(@PathParam("tenant") String tenant, @PathParam("learner") UUID learner,
            @PathParam("guardianship") UUID guardianship) {
        inviting.send(custody.askAgain(learner, guardianship));
        return page(tenant, learner);
    }

    /**
     * The form by which a learner who came of age takes over.
     *
     * @param learner who
     * @return the form
     */
    @GET
    @Path("adult")
    @Produces(MediaType.TEXT_HTML)
    @Requires(Permissions.GUARDIAN_WRITE)
    public Form adultForm(@PathParam("learner") UUID learner) {
        return form(learner, ComeOfAge.class, Map.of());
    }

    /**
     * Hands over to a learner who is of age, and sends the invitation.
     *
     * @param tenant slug of the tenant
     * @param learner who
     * @param input day of birth and address
     * @return 303 to the learner's page
     */
    @POST
    @Path("adult")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Requires(Permissions.GUARDIAN_WRITE)
    @Idempotent(because = "whoever has taken over has nothing more to take over")
    @Transactional(TxType.NOT_SUPPORTED)
    @Operation(summary = "A learner of 18 stands for oneself from now on; all guardianships end")
    public Response comeOfAge(@PathParam("tenant") String tenant, @PathParam("learner") UUID learner,
            @Valid ComeOfAge input) {
        custody.comeOfAge(learner, input);
        inviting.send(learner);
        return page(tenant, learner);
    }

    private Form form(UUID learner, Class<? extends Record> input, Map<String, String> typed) {
        if (learners.find(learner, caller.personId(), caller.rolesWith(Permissions.GUARDIAN_WRITE)).isEmpty()) {
            throw new NotFoundException();
        }
        readLog.opened(learner);
        return new Form(input, typed, Map.of());
    }

    private static Response page(String tenant, UUID learner) {
        return Response.seeOther(UriBuilder.fromPath("/t/{tenant}/learners/{learner}").build(tenant, learner)).build();
    }
}
