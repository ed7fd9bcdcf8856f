package lv.pumpurs.core.operator;

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
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The latest run of migrations as a file. */
@Path("operator/migrations/export/{format}")
@Dependent
@Transactional
@Produces(MediaType.WILDCARD)
public class MigrationsFileResource {

    private static final List<String> COLUMNS = List.of("operator.name", "operator.state", "export.percent",
            "export.seconds", "export.why");

    private final MigrationsResource migrations;
    private final ListFiles lists;

    /**
     * One per request.
     *
     * @param migrations what the page shows
     * @param lists makes the file
     */
    @Inject
    public MigrationsFileResource(MigrationsResource migrations, ListFiles lists) {
        this.migrations = migrations;
        this.lists = lists;
    }

    /**
     * Tenant by tenant.
     *
     * @param format csv or xlsx
     * @return the file
     */
    @GET
    @Requires("migration:read")
    @Operation(summary = "The latest run of migrations as a file, csv or xlsx")
    public Response latest(@PathParam("format") String format) {
        List<MigrationsView.Line> lines = migrations.show().tenants();
        return lists.of(format, new Sheet("migrations", COLUMNS, (page, row) -> lines.forEach(line -> {
            TenantsView.Why why = line.reason();
            row.of(line.name(), page.t("operator.state." + line.state()), line.percent(), line.seconds(),
                    why == null
                            ? null
                            : page.t("operator.why." + why.code(), why.detail()) + " "
                                    + page.t("operator.migrations.module", line.module()));
        }))).response();
    }
}
