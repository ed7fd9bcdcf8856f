package lv.pumpurs.core.learner;

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
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.export.ListFile;
import lv.pumpurs.core.export.ListFiles;
import lv.pumpurs.core.export.Sheet;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.learner.LearnerListView.Choices;
import lv.pumpurs.core.learner.LearnerListView.Filter;
import lv.pumpurs.core.learner.LearnerListView.SchoolChoice;
import lv.pumpurs.core.school.Schools;
import lv.pumpurs.core.web.ListQuery;
import lv.pumpurs.core.web.Paging;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.Idempotent;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.jspecify.annotations.Nullable;

/** The learners within the reader's reach. */
@Path("t/{tenant}/learners")
@Dependent
@Transactional
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class LearnersResource {

    /** A search shows one page; whoever finds more types more letters. */
    static final int MOST_FOUND = 100;

    private static final Set<String> SORTS = Set.of("name", "class", "school");
    private static final List<String> COLUMNS = List.of("export.given-name", "export.family-name", "learner.class",
            "export.grade", "learner.school", "export.plan-semester", "export.plan-state", "learner.plans");

    private final Learners learners;
    private final LearnerFiles files;
    private final Schools schools;
    private final Caller caller;
    private final ReadLog readLog;
    private final ListFiles lists;

    /**
     * One per request.
     *
     * @param learners of the bound tenant
     * @param files one learner with everything
     * @param schools to narrow the list to
     * @param caller who asks
     * @param readLog where it is written down who was shown whom
     * @param lists makes a file of the list
     */
    @Inject
    public LearnersResource(Learners learners, LearnerFiles files, Schools schools, Caller caller,
            ReadLog readLog, ListFiles lists) {
        this.learners = learners;
        this.files = files;
        this.schools = schools;
        this.caller = caller;
        this.readLog = readLog;
        this.lists = lists;
    }

    /**
     * The list.
     *
     * @param uri its query: school, class, grade, sort, page, size; a wrong value counts as none
     * @return one page
     */
    @GET
    @Requires("learner:read")
    @Operation(summary = "Learners within reach: filter, sort and page in the query")
    @Parameter(name = "school", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "Key of a school")
    @Parameter(name = "class", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "Class or group, for instance 9.a")
    @Parameter(name = "grade", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "1 to 12")
    @Parameter(name = "sort", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "name, class or school; descending with a minus")
    @Parameter(name = "page", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "From 1")
    @Parameter(name = "size", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "25, 50 or 100")
    public LearnerListView list(@Context UriInfo uri) {
        MultivaluedMap<String, String> query = uri.getQueryParameters();
        ListQuery asked = ListQuery.of(query, SORTS, "name");
        Filter filter = filter(query);
        LearnerPage found = learners.page(filter.ofLearners(), sort(asked), asked.page(), asked.size(),
                Reader.of(caller));
        readLog.listed(found.rows().size(), filter.narrowings());
        return new LearnerListView(found.rows(), asked.of(found.total()), null, filter, choices());
    }

    /**
     * The list as a file: all pages of it, narrowed and sorted as asked.
     *
     * @param format csv or xlsx
     * @param uri its query: school, class, grade, sort
     * @return the file
     */
    @GET
    @Path("export/{format}")
    @Produces(MediaType.WILDCARD)
    @Requires("learner:read")
    @Operation(summary = "The list as a file, csv or xlsx")
    @Parameter(name = "school", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "Key of a school")
    @Parameter(name = "class", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "Class or group, for instance 9.a")
    @Parameter(name = "grade", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "1 to 12")
    @Parameter(name = "sort", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "name, class or school; descending with a minus")
    public Response export(@PathParam("format") String format, @Context UriInfo uri) {
        MultivaluedMap<String, String> query = uri.getQueryParameters();
        Filter filter = filter(query);
        return file(format, filter.ofLearners(), sort(ListQuery.of(query, SORTS, "name")), filter.narrowings());
    }

    /**
     * Everybody whom a search finds, as a file.
     *
     * @param format csv or xlsx
     * @param input what was typed
     * @return the file
     */
    @POST
    @Path("search/export/{format}")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Produces(MediaType.WILDCARD)
    @Requires("learner:read")
    @Idempotent(because = "it only reads: what is typed must not stand in the address")
    @Operation(summary = "Everybody whom a search finds, as a file, csv or xlsx")
    public Response exportFound(@PathParam("format") String format, @Valid SearchLearners input) {
        String words = text(input.q());
        return file(format, new LearnerFilter(words, null, null, null, null), LearnerSort.NAME,
                words == null ? List.of() : List.of(ReadLog.Narrowing.SEARCH));
    }

    private Response file(String format, LearnerFilter filter, LearnerSort sort, List<ReadLog.Narrowing> narrowedBy) {
        ListFile file = lists.of(format, new Sheet("learners", COLUMNS, (page, row) -> learners.each(filter, sort,
                Reader.of(caller),
                one -> row.of(one.givenName(), one.familyName(), one.className(), one.grade(), one.schoolName(),
                        page.term(one.planSemester()),
                        one.planState() == null ? null : page.t("plan.state." + one.planState()), one.plans()))));
        readLog.listed(file.rows(), narrowedBy);
        return file.response();
    }

    /**
     * The same list, narrowed to a name.
     *
     * @param input what was typed
     * @return at most {@value #MOST_FOUND} learners
     */
    @POST
    @Path("search")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Requires("learner:read")
    @Idempotent(because = "it only reads: what is typed must not stand in the address")
    @Operation(summary = "Find learners by name, with or without diacritics")
    public LearnerListView search(@Valid SearchLearners input) {
        String words = text(input.q());
        LearnerPage found = learners.page(new LearnerFilter(words, null, null, null, null), LearnerSort.NAME, 1,
                MOST_FOUND, Reader.of(caller));
        readLog.listed(found.rows().size(), words == null ? List.of() : List.of(ReadLog.Narrowing.SEARCH));
        return new LearnerListView(found.rows(), new Paging(1, MOST_FOUND, found.total(), "name"),
                words == null ? "" : words, new Filter(null, null, null), choices());
    }

    /**
     * A search cannot be asked for again by its address, for instance after a change of language.
     *
     * @param tenant slug of the tenant
     * @return 303 to the list
     */
    @GET
    @Path("search")
    @Requires("learner:read")
    @Operation(hidden = true)
    public Response searchAgain(@PathParam("tenant") String tenant) {
        return Response.seeOther(UriBuilder.fromPath("/t/{tenant}/learners").build(tenant)).build();
    }

    /**
     * One learner.
     *
     * @param tenant slug of the tenant
     * @param id key
     * @return the learner, with the plans that the reader may see
     */
    @GET
    @Path("{id}")
    @Requires("learner:read")
    @Operation(summary = "One learner, with plans as far as the reader may see them; 301 if the record has become another")
    public LearnerView one(@PathParam("tenant") String tenant, @PathParam("id") UUID id) {
        try {
            LearnerView file = files.open(id, caller);
            readLog.opened(id);
            return file;
        } catch (NotFoundException nobody) {
            throw learners.mergedInto(id)
                .filter(this::isReached)
                .<WebApplicationException>map(other -> new RedirectionException(Response.Status.MOVED_PERMANENTLY,
                        UriBuilder.fromPath("/t/{tenant}/learners/{learner}").build(tenant, other)))
                .orElse(nobody);
        }
    }

    private boolean isReached(UUID id) {
        return learners.find(id, caller.personId(), caller.rolesWith(Permissions.LEARNER_READ)).isPresent();
    }

    private Choices choices() {
        return new Choices(
                schools.all().stream().map(school -> new SchoolChoice(school.id(), school.name())).toList(),
                learners.classNames(Reader.of(caller)));
    }

    private static Filter filter(MultivaluedMap<String, String> query) {
        return new Filter(key(query.getFirst("school")), text(query.getFirst("class")),
                grade(query.getFirst("grade")));
    }

    private static LearnerSort sort(ListQuery asked) {
        return switch (asked.sort()) {
            case "class" -> asked.descending() ? LearnerSort.CLASS_DESCENDING : LearnerSort.CLASS;
            case "school" -> asked.descending() ? LearnerSort.SCHOOL_DESCENDING : LearnerSort.SCHOOL;
            default -> asked.descending() ? LearnerSort.NAME_DESCENDING : LearnerSort.NAME;
        };
    }

    private static @Nullable UUID key(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException noKey) {
            return null;
        }
    }

    private static @Nullable String text(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable Integer grade(@Nullable String text) {
        return text != null && text.matches("\\d{1,2}") ? Integer.valueOf(text) : null;
    }
}
