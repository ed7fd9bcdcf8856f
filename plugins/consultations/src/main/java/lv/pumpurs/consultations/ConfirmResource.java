package lv.pumpurs.consultations;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import lv.pumpurs.consultations.ConfirmView.About;
import lv.pumpurs.spi.BusinessTime;
import lv.pumpurs.spi.Open;
import lv.pumpurs.spi.learner.RosterLearner;

/**
 * Confirms a consultation by its code, without a login. Nothing is shown before the code is right, and no name
 * afterwards. A code that is wrong, used, too old or tried too often, and one that never was, look the same.
 */
@Path("t/{tenant}/consultations/confirm/{ticket}")
@Dependent
@Transactional
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class ConfirmResource {

    private static final String WHY = "whoever confirms may have no login; the code lets to one consultation and no name";
    private static final int NOT_RIGHT = 422;

    private final ConfirmationCodes codes;
    private final Consultations consultations;
    private final InstantSource clock;

    /**
     * One per request.
     *
     * @param codes what is right
     * @param consultations what is confirmed
     * @param clock business time
     */
    @Inject
    public ConfirmResource(ConfirmationCodes codes, Consultations consultations, InstantSource clock) {
        this.codes = codes;
        this.consultations = consultations;
        this.clock = clock;
    }

    /**
     * Asks for the code.
     *
     * @param ticket which code
     * @return a form that tells nothing, whether there is such a code or not
     */
    @GET
    @Open(because = WHY)
    public ConfirmView ask(@PathParam("ticket") UUID ticket) {
        return ConfirmView.of("ASK");
    }

    /**
     * Takes the code: first the consultation is shown, then it is confirmed.
     *
     * @param ticket which code
     * @param typed the code, and whether it is confirmed
     * @return what is confirmed; 422 if the code is not right, so that the try is kept
     */
    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Open(because = WHY)
    public Response confirm(@PathParam("ticket") UUID ticket, @Valid TypeCode typed) {
        Optional<ConfirmationCode> code = codes.take(ticket).filter(one -> one.accepts(typed.code(), clock.instant()));
        Optional<Consultation> found = code.flatMap(one -> consultations.known(one.consultationId()))
            .filter(one -> one.awaitsConfirmation(BusinessTime.today(clock)));
        if (found.isEmpty()) {
            return Response.status(NOT_RIGHT).entity(ConfirmView.of("WRONG")).build();
        }
        Consultation one = found.get();
        if (typed.sure()) {
            one.confirm(Way.CODE, BusinessTime.today(clock));
            code.get().use();
        }
        return Response.ok(new ConfirmView(typed.sure() ? "DONE" : "SHOW", typed.code(), about(one))).build();
    }

    private About about(Consultation one) {
        RosterLearner learner = consultations.learner(one.learnerId());
        String initials = learner == null ? "" : Initials.of(learner.name());
        Slot slot = one.slot();
        return new About(initials, slot.day(), slot.startsAt(), slot.minutes(), one.subject());
    }
}
