package lv.pumpurs.core.worklist;

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
import lv.pumpurs.spi.Impersonal;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Deadlines as a file. A class of its own, because {@code export} would else be taken for a programme. */
@Path("t/{tenant}/deadlines/export/{format}")
@Dependent
@Transactional
@Produces(MediaType.WILDCARD)
public class DeadlinesFileResource {

    private static final List<String> COLUMNS = List.of("plan.programme", "worklist.work", "worklist.days",
            "worklist.changes", "worklist.days");

    private final Deadlines deadlines;
    private final ListFiles lists;

    /**
     * One per request.
     *
     * @param deadlines of the bound tenant
     * @param lists makes the file
     */
    @Inject
    public DeadlinesFileResource(Deadlines deadlines, ListFiles lists) {
        this.deadlines = deadlines;
        this.lists = lists;
    }

    /**
     * What holds today, and what comes next.
     *
     * @param format csv or xlsx
     * @return the file
     */
    @GET
    @Requires("deadline:write")
    @Impersonal(because = "it holds days and no people")
    @Operation(summary = "How many days each piece of work may take, as a file, csv or xlsx")
    public Response all(@PathParam("format") String format) {
        List<DeadlinesView.Line> lines = deadlines.lines();
        return lists.of(format, new Sheet("deadlines", COLUMNS, (page, row) -> lines
            .forEach(line -> row.of(page.pick(line.nameLv(), line.nameEn()),
                    page.t("worklist.deadline." + line.work()), line.days(), line.changesOn(), line.changesTo()))))
            .response();
    }
}
