package lv.pumpurs.core.personnel;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import lv.pumpurs.core.export.ListFile;
import lv.pumpurs.core.export.ListFiles;
import lv.pumpurs.core.export.Sheet;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.web.ListQuery;
import lv.pumpurs.core.web.RequestPage;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The list of staff as a file: a row for each role. */
@Path("t/{tenant}/staff/export/{format}")
@Dependent
@Transactional
@Produces(MediaType.WILDCARD)
public class StaffFilesResource {

    private static final List<String> COLUMNS = List.of("export.given-name", "export.family-name", "personnel.email",
            "audit.column.staff_role.role", "learner.school", "learner.class", "audit.column.staff_role.provider_role",
            "audit.column.staff_role.deputy_for", "audit.column.staff_role.valid_from",
            "audit.column.staff_role.valid_to");

    private final Personnel personnel;
    private final Caller caller;
    private final ReadLog readLog;
    private final ListFiles lists;

    /**
     * One per request.
     *
     * @param personnel of the bound tenant
     * @param caller who asks
     * @param readLog where it is written down who was shown whom
     * @param lists makes the file
     */
    @Inject
    public StaffFilesResource(Personnel personnel, Caller caller, ReadLog readLog, ListFiles lists) {
        this.personnel = personnel;
        this.caller = caller;
        this.readLog = readLog;
        this.lists = lists;
    }

    /**
     * All pages of the list, narrowed and sorted as asked.
     *
     * @param format csv or xlsx
     * @param uri its query: school, role, state, sort
     * @return the file
     */
    @GET
    @Requires(Permissions.STAFF_READ)
    @Operation(summary = "The list of staff with their roles as a file, csv or xlsx; narrowed and sorted like the page")
    public Response export(@PathParam("format") String format, @Context UriInfo uri) {
        MultivaluedMap<String, String> query = uri.getQueryParameters();
        StaffFilter filter = StaffFilter.of(query.getFirst("school"), query.getFirst("role"),
                query.getFirst("state"));
        ListFile file = lists.of(format, new Sheet("staff", COLUMNS,
                (page, row) -> personnel.each(filter, ListQuery.of(query, Set.of("name", "email"), "name"),
                        caller.personId(), caller.rolesWith(Permissions.STAFF_READ),
                        person -> write(page, person, row))));
        readLog.listed(file.rows(), filter.narrowings());
        return file.response();
    }

    private static void write(RequestPage page, StaffRow person, Sheet.Row row) {
        if (person.roles().isEmpty()) {
            row.of(person.givenName(), person.familyName(), person.email(), null, null, null, null, null, null, null);
        }
        for (RoleLine role : person.roles()) {
            row.of(person.givenName(), person.familyName(), person.email(), page.t("role." + role.role()),
                    role.schoolName(), role.className(),
                    role.profession() == null ? null : page.t("audit.provider-role." + role.profession()),
                    role.deputyFor(), role.from(), role.to());
        }
    }
}
