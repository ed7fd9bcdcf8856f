package lv.pumpurs.server.web;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.Requires;

/** What a plugin's author may forget, deployed into the WAR by the test. */
@Path("t/{tenant}/forgetful")
@Dependent
@Transactional
@Produces(MediaType.APPLICATION_JSON)
public class Forgetful {

    private final ReadLog readLog;

    /** One per request. */
    @Inject
    public Forgetful(ReadLog readLog) {
        this.readLog = readLog;
    }

    /** A page about somebody. */
    public record Shown(String name) {}

    /** Forgets to write down that it is shown. */
    @GET
    @Requires("learner:read")
    public Shown forgets() {
        return new Shown("Jānis Aizmirstais");
    }

    /** The same inside an answer. */
    @GET
    @Path("answer")
    @Requires("learner:read")
    public Response forgetsInAnAnswer() {
        return Response.ok(new Shown("Jānis Aizmirstais")).build();
    }

    /** Writes down twice. */
    @GET
    @Path("twice")
    @Requires("learner:read")
    public Shown twice() {
        readLog.listed(1, java.util.List.of());
        readLog.listed(1, java.util.List.of());
        return new Shown("Jānis Aizmirstais");
    }

    /** Shows nothing. */
    @GET
    @Path("nothing")
    @Requires("learner:read")
    public Response showsNothing() {
        return Response.noContent().build();
    }
}
