package lv.pumpurs.server.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** A route that nobody thought about: it would not pass the build, so a test plants it in the finished WAR. */
@Path("t/{tenant}/planted")
public class PlantedRoute {

    /**
     * What nobody may see.
     *
     * @return a name
     */
    @GET
    public String seen() {
        return "Planted";
    }
}
