package lv.pumpurs.consultations;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import lv.pumpurs.spi.Requires;

/** Monthly sheets in the caller's reach. */
@Path("t/{tenant}/consultations/sheets")
@Dependent
@Transactional
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class SheetsResource {

    private final SheetReading reading;

    /**
     * One per request.
     *
     * @param reading how they are read
     */
    @Inject
    public SheetsResource(SheetReading reading) {
        this.reading = reading;
    }

    /**
     * Sheets, the latest month first.
     *
     * @param uri its query: month, stage, school, provider, learner, page; a wrong value counts as none
     * @return one page
     */
    @GET
    @Requires(ConsultationsPlugin.READ)
    public SheetList list(@Context UriInfo uri) {
        return reading.list(uri, null, List.of());
    }
}
