package lv.pumpurs.core.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.pumpurs.core.audit.ChangeView.Field;
import lv.pumpurs.core.audit.ReadsView.ReadView;
import lv.pumpurs.core.export.ListFile;
import lv.pumpurs.core.export.ListFiles;
import lv.pumpurs.core.export.Sheet;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.web.RequestPage;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The tenant's log as files. That somebody took one is written down in the log as well. */
@Path("t/{tenant}/log")
@Dependent
@Transactional
@Produces(MediaType.WILDCARD)
public class LogFilesResource {

    private static final List<String> OF_CHANGES = List.of("audit.when", "audit.who", "export.roles", "export.reason",
            "audit.act", "audit.what", "export.about", "audit.field", "audit.before", "audit.after");
    private static final List<String> OF_READS = List.of("audit.when", "audit.who", "export.roles", "export.reason",
            "audit.read-kind", "export.about", "export.rows", "export.narrowed", "audit.purpose");

    private final Changes changes;
    private final Reads reads;
    private final ReadLog readLog;
    private final LogResource.Words words;
    private final ListFiles lists;

    /**
     * One per request.
     *
     * @param changes of the bound tenant
     * @param reads of the bound tenant
     * @param readLog where reading the log is written down
     * @param words who asks, and for what
     * @param lists makes the files
     */
    @Inject
    public LogFilesResource(Changes changes, Reads reads, ReadLog readLog, LogResource.Words words, ListFiles lists) {
        this.changes = changes;
        this.reads = reads;
        this.readLog = readLog;
        this.words = words;
        this.lists = lists;
    }

    /**
     * What was changed, a row for each field.
     *
     * @param format csv or xlsx
     * @param uri its query: from, to, person, kind, act
     * @return the file
     */
    @GET
    @Path("export/{format}")
    @Requires(Permissions.LOG_READ)
    @Operation(summary = "Changes in the tenant as a file, csv or xlsx; narrowed like the page")
    public Response changes(@PathParam("format") String format, @Context UriInfo uri) {
        LogFilter filter = words.ofChanges(uri);
        ListFile file = lists.of(format, new Sheet("changes", OF_CHANGES,
                (page, row) -> changes.each(filter, words.reader(), change -> write(page, change, row))));
        readLog.listed(file.rows(), filter.narrowings());
        return file.response();
    }

    /**
     * Who was shown whom.
     *
     * @param format csv or xlsx
     * @param uri its query: from, to, person, kind, act
     * @return the file
     */
    @GET
    @Path("reads/export/{format}")
    @Requires(Permissions.LOG_READ)
    @Operation(summary = "Pages about people that were shown, as a file, csv or xlsx; narrowed like the page")
    public Response reads(@PathParam("format") String format, @Context UriInfo uri) {
        LogFilter filter = words.ofReads(uri);
        ListFile file = lists.of(format, new Sheet("reads", OF_READS,
                (page, row) -> reads.each(filter, words.reader(), read -> write(page, read, row))));
        readLog.listed(file.rows(), filter.narrowings());
        return file.response();
    }

    private static void write(RequestPage page, ChangeView change, Sheet.Row row) {
        if (change.fields().isEmpty()) {
            row.of(start(page, change, change.redacted()
                    ? page.t("audit.redacted")
                    : change.closed() ? page.t("audit.closed") : null, null, null));
        }
        for (Field field : change.fields()) {
            String name = page.t("audit.column." + change.table() + "." + field.column());
            row.of(field.hidden()
                    ? start(page, change, name, page.t("audit.hidden"), page.t("audit.hidden"))
                    : start(page, change, name, change.shown(page, field.column(), field.before()),
                            change.shown(page, field.column(), field.after())));
        }
    }

    private static @Nullable Object[] start(RequestPage page, ChangeView change, @Nullable String field,
            @Nullable String before, @Nullable String after) {
        LogPerson person = change.person();
        return new @Nullable Object[]{change.at(), name(page, person), roles(page, person), person.reason(),
                page.t("audit.act." + change.act()), page.t("audit.table." + change.table()), change.subject(), field,
                before, after};
    }

    private static void write(RequestPage page, ReadView read, Sheet.Row row) {
        LogPerson person = read.person();
        row.of(read.at(), name(page, person), roles(page, person), person.reason(),
                page.t("audit.right." + read.key()),
                read.list() || read.learner() != null ? read.learner() : page.t("audit.learner"), read.rows(),
                joined(read.narrowedBy().stream().map(by -> page.t("audit.narrowing." + by))),
                joined(Stream.concat(read.purposes().stream().map(purpose -> page.t("audit.purpose." + purpose)),
                        Stream.ofNullable(read.reason()))));
    }

    private static String name(RequestPage page, LogPerson person) {
        String name = person.name();
        if (name != null) {
            return name;
        }
        return page.t(person.key() == null
                ? "audit.platform"
                : person.known() ? "audit.someone" : "audit.unknown");
    }

    private static String roles(RequestPage page, LogPerson person) {
        return joined(person.roles().stream().map(role -> page.t("role." + role)));
    }

    private static String joined(Stream<String> texts) {
        return texts.collect(Collectors.joining(", "));
    }
}
