package lv.pumpurs.consultations.feed;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import lv.pumpurs.spi.BusinessTime;
import lv.pumpurs.spi.Open;

/**
 * What a calendar fetches by the secret address. A secret that is wrong, was replaced or taken back, is another tenant's, or
 * whose person has no part here any more, and one that never was, look the same.
 */
@Path("t/{tenant}/consultations/feeds/{secret}/calendar.ics")
@Dependent
@Transactional
public class FeedFileResource {

    private static final String TYPE = "text/calendar;charset=UTF-8";

    private final CalendarFeeds feeds;
    private final InstantSource clock;

    /**
     * One per request.
     *
     * @param feeds of the bound tenant
     * @param clock business time
     */
    @Inject
    public FeedFileResource(CalendarFeeds feeds, InstantSource clock) {
        this.feeds = feeds;
        this.clock = clock;
    }

    /**
     * The feed.
     *
     * @param tenant slug of the tenant
     * @param secret of the address
     * @param request tells what the calendar has already
     * @return the file; 304 if nothing has changed since
     */
    @GET
    @Produces(MediaType.WILDCARD)
    @Open(because = "a telephone's calendar has no login; the address is a secret and tells initials only")
    public Response fetch(@PathParam("tenant") String tenant, @PathParam("secret") String secret,
            @Context Request request) {
        CalendarFeed feed = feeds.opened(secret).orElseThrow(NotFoundException::new);
        LocalDate today = BusinessTime.today(clock);
        List<FeedEvent> events = feeds.events(feed.personId(), today);
        feeds.fetched(feed, today);
        // weak: files that tell the same have another stamp
        EntityTag tag = new EntityTag(CalendarFeed.hash(events.toString()).substring(0, 32), true);
        ResponseBuilder same = request.evaluatePreconditions(tag);
        CacheControl kept = new CacheControl();
        kept.setPrivate(true);
        kept.setNoCache(true);
        kept.setNoTransform(false);
        return (same == null
                ? Response.ok(FeedText.of(events, tenant, clock.instant().truncatedTo(ChronoUnit.SECONDS)), TYPE)
                    .tag(tag)
                : same.tag(tag))
            .cacheControl(kept)
            .build();
    }
}
