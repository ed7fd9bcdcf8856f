package lv.pumpurs.core.paper;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.UUID;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.plan.PlanDesk;
import lv.pumpurs.core.web.Documents;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A plan on paper. Taking the paper is reading the plan: the same permission, the same scope, the same record. */
@Path("t/{tenant}/plans/{plan}/pdf")
@Dependent
@Transactional
public class PlanPaperResource {

    /** Names nobody: a file's name is seen by whoever looks over a shoulder. */
    private static final String FILE = "attachment; filename=\"individualais-atbalsta-plans.pdf\"";

    private final PlanPapers papers;
    private final PlanDesk desk;
    private final Documents documents;
    private final PdfPress press;
    private final Caller caller;
    private final InstantSource clock;
    private final ReadLog readLog;

    /**
     * One per request.
     *
     * @param papers of the bound tenant
     * @param desk knows how plans were amended
     * @param documents fills the template
     * @param press makes the file
     * @param caller who asks
     * @param clock when
     * @param readLog where it is written down who was shown whom
     */
    @Inject
    public PlanPaperResource(PlanPapers papers, PlanDesk desk, Documents documents, PdfPress press, Caller caller,
            InstantSource clock, ReadLog readLog) {
        this.papers = papers;
        this.desk = desk;
        this.documents = documents;
        this.press = press;
        this.caller = caller;
        this.clock = clock;
        this.readLog = readLog;
    }

    /**
     * The plan as a PDF, in Latvian.
     *
     * @param id key of the plan
     * @return the file
     */
    @GET
    @Produces(MediaType.WILDCARD)
    @Requires(Permissions.PLAN_READ)
    @Operation(summary = "The plan as an accessible PDF in Latvian, as far as the reader may see it")
    public Response pdf(@PathParam("plan") UUID id) {
        byte[] file = press.inTurn(() -> {
            PlanPaper paper = papers
                .find(id, caller.personId(), caller.rolesWith(Permissions.PLAN_READ), clock.instant())
                .orElseThrow(NotFoundException::new);
            readLog.opened(paper.learner().id());
            return press.print(documents.latvian(paper.head().changes() ? paper.with(desk.changes(id)) : paper));
        });
        return Response.ok(file, "application/pdf").header(HttpHeaders.CONTENT_DISPOSITION, FILE).build();
    }
}
