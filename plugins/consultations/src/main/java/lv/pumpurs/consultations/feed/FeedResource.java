package lv.pumpurs.consultations.feed;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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
import java.util.Optional;
import lv.pumpurs.consultations.ConsultationsPlugin;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.Idempotent;
import lv.pumpurs.spi.Impersonal;
import lv.pumpurs.spi.Requires;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where a person makes the secret address of the own feed, has another made, or takes it back. */
@Path("t/{tenant}/consultations/feed")
@Dependent
@Transactional
@Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class FeedResource {

    private static final String NOBODY = "tells the reader of the reader's own address, and of nobody else";

    private final CalendarFeeds feeds;
    private final Caller caller;
    private final InstantSource clock;
    private final Optional<String> url;

    /**
     * One per request.
     *
     * @param feeds of the bound tenant
     * @param caller whose feed it is
     * @param clock business time
     * @param url {@code pumpurs.url}: where browsers find us
     */
    @Inject
    public FeedResource(CalendarFeeds feeds, Caller caller, InstantSource clock,
            @ConfigProperty(name = "pumpurs.url") Optional<String> url) {
        this.feeds = feeds;
        this.caller = caller;
        this.clock = clock;
        this.url = url;
    }

    /**
     * Whether there is one.
     *
     * @return without its address, which nobody knows any more but its person
     */
    @GET
    @Requires(ConsultationsPlugin.FEED)
    @Impersonal(because = NOBODY)
    public FeedView show() {
        return feeds.of(caller.personId())
            .map(feed -> new FeedView(null, feed.madeOn(), feed.fetchedOn()))
            .orElse(new FeedView(null, null, null));
    }

    /**
     * A new address; the one before leads nowhere from now on.
     *
     * @param tenant slug of the tenant
     * @param uri of the request, where nothing else says how browsers find us
     * @return the address, this once
     */
    @POST
    @Requires(ConsultationsPlugin.FEED)
    @Idempotent(because = "each time a new address takes the place of the one before")
    @Impersonal(because = NOBODY)
    public FeedView make(@PathParam("tenant") String tenant, @Context UriInfo uri) {
        CalendarFeed feed = feeds.orNew(caller.personId());
        String secret = feed.renew(clock.instant());
        feeds.put(feed);
        String address = UriBuilder.fromUri(url.orElseGet(() -> uri.getBaseUri().toString()))
            .path("t/{tenant}/consultations/feeds/{secret}/calendar.ics")
            .build(tenant, secret)
            .toString();
        return new FeedView(address, feed.madeOn(), null);
    }

    /**
     * Takes it back.
     *
     * @param tenant slug of the tenant
     * @return 303 to the page
     */
    @POST
    @Path("revocation")
    @Requires(ConsultationsPlugin.FEED)
    public Response revoke(@PathParam("tenant") String tenant) {
        feeds.of(caller.personId()).ifPresent(feeds::remove);
        return Response.seeOther(UriBuilder.fromPath("t/{tenant}/consultations/feed").build(tenant)).build();
    }
}
