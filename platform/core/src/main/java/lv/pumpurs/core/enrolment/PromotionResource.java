package lv.pumpurs.core.enrolment;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lv.pumpurs.core.enrolment.PromotionView.SchoolChoice;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.school.School;
import lv.pumpurs.core.school.Schools;
import lv.pumpurs.core.schoolyear.SchoolYear;
import lv.pumpurs.core.schoolyear.SchoolYears;
import lv.pumpurs.spi.BusinessTime;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.Idempotent;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** All classes of a school from one school year to the next: looked through first, then done in one act. */
@Path("t/{tenant}/promotion")
@Dependent
@Transactional
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class PromotionResource {

    private final Promotions promotions;
    private final Schools schools;
    private final SchoolYears years;
    private final Caller caller;
    private final ReadLog readLog;
    private final InstantSource clock;

    /**
     * One per request.
     *
     * @param promotions of the bound tenant
     * @param schools the caller's
     * @param years published school years
     * @param caller who acts
     * @param readLog where it is written down who was shown whom
     * @param clock business time
     */
    @Inject
    public PromotionResource(Promotions promotions, Schools schools, SchoolYears years, Caller caller,
            ReadLog readLog, InstantSource clock) {
        this.promotions = promotions;
        this.schools = schools;
        this.years = years;
        this.caller = caller;
        this.readLog = readLog;
        this.clock = clock;
    }

    /**
     * Where everybody would go.
     *
     * @param uri its query: school, year; a wrong value counts as none
     * @return class by class
     */
    @GET
    @Requires(Permissions.ENROLMENT_WRITE)
    @Operation(summary = "Preview of the yearly promotion of a school: where each learner would go")
    @Parameter(name = "school", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "Key of a school of the caller")
    @Parameter(name = "year", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "School year that ends, for instance 2025/2026")
    public PromotionView preview(@Context UriInfo uri) {
        List<School> own = own();
        List<SchoolYear> begun = begun(BusinessTime.today(clock));
        String wanted = uri.getQueryParameters().getFirst("school");
        School school = own.stream()
            .filter(one -> one.id().toString().equals(wanted))
            .findFirst()
            .orElse(own.isEmpty() ? null : own.getFirst());
        SchoolYear year = find(begun, uri.getQueryParameters().getFirst("year"))
            .orElse(begun.isEmpty() ? null : begun.getFirst());
        PromotionView view = view(own, school, begun, year);
        if (school == null || year == null) {
            readLog.showedNobody();
        } else {
            readLog.listed(view.learners() + view.placed().size(),
                    List.of(ReadLog.Narrowing.SCHOOL, ReadLog.Narrowing.PERIOD));
        }
        return view;
    }

    /**
     * Moves everybody who is named, all or nobody.
     *
     * @param tenant slug of the tenant
     * @param input where each goes
     * @return 303 to the preview, which shows who has a place now
     */
    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Requires(Permissions.ENROLMENT_WRITE)
    @Idempotent(because = "whoever has a place in the next school year is left alone")
    @Operation(summary = "Move the learners of a school to the next school year, all or nobody; whoever has a place there already is left alone")
    public Response promote(@PathParam("tenant") String tenant, @Valid PromoteClasses input) {
        School school = own().stream()
            .filter(one -> one.id().equals(input.school()))
            .findFirst()
            .orElseThrow(PromotionProblem.SCHOOL::refused);
        List<SchoolYear> all = years.years();
        SchoolYear year = find(all, input.year()).orElseThrow(PromotionProblem.YEAR::refused);
        SchoolYear next = find(all, year.nextCode()).orElseThrow(PromotionProblem.YEAR::refused);
        promotions.move(school, year, next, input.learners());
        return Response.seeOther(UriBuilder.fromPath("/t/{tenant}/promotion")
            .queryParam("school", "{school}")
            .queryParam("year", "{year}")
            .build(tenant, school.id(), year.code())).build();
    }

    private PromotionView view(List<School> own, @Nullable School school, List<SchoolYear> begun,
            @Nullable SchoolYear year) {
        List<SchoolChoice> choices = own.stream().map(PromotionResource::choice).toList();
        List<String> codes = begun.stream().map(SchoolYear::code).toList();
        if (school == null || year == null) {
            return new PromotionView(choices, null, codes, null, null, List.of(), List.of());
        }
        return new PromotionView(choices, choice(school), codes, year,
                find(years.years(), year.nextCode()).orElse(null), promotions.classes(school, year),
                promotions.placed(school.id(), year.code()));
    }

    private static SchoolChoice choice(School school) {
        return new SchoolChoice(school.id(), school.name());
    }

    private List<School> own() {
        return schools.of(caller.personId(), caller.rolesWith(Permissions.ENROLMENT_WRITE));
    }

    /** A year that has not begun has nobody to move on. */
    private List<SchoolYear> begun(LocalDate today) {
        return years.years().stream().filter(one -> !one.startsOn().isAfter(today)).toList();
    }

    private static Optional<SchoolYear> find(List<SchoolYear> years, @Nullable String code) {
        return years.stream().filter(one -> one.code().equals(code)).findFirst();
    }
}
