package lv.pumpurs.consultations;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import lv.pumpurs.spi.Requires;

/** What waits for a step, and the step taken by many sheets at once: what is left is shown again. */
@Path("t/{tenant}/consultations/decisions")
@Dependent
@Transactional
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class SheetDecisionsResource {

    private final SheetDesk decisions;
    private final SheetReading reading;

    /**
     * One per request.
     *
     * @param decisions where they are made
     * @param reading how the list is read
     */
    @Inject
    public SheetDecisionsResource(SheetDesk decisions, SheetReading reading) {
        this.decisions = decisions;
        this.reading = reading;
    }

    /**
     * What waits for the school.
     *
     * @param uri its query, as that of the list
     * @return one page
     */
    @GET
    @Path("verification")
    @Requires(ConsultationsPlugin.VERIFY)
    public SheetList toVerify(@Context UriInfo uri) {
        return reading.list(uri, "SUBMITTED", List.of());
    }

    /**
     * The school says that those ticked are right.
     *
     * @param uri its query, as that of the list
     * @param input keys and versions
     * @return the list, and what came of each
     */
    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Path("verification")
    @Requires(ConsultationsPlugin.VERIFY)
    public SheetList verify(@Context UriInfo uri, @Valid ActOnSheets input) {
        return reading.list(uri, "SUBMITTED",
                decisions.decide(SheetAct.VERIFY, ConsultationsPlugin.VERIFY, input.sheets()));
    }

    /**
     * What waits for the municipality.
     *
     * @param uri its query, as that of the list
     * @return one page
     */
    @GET
    @Path("acceptance")
    @Requires(ConsultationsPlugin.ACCEPT)
    public SheetList toAccept(@Context UriInfo uri) {
        return reading.list(uri, "VERIFIED", List.of());
    }

    /**
     * The municipality accepts those ticked.
     *
     * @param uri its query, as that of the list
     * @param input keys and versions
     * @return the list, and what came of each
     */
    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Path("acceptance")
    @Requires(ConsultationsPlugin.ACCEPT)
    public SheetList accept(@Context UriInfo uri, @Valid ActOnSheets input) {
        return reading.list(uri, "VERIFIED",
                decisions.decide(SheetAct.ACCEPT, ConsultationsPlugin.ACCEPT, input.sheets()));
    }

    /**
     * What waits to be paid for.
     *
     * @param uri its query, as that of the list
     * @return one page
     */
    @GET
    @Path("payment")
    @Requires(ConsultationsPlugin.ACCEPT)
    public SheetList toPay(@Context UriInfo uri) {
        return reading.list(uri, "ACCEPTED", List.of());
    }

    /**
     * Those ticked were paid for.
     *
     * @param uri its query, as that of the list
     * @param input keys and versions
     * @return the list, and what came of each
     */
    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Path("payment")
    @Requires(ConsultationsPlugin.ACCEPT)
    public SheetList pay(@Context UriInfo uri, @Valid ActOnSheets input) {
        return reading.list(uri, "ACCEPTED",
                decisions.decide(SheetAct.PAY, ConsultationsPlugin.ACCEPT, input.sheets()));
    }
}
