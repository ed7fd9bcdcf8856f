package lv.pumpurs.core.plan;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.io.InputStream;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.personalcode.PersonalCodeVault;
import lv.pumpurs.core.scan.Intake;
import lv.pumpurs.core.scan.ScanKind;
import lv.pumpurs.core.scan.ScanProblem;
import lv.pumpurs.core.scan.SealedScans;
import lv.pumpurs.core.scan.StoredScan;
import lv.pumpurs.core.tenancy.TenantScope;
import lv.pumpurs.core.web.Upload;
import lv.pumpurs.spi.Idempotent;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The scanned application of a plan: attached file by file, and opened by those who need to see what was signed. */
@Path("t/{tenant}/plans/{plan}/application/scans")
@Dependent
@Transactional
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class PlanApplicationResource {

    private static final String POLICY = "Content-Security-Policy";

    private final ApplicationDesk desk;
    private final Intake intake;
    private final PersonalCodeVault vault;
    private final ReadLog readLog;

    /**
     * One per request.
     *
     * @param desk where the application lies
     * @param intake takes files in
     * @param vault keys of what is kept
     * @param readLog where it is written down who was shown whom
     */
    @Inject
    public PlanApplicationResource(ApplicationDesk desk, Intake intake, PersonalCodeVault vault, ReadLog readLog) {
        this.desk = desk;
        this.intake = intake;
        this.vault = vault;
        this.readLog = readLog;
    }

    /**
     * What is attached, and the form to attach more.
     *
     * @param id key of the plan
     * @return the application
     */
    @GET
    @Requires(Permissions.APPLICATION_READ)
    @Operation(summary = "The application of a plan with the files of its scan")
    public ApplicationView list(@PathParam("plan") UUID id) {
        ApplicationView view = desk.read(id);
        readLog.opened(view.learnerId());
        return view;
    }

    /**
     * Attaches files: each as a part named {@code file}. All of them, or none.
     *
     * @param tenant slug of the tenant
     * @param id key of the plan
     * @param type content type with the boundary
     * @param body the form as it arrives
     * @return 201 with the place of the list
     */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Requires(Permissions.APPLICATION_WRITE)
    @Idempotent(because = "a file that is there already stays what it is")
    // files arrive as slowly as a telephone sends them: no connection waits for them
    @Transactional(TxType.NOT_SUPPORTED)
    @Operation(summary = "Attach the scanned application: PDF, JPEG or PNG, each file a part named file")
    public Response attach(@PathParam("tenant") String tenant, @PathParam("plan") UUID id,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type, InputStream body) {
        desk.requireOpen(id);
        try (SealedScans sealed = intake.read(Upload.of(body, type, ScanProblem.NO_FILE), id)) {
            desk.attach(id, sealed);
        }
        return Response.created(at(tenant, id)).build();
    }

    /**
     * One file of the scan.
     *
     * @param plan key of the plan
     * @param id key of the file
     * @param response whose policy forbids the file to do anything
     * @return the file: a picture to be looked at, a PDF to be saved
     */
    @GET
    @Path("{scan}")
    @Produces(MediaType.WILDCARD)
    @Requires(Permissions.APPLICATION_READ)
    @Operation(summary = "One file of the scanned application")
    public Response open(@PathParam("plan") UUID plan, @PathParam("scan") UUID id,
            @Context HttpServletResponse response) {
        StoredScan scan = desk.open(plan, id);
        readLog.opened(scan.learnerId());
        byte[] content = scan.content(vault.papers(), Objects.requireNonNull(TenantScope.current()));
        response.setHeader(POLICY, response.getHeader(POLICY) + "; sandbox");
        // browsers show no PDF in a sandbox; a picture that is shown leaves no copy in anybody's folder
        String way = scan.kind() == ScanKind.PDF ? "attachment" : "inline";
        return Response.ok(content, scan.kind().mediaType())
            .header(HttpHeaders.CONTENT_DISPOSITION, way + "; filename=\"" + scan.name() + "\"")
            .build();
    }

    /**
     * Takes a file away that should not be there, as long as nobody else has seen the plan.
     *
     * @param tenant slug of the tenant
     * @param plan key of the plan
     * @param id key of the file
     * @return 303 to the list
     */
    @POST
    @Path("{scan}/removal")
    @Requires(Permissions.APPLICATION_WRITE)
    @Operation(summary = "Take a file of the scanned application away, before the plan is handed in")
    public Response detach(@PathParam("tenant") String tenant, @PathParam("plan") UUID plan,
            @PathParam("scan") UUID id) {
        desk.detach(plan, id);
        return Response.seeOther(at(tenant, plan)).build();
    }

    private static URI at(String tenant, UUID plan) {
        return UriBuilder.fromPath("t/{tenant}/plans/{plan}/application/scans").build(tenant, plan);
    }
}
