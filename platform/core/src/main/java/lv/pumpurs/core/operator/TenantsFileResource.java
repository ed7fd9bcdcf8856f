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

/** The registry of tenants as a file. A class of its own, because {@code export} would else be taken for a tenant. */
@Path("operator/tenants/export/{format}")
@Dependent
@Transactional
@Produces(MediaType.WILDCARD)
public class TenantsFileResource {

    private static final List<String> COLUMNS = List.of("operator.name", "operator.kind", "operator.atvk",
            "operator.state");

    private final TenantsResource tenants;
    private final ListFiles lists;

    /**
     * One per request.
     *
     * @param tenants what the page shows
     * @param lists makes the file
     */
    @Inject
    public TenantsFileResource(TenantsResource tenants, ListFiles lists) {
        this.tenants = tenants;
        this.lists = lists;
    }

    /**
     * All tenants.
     *
     * @param format csv or xlsx
     * @return the file
     */
    @GET
    @Requires("tenant:list")
    @Operation(summary = "All tenants of the nation as a file, csv or xlsx")
    public Response all(@PathParam("format") String format) {
        List<TenantsView.Line> lines = tenants.all().tenants();
        return lists.of(format, new Sheet("tenants", COLUMNS, (page, row) -> lines
            .forEach(line -> row.of(line.name(), page.t("operator.kind." + line.kind()), line.atvkCode(),
                    page.t("operator.state." + line.state())))))
            .response();
    }
}
