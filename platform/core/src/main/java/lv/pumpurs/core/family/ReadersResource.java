package lv.pumpurs.core.family;

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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.pumpurs.core.export.ListFile;
import lv.pumpurs.core.export.ListFiles;
import lv.pumpurs.core.export.Sheet;
import lv.pumpurs.core.family.ReadersView.Visit;
import lv.pumpurs.core.family.ReadersView.Who;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.learner.Learner;
import lv.pumpurs.core.learner.Learners;
import lv.pumpurs.core.web.ListQuery;
import lv.pumpurs.core.web.RequestPage;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Who opened a learner's file. That somebody looked at this is written down too, and seen the next time. */
@Path("t/{tenant}/learners/{learner}/readers")
@Dependent
@Transactional
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class ReadersResource {

    private static final List<String> COLUMNS = List.of("readers.from", "readers.until", "audit.who", "export.roles",
            "export.reason", "readers.what", "readers.opened");

    private final Readers readers;
    private final Learners learners;
    private final Caller caller;
    private final ReadLog readLog;
    private final ListFiles lists;

    /**
     * One per request.
     *
     * @param readers of the bound tenant
     * @param learners whose file
     * @param caller who asks
     * @param readLog where it is written down who was shown whom
     * @param lists makes a file of the list
     */
    @Inject
    public ReadersResource(Readers readers, Learners learners, Caller caller, ReadLog readLog, ListFiles lists) {
        this.readers = readers;
        this.learners = learners;
        this.caller = caller;
        this.readLog = readLog;
        this.lists = lists;
    }

    /**
     * Who opened the file.
     *
     * @param learnerId the learner
     * @param uri its query: page, size; a wrong value counts as none
     * @return one page of visits, newest first
     */
    @GET
    @Requires(Permissions.READERS_READ)
    @Operation(summary = "Who opened a learner's file: visits, newest first")
    @Parameter(name = "page", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "From 1")
    @Parameter(name = "size", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "25, 50 or 100")
    public ReadersView list(@PathParam("learner") UUID learnerId, @Context UriInfo uri) {
        Learner learner = learner(learnerId);
        ListQuery asked = ListQuery.of(uri.getQueryParameters(), Set.of("at"), "at");
        long total = readers.count(learnerId);
        List<Visit> visits = readers.page(learnerId, asked, caller);
        readLog.opened(learnerId);
        return new ReadersView(learnerId, learner.givenName() + " " + learner.familyName(), visits, asked.of(total));
    }

    /**
     * The same as a file, complete.
     *
     * @param learnerId the learner
     * @param format csv or xlsx
     * @return the file
     */
    @GET
    @Path("export/{format}")
    @Produces(MediaType.WILDCARD)
    @Requires(Permissions.READERS_READ)
    @Operation(summary = "Who opened a learner's file, as a file, csv or xlsx")
    public Response export(@PathParam("learner") UUID learnerId, @PathParam("format") String format) {
        learner(learnerId);
        ListFile file = lists.of(format, new Sheet("readers", COLUMNS,
                (page, row) -> readers.each(learnerId, caller, visit -> write(page, visit, row))));
        readLog.opened(learnerId);
        return file.response();
    }

    private static void write(RequestPage page, Visit visit, Sheet.Row row) {
        Who reader = visit.reader();
        row.of(visit.from(), visit.until(), reader.words(page),
                reader.roles().stream().map(role -> page.t("role." + role)).collect(Collectors.joining(", ")),
                reader.reason(), String.join(", ", visit.what(page)), visit.pages());
    }

    private Learner learner(UUID id) {
        return learners.find(id, caller.personId(), caller.rolesWith(Permissions.READERS_READ))
            .orElseThrow(NotFoundException::new);
    }
}
