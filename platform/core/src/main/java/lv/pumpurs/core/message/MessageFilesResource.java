package lv.pumpurs.core.message;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import lv.pumpurs.core.export.ListFile;
import lv.pumpurs.core.export.ListFiles;
import lv.pumpurs.core.export.Sheet;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.learner.Learners;
import lv.pumpurs.core.message.MessagesView.DeliveryState;
import lv.pumpurs.core.message.MessagesView.MessageRow;
import lv.pumpurs.core.web.RequestPage;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The messages to one learner's guardians as a file. */
@Path("t/{tenant}/learners/{learner}/messages/export/{format}")
@Dependent
@Transactional
@Produces(MediaType.WILDCARD)
public class MessageFilesResource {

    /** More than anybody writes about one learner. */
    private static final int ALL = 100_000;

    private static final List<String> COLUMNS = List.of("message.when", "contact.author", "message.to",
            "message.subject", "message.words", "message.delivery", "audit.when", "export.why");

    private final Messages messages;
    private final Learners learners;
    private final Caller caller;
    private final ReadLog readLog;
    private final ListFiles lists;

    /**
     * One per request.
     *
     * @param messages of the bound tenant
     * @param learners about whom
     * @param caller who asks
     * @param readLog where it is written down who was shown whom
     * @param lists makes the file
     */
    @Inject
    public MessageFilesResource(Messages messages, Learners learners, Caller caller, ReadLog readLog,
            ListFiles lists) {
        this.messages = messages;
        this.learners = learners;
        this.caller = caller;
        this.readLog = readLog;
        this.lists = lists;
    }

    /**
     * All of them.
     *
     * @param learnerId the learner
     * @param format csv or xlsx
     * @return the file
     */
    @GET
    @Requires(Permissions.CONTACT_READ)
    @Operation(summary = "Messages to a learner's guardians as a file, csv or xlsx")
    public Response export(@PathParam("learner") UUID learnerId, @PathParam("format") String format) {
        if (learners.find(learnerId, caller.personId(), caller.rolesWith(Permissions.CONTACT_READ)).isEmpty()) {
            throw new NotFoundException();
        }
        ListFile file = lists.of(format, new Sheet("messages", COLUMNS,
                (page, row) -> messages.page(learnerId, ALL, 0).forEach(one -> write(page, one, row))));
        readLog.opened(learnerId);
        return file.response();
    }

    private static void write(RequestPage page, MessageRow one, Sheet.Row row) {
        DeliveryState delivery = one.delivery();
        row.of(one.writtenAt(), one.authorName(), one.recipientName(), one.subject(), one.words(),
                page.t("message.state." + delivery.state()), delivery.at(), why(page, delivery.reason()));
    }

    private static @Nullable String why(RequestPage page, @Nullable String reason) {
        return reason == null ? null : page.t("message.reason." + reason);
    }
}
