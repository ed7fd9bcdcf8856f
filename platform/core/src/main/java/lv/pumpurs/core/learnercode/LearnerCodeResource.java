package lv.pumpurs.core.learnercode;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.learner.Learner;
import lv.pumpurs.core.learner.Learners;
import lv.pumpurs.core.personalcode.PersonalCode;
import lv.pumpurs.spi.BusinessTime;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.Form;
import lv.pumpurs.spi.Idempotent;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The personal codes of one learner, for the few whose work needs them. */
@Path("t/{tenant}/learners/{learner}/code")
@Dependent
@Transactional
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class LearnerCodeResource {

    private final LearnerCodes codes;
    private final Learners learners;
    private final Caller caller;
    private final ReadLog readLog;
    private final InstantSource clock;

    /**
     * One per request.
     *
     * @param codes of the bound tenant
     * @param learners whose
     * @param caller who asks
     * @param readLog where it is written down who was shown what, and why
     * @param clock business time
     */
    @Inject
    public LearnerCodeResource(LearnerCodes codes, Learners learners, Caller caller, ReadLog readLog,
            InstantSource clock) {
        this.codes = codes;
        this.learners = learners;
        this.caller = caller;
        this.readLog = readLog;
        this.clock = clock;
    }

    /**
     * The codes, masked.
     *
     * @param id the learner
     * @return the present one and those before it
     */
    @GET
    @Requires(Permissions.CODE_REVEAL)
    @Operation(summary = "The personal codes of a learner, masked: the present one and those before it")
    public CodeView masked(@PathParam("learner") UUID id) {
        Learner learner = learner(id, Permissions.CODE_REVEAL);
        readLog.opened(id);
        return view(learner, false);
    }

    /**
     * The form that asks what for.
     *
     * @param id the learner
     * @return an empty form
     */
    @GET
    @Path("reveal")
    @Produces(MediaType.TEXT_HTML)
    @Requires(Permissions.CODE_REVEAL)
    @Operation(summary = "The form to see the whole personal code")
    public Form revealForm(@PathParam("learner") UUID id) {
        learner(id, Permissions.CODE_REVEAL);
        readLog.opened(id);
        return new Form(RevealCode.class, Map.of(), Map.of());
    }

    /**
     * Shows the whole code, this once. A POST, so that no address leads to it and no browser keeps it.
     *
     * @param id the learner
     * @param input what for
     * @return the code
     */
    @POST
    @Path("reveal")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Requires(Permissions.CODE_REVEAL)
    @Idempotent(because = "it only reads, and each time is written down with its reason")
    @Operation(summary = "Show the whole personal code once; the reason is kept in the log of readings")
    public CodeView reveal(@PathParam("learner") UUID id, @Valid RevealCode input) {
        Learner learner = learner(id, Permissions.CODE_REVEAL);
        String reason = input.reason().strip();
        // as the database counts
        CodeProblem.REASON.unless(reason.codePointCount(0, reason.length()) >= 10 && reason.split("\\s+").length > 1);
        CodeProblem.NONE.unless(codes.present(learner) != null);
        readLog.opened(id, reason);
        return view(learner, true);
    }

    /**
     * The form for another code.
     *
     * @param id the learner
     * @return an empty form
     */
    @GET
    @Path("replacement")
    @Produces(MediaType.TEXT_HTML)
    @Requires(Permissions.CODE_WRITE)
    @Operation(summary = "The form to enter another personal code")
    public Form replaceForm(@PathParam("learner") UUID id) {
        learner(id, Permissions.CODE_WRITE);
        readLog.opened(id);
        return new Form(ReplaceCode.class, Map.of(), Map.of());
    }

    /**
     * Enters another code; the one until now stays in the history and finds the learner too.
     *
     * @param tenant slug of the tenant
     * @param id the learner
     * @param input the code
     * @return 303 to the codes, where an odd one is told
     */
    @POST
    @Path("replacement")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Requires(Permissions.CODE_WRITE)
    @Operation(summary = "Enter another personal code; the one until now stays in the history")
    public Response replace(@PathParam("tenant") String tenant, @PathParam("learner") UUID id,
            @Valid ReplaceCode input) {
        codes.replace(learner(id, Permissions.CODE_WRITE), code(input.code()), BusinessTime.today(clock));
        return Response.seeOther(UriBuilder.fromPath("/t/{tenant}/learners/{learner}/code").build(tenant, id)).build();
    }

    private static PersonalCode code(String typed) {
        try {
            return PersonalCode.of(typed);
        } catch (Refused malformed) {
            throw CodeProblem.MALFORMED.refused();
        }
    }

    private CodeView view(Learner learner, boolean whole) {
        PersonalCode code = codes.present(learner);
        return new CodeView(learner.id(), learner.givenName() + " " + learner.familyName(),
                code == null ? null : whole ? code.written() : code.masked(), whole,
                code == null ? List.of() : code.warnings().stream().map(Enum::name).toList(),
                codes.former(learner.id()));
    }

    private Learner learner(UUID id, String permission) {
        return learners.find(id, caller.personId(), caller.rolesWith(permission)).orElseThrow(NotFoundException::new);
    }
}
