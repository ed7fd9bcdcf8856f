package lv.pumpurs.server.web;

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

/** A list that breaks after many rows, deployed into the WAR by the test. */
@Path("t/{tenant}/breaking")
@Dependent
@Transactional
@Produces(MediaType.WILDCARD)
public class Breaking {

    private final ListFiles lists;

    /** One per request. */
    @Inject
    public Breaking(ListFiles lists) {
        this.lists = lists;
    }

    /** Ten thousand rows, and no more. */
    @GET
    @Path("export/{format}")
    @Requires("learner:read")
    @Impersonal(because = "the rows are numbers")
    public Response breaks(@PathParam("format") String format) {
        return lists.of(format, new Sheet("learners", List.of("learner.name"), (page, row) -> {
            for (int i = 0; i < 10_000; i++) {
                row.of(i);
            }
            throw new IllegalStateException("planted");
        })).response();
    }
}
