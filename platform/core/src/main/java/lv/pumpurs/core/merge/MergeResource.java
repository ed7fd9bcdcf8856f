package lv.pumpurs.core.merge;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.learner.Learner;
import lv.pumpurs.core.learner.LearnerFiles;
import lv.pumpurs.core.learner.Learners;
import lv.pumpurs.core.merge.MergeView.Clash;
import lv.pumpurs.core.merge.MergeView.Side;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** A child entered twice: the record of the path stays, the other becomes it. */
@Path("t/{tenant}/learners/{learner}/merge")
@Dependent
@Transactional
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class MergeResource {

    private final Merges merges;
    private final Learners learners;
    private final LearnerFiles files;
    private final Caller caller;
    private final ReadLog readLog;

    /**
     * One per request.
     *
     * @param merges the act
     * @param learners who
     * @param files what is known of them
     * @param caller who acts
     * @param readLog where it is written down who was shown whom
     */
    @Inject
    public MergeResource(Merges merges, Learners learners, LearnerFiles files, Caller caller, ReadLog readLog) {
        this.merges = merges;
        this.learners = learners;
        this.files = files;
        this.caller = caller;
        this.readLog = readLog;
    }

    /**
     * Both records side by side, and what would move.
     *
     * @param id the record that stays
     * @param uri its query: with, key of the other record; a wrong value counts as none
     * @return the preview
     */
    @GET
    @Requires(Permissions.LEARNER_MERGE)
    @Operation(summary = "Two records of one child side by side, and what would move from one to the other")
    @Parameter(name = "with", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "Key of the record that would become this one")
    public MergeView preview(@PathParam("learner") UUID id, @Context UriInfo uri) {
        Learner stays = reached(id).orElseThrow(NotFoundException::new);
        Learner goes = other(uri.getQueryParameters().getFirst("with"), id);
        if (goes == null) {
            readLog.opened(id);
        } else {
            readLog.opened(id, goes.id());
        }
        return new MergeView(side(stays), goes == null ? null : side(goes),
                learners.doubles(id, caller.personId(), caller.rolesWith(Permissions.LEARNER_MERGE)),
                goes == null ? List.of() : merges.moves(goes.id()),
                goes == null ? List.of() : merges.clashes(stays, goes));
    }

    /**
     * Makes two records one.
     *
     * @param tenant slug of the tenant
     * @param id the record that stays
     * @param input the one that goes
     * @return 303 to the record that stays
     */
    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Requires(Permissions.LEARNER_MERGE)
    @Operation(summary = "Make two records of one child one: everything of the other moves to this one, and the other leads here")
    public Response merge(@PathParam("tenant") String tenant, @PathParam("learner") UUID id,
            @Valid MergeLearner input) {
        merges.hold(id, input.other());
        Learner stays = reached(id).orElseThrow(NotFoundException::new);
        Learner goes = Optional.ofNullable(other(input.other().toString(), id))
            .orElseThrow(MergeProblem.NO_OTHER::refused);
        merges.clashes(stays, goes)
            .stream()
            .findFirst()
            .ifPresent(clash -> {
                throw refused(clash);
            });
        merges.merge(stays, goes);
        return Response.seeOther(UriBuilder.fromPath("/t/{tenant}/learners/{learner}").build(tenant, id)).build();
    }

    private static RuntimeException refused(Clash clash) {
        for (MergeProblem problem : MergeProblem.values()) {
            if (problem != MergeProblem.TWO_PLANS && problem.code().equals(clash.problem())) {
                return problem.refused();
            }
        }
        return MergeProblem.TWO_PLANS.refused(String.valueOf(clash.semester()), String.valueOf(clash.programme()));
    }

    private Optional<Learner> reached(UUID id) {
        return learners.find(id, caller.personId(), caller.rolesWith(Permissions.LEARNER_MERGE));
    }

    private @Nullable Learner other(@Nullable String key, UUID stays) {
        try {
            UUID other = key == null ? stays : UUID.fromString(key);
            return other.equals(stays) ? null : reached(other).orElse(null);
        } catch (IllegalArgumentException noKey) {
            return null;
        }
    }

    private Side side(Learner learner) {
        var place = learner.latest();
        return new Side(learner.id(), learner.givenName() + " " + learner.familyName(), learner.birthDate(),
                files.masked(learner), files.schoolName(place.schoolId()), place.place().className());
    }
}
