package lv.pumpurs.core.contact;

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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.learner.Learner;
import lv.pumpurs.core.learner.Learners;
import lv.pumpurs.core.web.ListQuery;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.Form;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.Requires;
import lv.pumpurs.spi.RestrictedText;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The log of contacts with a learner's guardians. */
@Path("t/{tenant}/learners/{learner}/contacts")
@Dependent
@Transactional
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class ContactsResource {

    private final GuardianContacts contacts;
    private final ContactDesk desk;
    private final Learners learners;
    private final Caller caller;
    private final ReadLog readLog;

    /**
     * One per request.
     *
     * @param contacts of the bound tenant
     * @param desk between what is typed and what is kept
     * @param learners whose guardians
     * @param caller who asks
     * @param readLog where it is written down who was shown whom
     */
    @Inject
    public ContactsResource(GuardianContacts contacts, ContactDesk desk, Learners learners, Caller caller,
            ReadLog readLog) {
        this.contacts = contacts;
        this.desk = desk;
        this.learners = learners;
        this.caller = caller;
        this.readLog = readLog;
    }

    /**
     * The log, newest first.
     *
     * @param learnerId the learner
     * @param uri its query: way, from, to, page, size; a wrong value counts as none
     * @return one page
     */
    @GET
    @Requires(Permissions.CONTACT_READ)
    @Operation(summary = "Contacts with a learner's guardians, newest first")
    @Parameter(name = "way", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "CALL, MEETING, MESSAGE, LETTER or E_KLASE")
    @Parameter(name = "from", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "First day, 2026-09-01")
    @Parameter(name = "to", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "Last day")
    @Parameter(name = "page", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "From 1")
    @Parameter(name = "size", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "25, 50 or 100")
    public ContactsView list(@PathParam("learner") UUID learnerId, @Context UriInfo uri) {
        Learner learner = learner(learnerId, Permissions.CONTACT_READ);
        MultivaluedMap<String, String> query = uri.getQueryParameters();
        ListQuery asked = ListQuery.of(query, Set.of("held"), "held");
        ContactFilter filter = ContactFilter.of(query);
        long total = contacts.count(learnerId, filter);
        var rows = contacts.page(learnerId, filter, asked.size(), asked.offset(), desk.reading(caller));
        readLog.opened(learnerId);
        return new ContactsView(learnerId, learner.givenName() + " " + learner.familyName(), rows, asked.of(total),
                filter, caller.may(Permissions.CONTACT_WRITE));
    }

    /**
     * The form to write one down.
     *
     * @param learnerId the learner
     * @return an empty form, with the names of the learner's guardians and plans
     */
    @GET
    @Path("new")
    @Produces(MediaType.TEXT_HTML)
    @Requires(Permissions.CONTACT_WRITE)
    public Form form(@PathParam("learner") UUID learnerId) {
        Learner learner = learner(learnerId, Permissions.CONTACT_WRITE);
        readLog.opened(learnerId);
        return desk.form(learner, Map.of());
    }

    /**
     * Writes one down.
     *
     * @param tenant slug of the tenant
     * @param learnerId the learner
     * @param input what was typed
     * @return 201 with the place of the log
     */
    @POST
    @Path("new")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Requires(Permissions.CONTACT_WRITE)
    @Operation(summary = "Write down a contact with a guardian")
    public Response add(@PathParam("tenant") String tenant, @PathParam("learner") UUID learnerId,
            @Valid RecordContact input) {
        Learner learner = learner(learnerId, Permissions.CONTACT_WRITE);
        contacts.add(new GuardianContact(learnerId, caller.personId(), desk.facts(learner, input), desk.now()));
        return written(tenant, learnerId);
    }

    /**
     * The form to mend one, with what it says.
     *
     * @param learnerId the learner
     * @param id the contact
     * @return a form
     */
    @GET
    @Path("{contact}/change")
    @Produces(MediaType.TEXT_HTML)
    @Requires(Permissions.CONTACT_WRITE)
    public Form mending(@PathParam("learner") UUID learnerId, @PathParam("contact") UUID id) {
        Learner learner = learner(learnerId, Permissions.CONTACT_WRITE);
        GuardianContact contact = contact(learnerId, id);
        contact.requireMendable(caller.personId(), desk.now(), desk.mendable());
        readLog.opened(learnerId);
        return desk.form(learner, contact, caller.personId());
    }

    /**
     * Mends one.
     *
     * @param tenant slug of the tenant
     * @param learnerId the learner
     * @param id the contact
     * @param input what it says now
     * @return 201 with the place of the log
     */
    @POST
    @Path("{contact}/change")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Requires(Permissions.CONTACT_WRITE)
    @Operation(summary = "Change a contact that oneself wrote down, for a while")
    public Response mend(@PathParam("tenant") String tenant, @PathParam("learner") UUID learnerId,
            @PathParam("contact") UUID id, @Valid RecordContact input) {
        Learner learner = learner(learnerId, Permissions.CONTACT_WRITE);
        GuardianContact contact = contact(learnerId, id);
        contact.requireMendable(caller.personId(), desk.now(), desk.mendable());
        contact.mend(caller.personId(), desk.facts(learner, input), desk.now(), desk.mendable());
        return written(tenant, learnerId);
    }

    /**
     * The form to add to one.
     *
     * @param learnerId the learner
     * @param id the contact
     * @return an empty form
     */
    @GET
    @Path("{contact}/addition")
    @Produces(MediaType.TEXT_HTML)
    @Requires(Permissions.CONTACT_WRITE)
    public Form adding(@PathParam("learner") UUID learnerId, @PathParam("contact") UUID id) {
        Learner learner = learner(learnerId, Permissions.CONTACT_WRITE);
        GuardianContact contact = contact(learnerId, id);
        readLog.opened(learnerId);
        return new Form(AddToContact.class, Map.of("learner", learner.givenName() + " " + learner.familyName(),
                "topic", contact.facts().topic()), Map.of());
    }

    /**
     * Adds to one.
     *
     * @param tenant slug of the tenant
     * @param learnerId the learner
     * @param id the contact
     * @param input what is to be said more
     * @return 201 with the place of the log
     */
    @POST
    @Path("{contact}/addition")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Requires(Permissions.CONTACT_WRITE)
    @Operation(summary = "Add to a contact; what it said before stands")
    public Response append(@PathParam("tenant") String tenant, @PathParam("learner") UUID learnerId,
            @PathParam("contact") UUID id, @Valid AddToContact input) {
        learner(learnerId, Permissions.CONTACT_WRITE);
        contact(learnerId, id).add(caller.personId(), RestrictedText.of(input.words().strip()), desk.now());
        return written(tenant, learnerId);
    }

    private Learner learner(UUID id, String permission) {
        return learners.find(id, caller.personId(), caller.rolesWith(permission)).orElseThrow(NotFoundException::new);
    }

    private GuardianContact contact(UUID learnerId, UUID id) {
        return contacts.find(learnerId, id).orElseThrow(NotFoundException::new);
    }

    private static Response written(String tenant, UUID learnerId) {
        return Response
            .created(UriBuilder.fromPath("t/{tenant}/learners/{learner}/contacts").build(tenant, learnerId))
            .build();
    }
}
