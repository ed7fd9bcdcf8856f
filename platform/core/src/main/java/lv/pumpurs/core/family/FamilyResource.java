package lv.pumpurs.core.family;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import lv.pumpurs.core.family.FamilyView.Child;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.message.Messages;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.Requires;
import lv.pumpurs.spi.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The page on which a parent or an adult learner arrives. */
@Path("t/{tenant}/family")
@Dependent
@Transactional
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class FamilyResource {

    private final Families families;
    private final Messages messages;
    private final Caller caller;
    private final ReadLog readLog;

    /**
     * One per request.
     *
     * @param families of the bound tenant
     * @param messages to the person
     * @param caller who asks
     * @param readLog where it is written down who was shown whom
     */
    @Inject
    public FamilyResource(Families families, Messages messages, Caller caller, ReadLog readLog) {
        this.families = families;
        this.messages = messages;
        this.caller = caller;
        this.readLog = readLog;
    }

    /**
     * The own children, or oneself.
     *
     * @return each with school, open plans and who to talk to
     */
    @GET
    @Requires(Permissions.FAMILY_READ)
    @Operation(summary = "The learners for whom the caller stands: school, open plans, agreed support, who to talk to")
    public FamilyView own() {
        List<Child> children = families.children(caller.personId(), caller.rolesWith(Permissions.FAMILY_READ));
        if (children.size() == 1) {
            readLog.opened(children.getFirst().id());
        } else {
            readLog.listed(children.size(), List.of());
        }
        return new FamilyView(caller.name(), !caller.roles().contains(Role.GUARDIAN), children,
                messages.to(caller.personId(), caller.rolesWith(Permissions.FAMILY_READ)));
    }
}
