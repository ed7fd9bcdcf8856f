package lv.pumpurs.core.privacy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.UUID;
import lv.pumpurs.core.export.Spool;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.learner.Learner;
import lv.pumpurs.core.learner.Learners;
import lv.pumpurs.spi.BusinessTime;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Everything kept about a learner as one file: for the family, which asks on its own page, and for the school's
 * coordinator, who hands it to whoever asked on paper. Both get the same: what the family may read.
 */
@Path("t/{tenant}/learners/{learner}/archive")
@Dependent
@Transactional
public class ArchiveResource {

    private final Learners learners;
    private final Archives archives;
    private final Caller caller;
    private final InstantSource clock;
    private final ReadLog readLog;

    /**
     * One per request.
     *
     * @param learners of the bound tenant
     * @param archives makes the file
     * @param caller who asks
     * @param clock when
     * @param readLog where it is written down who was shown whom
     */
    @Inject
    public ArchiveResource(Learners learners, Archives archives, Caller caller, InstantSource clock, ReadLog readLog) {
        this.learners = learners;
        this.archives = archives;
        this.caller = caller;
        this.clock = clock;
        this.readLog = readLog;
    }

    /**
     * The file.
     *
     * @param id the learner
     * @return an archive with a page and the same as JSON
     */
    @GET
    @Produces(MediaType.WILDCARD)
    @Requires(Permissions.SUBJECT_EXPORT)
    @Operation(summary = "Everything kept about a learner, as the family may read it: a zip with a page in Latvian and JSON")
    public Response archive(@PathParam("learner") UUID id) {
        Learner learner = learners.find(id, caller.personId(), caller.rolesWith(Permissions.SUBJECT_EXPORT))
            .orElseThrow(NotFoundException::new);
        readLog.opened(id);
        try {
            Spool spool = archives.of(learner, caller.personId(), clock.instant());
            StreamingOutput sent = spool::sendTo;
            return Response.ok(sent, "application/zip")
                .header(HttpHeaders.CONTENT_LENGTH, spool.length())
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"dati-" + BusinessTime.today(clock) + ".zip\"")
                .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
