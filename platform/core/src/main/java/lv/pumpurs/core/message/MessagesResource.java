package lv.pumpurs.core.message;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
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
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.learner.Learner;
import lv.pumpurs.core.learner.Learners;
import lv.pumpurs.core.mail.MailQueued;
import lv.pumpurs.core.message.MessagesView.MessageRow;
import lv.pumpurs.core.web.ListQuery;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.Form;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Messages to those who stand for a learner: written by the school, opened by whom they are for. */
@Path("t/{tenant}/learners/{learner}/messages")
@Dependent
@Transactional
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class MessagesResource {

    private final Messages messages;
    private final MessageDesk desk;
    private final Learners learners;
    private final Caller caller;
    private final ReadLog readLog;
    private final Event<MailQueued> queued;

    /**
     * One per request.
     *
     * @param messages of the bound tenant
     * @param desk where one is written
     * @param learners about whom
     * @param caller who asks
     * @param readLog where it is written down who was shown whom
     * @param queued told when mail was put on its way
     */
    @Inject
    public MessagesResource(Messages messages, MessageDesk desk, Learners learners, Caller caller, ReadLog readLog,
            Event<MailQueued> queued) {
        this.messages = messages;
        this.desk = desk;
        this.learners = learners;
        this.caller = caller;
        this.readLog = readLog;
        this.queued = queued;
    }

    /**
     * What was written, and what became of it.
     *
     * @param learnerId the learner
     * @param uri its query: page, size; a wrong value counts as none
     * @return one page, newest first
     */
    @GET
    @Requires(Permissions.CONTACT_READ)
    @Operation(summary = "Messages to a learner's guardians, newest first, with their delivery")
    @Parameter(name = "page", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "From 1")
    @Parameter(name = "size", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "25, 50 or 100")
    public MessagesView list(@PathParam("learner") UUID learnerId, @Context UriInfo uri) {
        Learner learner = learner(learnerId, Permissions.CONTACT_READ);
        ListQuery asked = ListQuery.of(uri.getQueryParameters(), Set.of("written"), "written");
        long total = messages.count(learnerId);
        List<MessageRow> rows = messages.page(learnerId, asked.size(), asked.offset());
        readLog.opened(learnerId);
        return new MessagesView(learnerId, learner.givenName() + " " + learner.familyName(), rows, asked.of(total),
                caller.may(Permissions.CONTACT_WRITE), desk.mailed());
    }

    /**
     * The form to write one.
     *
     * @param learnerId the learner
     * @return an empty form, with the names of those who stand for the learner
     */
    @GET
    @Path("new")
    @Produces(MediaType.TEXT_HTML)
    @Requires(Permissions.CONTACT_WRITE)
    public Form form(@PathParam("learner") UUID learnerId) {
        Learner learner = learner(learnerId, Permissions.CONTACT_WRITE);
        readLog.opened(learnerId);
        return desk.form(learner);
    }

    /**
     * Writes one.
     *
     * @param tenant slug of the tenant
     * @param learnerId the learner
     * @param input what was typed
     * @return 201 with the place of the list
     */
    @POST
    @Path("new")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Requires(Permissions.CONTACT_WRITE)
    @Operation(summary = "Write to one or all of a learner's guardians; an e-mail tells them that there is a message")
    public Response write(@PathParam("tenant") String tenant, @PathParam("learner") UUID learnerId,
            @Valid WriteMessage input) {
        learner(learnerId, Permissions.CONTACT_WRITE);
        desk.write(learnerId, caller.personId(), input);
        queued.fire(new MailQueued(tenant));
        return Response
            .created(UriBuilder.fromPath("t/{tenant}/learners/{learner}/messages").build(tenant, learnerId))
            .build();
    }

    /**
     * One message, for whom it is; with that it has been read.
     *
     * @param learnerId the learner
     * @param id the message
     * @return the message
     */
    @GET
    @Path("{message}/words")
    @Requires(Permissions.FAMILY_READ)
    @Operation(summary = "A message to the caller; it counts as read from then on")
    public MessageView open(@PathParam("learner") UUID learnerId, @PathParam("message") UUID id) {
        MessageView message = messages
            .open(id, learnerId, caller.personId(), caller.rolesWith(Permissions.FAMILY_READ), desk.now())
            .orElseThrow(NotFoundException::new);
        readLog.opened(learnerId);
        return message;
    }

    private Learner learner(UUID id, String permission) {
        return learners.find(id, caller.personId(), caller.rolesWith(permission)).orElseThrow(NotFoundException::new);
    }
}
