package lv.pumpurs.core.privacy;

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
import lv.pumpurs.core.privacy.SubjectsView.Found;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.Form;
import lv.pumpurs.spi.Idempotent;
import lv.pumpurs.spi.Impersonal;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.ReadLog.Narrowing;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Requests of data subjects, as the municipality's administrator serves them: without a name, and no content of plans. */
@Path("t/{tenant}/subjects")
@Dependent
@Transactional
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class SubjectsResource {

    private final DataSubjects subjects;
    private final PrivacyActs acts;
    private final Caller caller;
    private final InstantSource clock;
    private final ReadLog readLog;

    /**
     * One per request.
     *
     * @param subjects of the bound tenant
     * @param acts what was done before
     * @param caller who asks
     * @param clock when
     * @param readLog where it is written down who was shown whom
     */
    @Inject
    public SubjectsResource(DataSubjects subjects, PrivacyActs acts, Caller caller, InstantSource clock,
            ReadLog readLog) {
        this.subjects = subjects;
        this.acts = acts;
        this.caller = caller;
        this.clock = clock;
        this.readLog = readLog;
    }

    /**
     * Nobody is looked for yet.
     *
     * @return what was done before, in numbers
     */
    @GET
    @Requires(Permissions.SUBJECT_ANONYMISE)
    @Impersonal(because = "it tells in numbers what was done, and of nobody")
    @Operation(summary = "Data-subject requests: what was done to somebody's data, in numbers")
    public SubjectsView list() {
        return new SubjectsView(false, List.of(), acts.latest());
    }

    /**
     * Learners of a name.
     *
     * @param input the whole name, as the one who asks has said it
     * @return school, class and day of birth of each
     */
    @POST
    @Path("search")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Requires(Permissions.SUBJECT_ANONYMISE)
    @Idempotent(because = "it only reads: what is typed must not stand in the address")
    @Operation(summary = "Find the learner of a request by the whole name, with or without diacritics")
    public SubjectsView search(@Valid FindSubject input) {
        List<Found> found = subjects.named(input.name());
        readLog.listed(found.size(), List.of(Narrowing.SEARCH));
        return new SubjectsView(true, found, List.of());
    }

    /**
     * A search cannot be asked for again by its address, for instance after a change of language.
     *
     * @param tenant slug of the tenant
     * @return 303 to the page
     */
    @GET
    @Path("search")
    @Requires(Permissions.SUBJECT_ANONYMISE)
    @Operation(hidden = true)
    public Response searchAgain(@PathParam("tenant") String tenant) {
        return Response.seeOther(UriBuilder.fromPath("/t/{tenant}/subjects").build(tenant)).build();
    }

    /**
     * How much is kept of one, and what forgetting would do.
     *
     * @param id the learner
     * @return numbers
     */
    @GET
    @Path("{learner}")
    @Requires(Permissions.SUBJECT_ANONYMISE)
    @Operation(summary = "How much is kept about a learner, what anonymising would do and what stands in the way")
    public SubjectView one(@PathParam("learner") UUID id) {
        Found found = found(id);
        readLog.opened(id);
        return new SubjectView(found, subjects.amounts(id), subjects.guardians(id));
    }

    /**
     * The form to forget one.
     *
     * @param id the learner
     * @return an empty form
     */
    @GET
    @Path("{learner}/anonymisation")
    @Produces(MediaType.TEXT_HTML)
    @Requires(Permissions.SUBJECT_ANONYMISE)
    @Operation(summary = "The form to anonymise a learner")
    public Form form(@PathParam("learner") UUID id) {
        found(id);
        readLog.opened(id);
        return new Form(AnonymiseLearner.class, Map.of("subject", id.toString()), Map.of());
    }

    /**
     * Forgets one: in all modules, at once, for ever.
     *
     * @param tenant slug of the tenant
     * @param id the learner
     * @param input why
     * @return 303 to what was done
     */
    @POST
    @Path("{learner}/anonymisation")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Requires(Permissions.SUBJECT_ANONYMISE)
    @Operation(summary = "Anonymise a learner of whom no plan is open and nothing must be kept; figures stay as they are")
    public Response anonymise(@PathParam("tenant") String tenant, @PathParam("learner") UUID id,
            @Valid AnonymiseLearner input) {
        subjects.lock(id);
        Found found = found(id);
        String reason = PrivacyProblem.reason(input.reason());
        PrivacyProblem.HELD.when(found.heldFor() != null);
        PrivacyProblem.PLAN_OPEN.when(found.open());
        subjects.anonymise(id, caller.personId(), reason, clock.instant());
        return Response.seeOther(UriBuilder.fromPath("/t/{tenant}/subjects").build(tenant)).build();
    }

    private Found found(UUID id) {
        return subjects.find(id).orElseThrow(NotFoundException::new);
    }
}
