package lv.pumpurs.core.review;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import lv.pumpurs.core.export.ListFiles;
import lv.pumpurs.core.export.Sheet;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The operator's queue as a file. A class of its own, because {@code export} would else be taken for a tenant. */
@Path("operator/reviews/export/{format}")
@Dependent
@Transactional
@Produces(MediaType.WILDCARD)
public class ReviewsFileResource {

    private static final List<String> COLUMNS = List.of("review.tenant", "plan.code", "plan.programme",
            "plan.semester", "review.since");

    private final Reviews reviews;
    private final ListFiles lists;

    /**
     * One per request.
     *
     * @param reviews what waits
     * @param lists makes the file
     */
    @Inject
    public ReviewsFileResource(Reviews reviews, ListFiles lists) {
        this.reviews = reviews;
        this.lists = lists;
    }

    /**
     * The whole queue.
     *
     * @param format csv or xlsx
     * @param uri its query: tenant
     * @param security who asks
     * @return the file, the plan that waits longest first
     */
    @GET
    @Requires("review:list")
    @Operation(summary = "The operator's queue as a file, csv or xlsx")
    public Response all(@PathParam("format") String format, @Context UriInfo uri,
            @Context SecurityContext security) {
        List<ReviewsView.Line> lines = reviews.all(ReviewsResource.reviewer(security).email(),
                ReviewsResource.tenant(uri.getQueryParameters()));
        return lists.of(format, new Sheet("reviews", COLUMNS, (page, row) -> lines
            .forEach(line -> row.of(line.tenant().name(), line.code(),
                    page.pick(line.programmeLv(), line.programmeEn()), page.term(line.semester()), line.since()))))
            .response();
    }
}
