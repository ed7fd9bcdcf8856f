package lv.pumpurs.core.roster;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import lv.pumpurs.core.export.ListFiles;
import lv.pumpurs.core.export.Sheet;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.Impersonal;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The latest imports as a file. A class of its own, because {@code export} would else be taken for an import. */
@Path("t/{tenant}/roster/export/{format}")
@Dependent
@Transactional
@Produces(MediaType.WILDCARD)
public class RosterFilesResource {

    private static final List<String> COLUMNS = List.of("roster.when", "roster.school", "roster.year", "roster.state",
            "roster.rows", "roster.tab.new", "roster.tab.changed", "roster.ended");

    private final RosterImports imports;
    private final ListFiles lists;
    private final Caller caller;

    /**
     * One per request.
     *
     * @param imports of the bound tenant
     * @param lists makes the file
     * @param caller who asks
     */
    @Inject
    public RosterFilesResource(RosterImports imports, ListFiles lists, Caller caller) {
        this.imports = imports;
        this.lists = lists;
        this.caller = caller;
    }

    /**
     * The latest imports of the caller's schools.
     *
     * @param format csv or xlsx
     * @return the file
     */
    @GET
    @Requires(Permissions.ROSTER_IMPORT)
    @Impersonal(because = "it lists files by school, day and numbers, and no learner")
    @Operation(summary = "The latest imports of the caller's schools as a file, csv or xlsx")
    public Response all(@PathParam("format") String format) {
        List<RosterImport> latest = imports.latest(caller.personId(), caller.rolesWith(Permissions.ROSTER_IMPORT));
        return lists.of(format, new Sheet("roster", COLUMNS, (page, row) -> latest
            .forEach(one -> row.of(one.uploadedAt(), one.school().name(), page.term(one.schoolYear()),
                    page.t("roster.state." + one.state()), one.counts().total(), one.counts().added(),
                    one.counts().changed(), one.counts().ended()))))
            .response();
    }
}
