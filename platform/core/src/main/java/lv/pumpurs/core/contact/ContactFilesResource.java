package lv.pumpurs.core.contact;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.pumpurs.core.contact.ContactsView.ContactRow;
import lv.pumpurs.core.export.ListFile;
import lv.pumpurs.core.export.ListFiles;
import lv.pumpurs.core.export.Sheet;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.learner.Learners;
import lv.pumpurs.core.web.RequestPage;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The log of contacts with one learner's guardians as a file. */
@Path("t/{tenant}/learners/{learner}/contacts/export/{format}")
@Dependent
@Transactional
@Produces(MediaType.WILDCARD)
public class ContactFilesResource {

    /** More than anybody writes about one learner. */
    private static final int ALL = 100_000;

    private static final List<String> COLUMNS = List.of("contact.held-on", "contact.way", "contact.person",
            "contact.topic", "contact.outcome", "contact.plan", "contact.author", "contact.written-at",
            "contact.added");

    private final GuardianContacts contacts;
    private final ContactDesk desk;
    private final Learners learners;
    private final Caller caller;
    private final ReadLog readLog;
    private final ListFiles lists;

    /**
     * One per request.
     *
     * @param contacts of the bound tenant
     * @param desk who reads, and when
     * @param learners whose guardians
     * @param caller who asks
     * @param readLog where it is written down who was shown whom
     * @param lists makes the file
     */
    @Inject
    public ContactFilesResource(GuardianContacts contacts, ContactDesk desk, Learners learners, Caller caller,
            ReadLog readLog, ListFiles lists) {
        this.contacts = contacts;
        this.desk = desk;
        this.learners = learners;
        this.caller = caller;
        this.readLog = readLog;
        this.lists = lists;
    }

    /**
     * All pages of the log, narrowed as asked.
     *
     * @param learnerId the learner
     * @param format csv or xlsx
     * @param uri its query: way, from, to
     * @return the file
     */
    @GET
    @Requires(Permissions.CONTACT_READ)
    @Operation(summary = "Contacts with a learner's guardians as a file, csv or xlsx; narrowed like the page")
    public Response export(@PathParam("learner") UUID learnerId, @PathParam("format") String format,
            @Context UriInfo uri) {
        if (learners.find(learnerId, caller.personId(), caller.rolesWith(Permissions.CONTACT_READ)).isEmpty()) {
            throw new NotFoundException();
        }
        ContactFilter filter = ContactFilter.of(uri.getQueryParameters());
        ListFile file = lists.of(format, new Sheet("contacts", COLUMNS,
                (page, row) -> contacts.page(learnerId, filter, ALL, 0, desk.reading(caller))
                    .forEach(contact -> write(page, contact, row))));
        readLog.opened(learnerId);
        return file.response();
    }

    private static void write(RequestPage page, ContactRow contact, Sheet.Row row) {
        row.of(contact.heldOn(), page.t("contact.way." + contact.way()), contact.person(), contact.topic(),
                contact.outcome(), contact.planCode(), contact.author().name(), contact.author().at(),
                contact.additions()
                    .stream()
                    .map(one -> one.words().shown() + " (" + one.author().name() + ", "
                            + page.dateTime(one.author().at())
                            + ")")
                    .collect(Collectors.joining("; ")));
    }
}
