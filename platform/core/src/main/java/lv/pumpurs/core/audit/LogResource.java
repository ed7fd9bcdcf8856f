package lv.pumpurs.core.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import lv.pumpurs.core.audit.ReadsView.ReadView;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.web.ListQuery;
import lv.pumpurs.core.web.Texts;
import lv.pumpurs.spi.BusinessTime;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.LoggedTable;
import lv.pumpurs.spi.Purpose;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * The tenant's log: what was changed, and who was shown whom. Reading it is written down in it as well.
 */
@Path("t/{tenant}/log")
@Dependent
@Transactional
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class LogResource {

    private static final List<String> ACTS = List.of("INSERT", "UPDATE", "DELETE");
    private static final List<String> PURPOSES = Arrays.stream(Purpose.values()).map(Enum::name).toList();

    private final Changes changes;
    private final Reads reads;
    private final Names names;
    private final ReadLog readLog;
    private final Words words;

    /**
     * One per request.
     *
     * @param changes of the bound tenant
     * @param reads of the bound tenant
     * @param names behind keys
     * @param readLog where reading the log is written down
     * @param words who asks, when, and which kinds of records have words
     */
    @Inject
    public LogResource(Changes changes, Reads reads, Names names, ReadLog readLog, Words words) {
        this.changes = changes;
        this.reads = reads;
        this.names = names;
        this.readLog = readLog;
        this.words = words;
    }

    /** What the log needs of its reader and of the platform. */
    @Dependent
    public static class Words {

        private final Caller caller;
        private final InstantSource clock;
        private final Texts texts;

        /**
         * One per request.
         *
         * @param caller who asks
         * @param clock business time
         * @param texts tell which permissions are for reading about people
         */
        @Inject
        public Words(Caller caller, InstantSource clock, Texts texts) {
            this.caller = caller;
            this.clock = clock;
            this.texts = texts;
        }

        List<String> kindsChanged() {
            return LoggedTables.all().tables().stream().map(LoggedTable::name).toList();
        }

        LogReader reader() {
            return new LogReader(caller);
        }

        LogFilter ofChanges(UriInfo uri) {
            return LogFilter.of(uri.getQueryParameters(), BusinessTime.today(clock), kindsChanged(), ACTS);
        }

        LogFilter ofReads(UriInfo uri) {
            return LogFilter.of(uri.getQueryParameters(), BusinessTime.today(clock), kindsRead(), PURPOSES);
        }

        List<String> kindsRead() {
            return Permissions.all()
                .names()
                .stream()
                .filter(permission -> texts.has("audit.right." + key(permission)))
                .toList();
        }
    }

    /**
     * What was changed.
     *
     * @param uri its query: from, to, person, kind, act, page, size; a wrong value counts as none
     * @return one page, newest first
     */
    @GET
    @Requires(Permissions.LOG_READ)
    @Operation(summary = "Changes in the tenant: who, when, what, old and new, as far as the reader may see")
    @Parameter(name = "from", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "First day, 2026-11-25; thirty days before the last without it")
    @Parameter(name = "to", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "Last day; today without it")
    @Parameter(name = "person", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "Key of a person or of an operator's entry, or platform")
    @Parameter(name = "kind", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "A table")
    @Parameter(name = "act", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "INSERT, UPDATE or DELETE")
    public ChangesView changes(@Context UriInfo uri) {
        ListQuery asked = asked(uri);
        LogFilter filter = words.ofChanges(uri);
        List<ChangeView> page = changes.page(filter, asked, words.reader());
        readLog.listed(page.size(), filter.narrowings());
        return new ChangesView(page, asked.of(changes.count(filter)), filter,
                new LogChoices(names.persons(), words.kindsChanged(), ACTS));
    }

    /**
     * Who was shown whom.
     *
     * @param uri its query: from, to, person, kind, act, page, size; a wrong value counts as none
     * @return one page, newest first
     */
    @GET
    @Path("reads")
    @Requires(Permissions.LOG_READ)
    @Operation(summary = "Pages about people that were shown: who, when, which learner or list, what for")
    @Parameter(name = "from", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "First day, 2026-11-25; thirty days before the last without it")
    @Parameter(name = "to", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "Last day; today without it")
    @Parameter(name = "person", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "Key of a person or of an operator's entry, or platform")
    @Parameter(name = "kind", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "What was read, as the permission that it needs")
    @Parameter(name = "act", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), description = "What for: SUPPORT, ADMINISTRATION, OVERSIGHT, AUDIT, OPERATION or FAMILY")
    public ReadsView reads(@Context UriInfo uri) {
        ListQuery asked = asked(uri);
        LogFilter filter = words.ofReads(uri);
        List<ReadView> page = reads.page(filter, asked, words.reader());
        long total = reads.count(filter);
        readLog.listed(page.size(), filter.narrowings());
        return new ReadsView(page, asked.of(total), filter,
                new LogChoices(names.persons(), words.kindsRead(), PURPOSES));
    }

    /** {@code learner:read} stands in keys of texts as {@code learner.read}. */
    static String key(String permission) {
        return permission.replace(':', '.');
    }

    private static ListQuery asked(UriInfo uri) {
        return ListQuery.of(uri.getQueryParameters(), Set.of("at"), "at");
    }
}
