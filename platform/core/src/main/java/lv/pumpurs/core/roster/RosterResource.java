package lv.pumpurs.core.roster;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import java.io.InputStream;
import java.net.URI;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.roster.ImportView.Tab;
import lv.pumpurs.core.roster.RosterImport.SchoolChoice;
import lv.pumpurs.core.roster.RosterWork.Order;
import lv.pumpurs.core.roster.RosterWork.Task;
import lv.pumpurs.core.roster.file.Limits;
import lv.pumpurs.core.roster.file.RosterFileProblem;
import lv.pumpurs.core.schoolyear.SchoolYears;
import lv.pumpurs.core.tenancy.Acting;
import lv.pumpurs.core.tenancy.TenantScope;
import lv.pumpurs.core.web.ListQuery;
import lv.pumpurs.core.web.Upload;
import lv.pumpurs.spi.BusinessTime;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Idempotent;
import lv.pumpurs.spi.Impersonal;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Import of a roster: send a file, see what it would change, and let it. */
@Path("t/{tenant}/roster")
@Dependent
@Transactional
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class RosterResource {

    private final RosterImports imports;
    private final RosterImporting importing;
    private final ImportReading reading;
    private final Place place;
    private final Caller caller;
    private final ReadLog readLog;

    /**
     * One per request.
     *
     * @param imports of the bound tenant
     * @param importing does the work
     * @param reading shows what was found
     * @param place when and how much
     * @param caller who asks
     * @param readLog where it is written down who was shown whom
     */
    @Inject
    public RosterResource(RosterImports imports, RosterImporting importing, ImportReading reading, Place place,
            Caller caller, ReadLog readLog) {
        this.imports = imports;
        this.importing = importing;
        this.reading = reading;
        this.place = place;
        this.caller = caller;
        this.readLog = readLog;
    }

    /**
     * When and how much.
     *
     * @param years published school years
     * @param clock business time
     * @param limits how large a file may be
     * @param work writes behind the request
     */
    @Dependent
    public record Place(SchoolYears years, InstantSource clock, Limits limits, RosterWork work) {

        /** One per request. */
        @Inject
        public Place {}
    }

    /**
     * The form to send a file, and the latest imports.
     *
     * @return of the caller's schools
     */
    @GET
    @Requires(Permissions.ROSTER_IMPORT)
    @Impersonal(because = "it lists files by school, day and numbers, and no learner")
    @Operation(summary = "The latest imports of the caller's schools")
    public RosterView list() {
        Set<lv.pumpurs.spi.Role> roles = caller.rolesWith(Permissions.ROSTER_IMPORT);
        return new RosterView(imports.schools(caller.personId(), roles), schoolYears(),
                imports.latest(caller.personId(), roles), place.limits().file() / (1024 * 1024), place.limits().rows());
    }

    /**
     * Takes a file in: fields {@code school} and {@code schoolYear}, then the file as {@code file}.
     *
     * @param tenant slug of the tenant
     * @param type content type with the boundary
     * @param body the form as it arrives
     * @return 201 with the place of the import
     */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Requires(Permissions.ROSTER_IMPORT)
    @Operation(summary = "Send a roster as CSV or OneRoster zip: fields school and schoolYear, then file")
    public Response upload(@PathParam("tenant") String tenant, @HeaderParam("Content-Type") String type,
            InputStream body) {
        Upload upload = Upload.of(body, type, RosterFileProblem.NO_FILE);
        List<SchoolChoice> schools = imports.schools(caller.personId(), caller.rolesWith(Permissions.ROSTER_IMPORT));
        String wanted = upload.fields().getOrDefault("school", "");
        SchoolChoice school = schools.stream()
            .filter(one -> one.id().toString().equals(wanted) || (wanted.isEmpty() && schools.size() == 1))
            .findFirst()
            .orElseThrow(() -> new Refused(RosterProblem.WRONG_PLACE));
        List<String> years = schoolYears();
        String year = upload.fields().getOrDefault("schoolYear", years.isEmpty() ? "" : years.getFirst());
        if (!years.contains(year)) {
            throw new Refused(RosterProblem.WRONG_PLACE);
        }
        UUID id = Ids.next();
        imports.begin(id, school.id(), year, caller.personId(), place.clock().instant());
        importing.stage(id, upload.file());
        return Response.created(at(tenant, id)).build();
    }

    /**
     * One import.
     *
     * @param id key
     * @param uri its query: show, page, size
     * @return how far it is and what it found
     */
    @GET
    @Path("{import}")
    @Requires(Permissions.ROSTER_IMPORT)
    @Operation(summary = "One import: its state, the problems of its rows and what it would change")
    @Parameter(name = "show", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "problems, new, changed, guardians or gone")
    @Parameter(name = "page", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "From 1")
    @Parameter(name = "size", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "25, 50 or 100")
    public ImportView one(@PathParam("import") UUID id, @Context UriInfo uri) {
        String show = uri.getQueryParameters().getFirst("show");
        Tab tab = Arrays.stream(Tab.values()).filter(one -> one.code().equals(show)).findFirst().orElse(null);
        ImportView view = reading.view(mine(id), tab, ListQuery.of(uri.getQueryParameters(), Set.of("row"), "row"));
        readLog.listed(view.rows().size() + view.guardians().size() + view.sample().size(), List.of());
        return view;
    }

    /**
     * Says which column holds what, and checks every row.
     *
     * @param tenant slug of the tenant
     * @param id key
     * @param input the columns
     * @return 303 to the import
     */
    @POST
    @Path("{import}/check")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Requires(Permissions.ROSTER_IMPORT)
    @Idempotent(because = "checking again finds the same again")
    // as for apply: the work has transactions of its own
    @Transactional(TxType.NOT_SUPPORTED)
    @Operation(summary = "Say which column holds what and check every row; nothing is written to the register")
    public Response check(@PathParam("tenant") String tenant, @PathParam("import") UUID id, @Valid MapColumns input) {
        RosterWork work = place.work();
        work.understood(work.find(id, caller.personId(), caller.rolesWith(Permissions.ROSTER_IMPORT)), input);
        work.start(order(id, new Task.Check(BusinessTime.today(place.clock()))));
        return Response.seeOther(at(tenant, id)).build();
    }

    /**
     * Writes a checked import, all of it or nothing.
     *
     * @param tenant slug of the tenant
     * @param id key
     * @param input whose enrolment shall end
     * @return 303 to the import
     */
    @POST
    @Path("{import}/apply")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Requires(Permissions.ROSTER_IMPORT)
    @Idempotent(because = "an import is applied once: while it is, and after, its state says so")
    // the work has transactions of its own; one of the request would only keep a connection from it
    @Transactional(TxType.NOT_SUPPORTED)
    @Operation(summary = "Write a checked import to the register, all of it or nothing")
    public Response apply(@PathParam("tenant") String tenant, @PathParam("import") UUID id, @Valid ApplyImport input) {
        place.work().find(id, caller.personId(), caller.rolesWith(Permissions.ROSTER_IMPORT));
        place.work().start(order(id, new Task.Apply(orNone(input.end()), BusinessTime.today(place.clock()))));
        return Response.seeOther(at(tenant, id)).build();
    }

    /**
     * Puts an import away that shall not be applied, with its staged rows.
     *
     * @param tenant slug of the tenant
     * @param id key
     * @return 303 to the list
     */
    @POST
    @Path("{import}/discard")
    @Requires(Permissions.ROSTER_IMPORT)
    @Operation(summary = "Put an import away that was not applied, with everything that was staged for it")
    public Response discard(@PathParam("tenant") String tenant, @PathParam("import") UUID id) {
        imports.remove(open(id).id());
        return Response.seeOther(UriBuilder.fromPath("/t/{tenant}/roster").build(tenant)).build();
    }

    private Order order(UUID id, Task task) {
        Set<lv.pumpurs.spi.Role> roles = caller.rolesWith(Permissions.ROSTER_IMPORT);
        return new Order(Objects.requireNonNull(TenantScope.current()),
                new Acting(caller.personId(), roles, Permissions.ROSTER_IMPORT), id, task);
    }

    private static List<UUID> orNone(@Nullable List<UUID> keys) {
        return keys == null ? List.of() : keys;
    }

    private RosterImport mine(UUID id) {
        return imports.find(id, caller.personId(), caller.rolesWith(Permissions.ROSTER_IMPORT))
            .map(imports::asItIs)
            .orElseThrow(NotFoundException::new);
    }

    private RosterImport open(UUID id) {
        RosterImport one = mine(id);
        if (!one.isOpen()) {
            throw new Refused(RosterProblem.WRONG_STATE);
        }
        return one;
    }

    /** The year under way, then the others, the latest first. */
    private List<String> schoolYears() {
        List<String> all = new java.util.ArrayList<>(
                place.years().semesters().stream().map(days -> days.semester().schoolYear()).distinct().toList());
        place.years().current(BusinessTime.today(place.clock())).ifPresent(now -> {
            all.remove(now.semester().schoolYear());
            all.addFirst(now.semester().schoolYear());
        });
        return all;
    }

    private static URI at(String tenant, UUID id) {
        return UriBuilder.fromPath("/t/{tenant}/roster/{import}").build(tenant, id);
    }
}
