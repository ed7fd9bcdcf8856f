package lv.pumpurs.consultations;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import lv.pumpurs.spi.Requires;

/** Decisions on many sheets at once; each leads back to the list, in the narrowing in which they were ticked. */
@Path("t/{tenant}/consultations/decisions")
@Dependent
@Transactional
@Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
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
     * The school says that those ticked are right.
     *
     * @param uri its query, as that of the list
     * @param input keys and versions
     * @return the list, and what came of each
     */
    @POST
    @Path("verification")
    @Requires(ConsultationsPlugin.VERIFY)
    public SheetList verify(@Context UriInfo uri, @Valid ActOnSheets input) {
        return reading.list(uri, decisions.decide(SheetAct.VERIFY, ConsultationsPlugin.VERIFY, input.sheets()));
    }

    /**
     * The municipality accepts those ticked.
     *
     * @param uri its query, as that of the list
     * @param input keys and versions
     * @return the list, and what came of each
     */
    @POST
    @Path("acceptance")
    @Requires(ConsultationsPlugin.ACCEPT)
    public SheetList accept(@Context UriInfo uri, @Valid ActOnSheets input) {
        return reading.list(uri, decisions.decide(SheetAct.ACCEPT, ConsultationsPlugin.ACCEPT, input.sheets()));
    }

    /**
     * Those ticked were paid for.
     *
     * @param uri its query, as that of the list
     * @param input keys and versions
     * @return the list, and what came of each
     */
    @POST
    @Path("payment")
    @Requires(ConsultationsPlugin.ACCEPT)
    public SheetList pay(@Context UriInfo uri, @Valid ActOnSheets input) {
        return reading.list(uri, decisions.decide(SheetAct.PAY, ConsultationsPlugin.ACCEPT, input.sheets()));
    }
}
