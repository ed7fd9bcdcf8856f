package lv.pumpurs.consultations.feed;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import lv.pumpurs.spi.BusinessTime;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzName;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** Events as a file of iCalendar (RFC 5545). */
final class FeedText {

    private static final Duration FRESH = Duration.ofHours(1);
    private static final ZoneOffset WINTER = ZoneOffset.ofHours(2);
    private static final ZoneOffset SUMMER = ZoneOffset.ofHours(3);

    private static final Pattern NOT_ON_A_LINE = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");

    private FeedText() {}

    /**
     * The whole file.
     *
     * @param events what is told
     * @param tenant slug of the tenant, by which keys are those of the whole world
     * @param now the moment
     */
    static String of(List<FeedEvent> events, String tenant, Instant now) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Pumpurs//Consultations//LV"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new XProperty("X-WR-CALNAME", "Pumpurs"));
        // the one is read by newer calendars, the other by older ones
        calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), FRESH));
        calendar.add(new XProperty("X-PUBLISHED-TTL", FRESH.toString()));
        calendar.add(riga());
        events.forEach(event -> calendar.add(event(event, tenant, now)));
        StringWriter out = new StringWriter();
        try {
            new CalendarOutputter(false).output(calendar, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static VEvent event(FeedEvent one, String tenant, Instant now) {
        // the library would add a stamp of its own
        VEvent event = new VEvent(false);
        DtStart<LocalDateTime> start = new DtStart<>(one.at());
        start.add(new net.fortuna.ical4j.model.parameter.TzId(BusinessTime.ZONE.getId()));
        event.add(new Uid(one.session() + "@" + tenant + ".pumpurs"));
        event.add(new DtStamp(now));
        event.add(start);
        event.add(new net.fortuna.ical4j.model.property.Duration(Duration.ofMinutes(one.minutes())));
        event.add(new Summary(NOT_ON_A_LINE.matcher(one.summary()).replaceAll(" ")));
        event.add(new Sequence(one.sequence()));
        event.add(new Status(one.off() ? Status.VALUE_CANCELLED : Status.VALUE_CONFIRMED));
        return event;
    }

    /** Latvia's clocks as they go since 2001, and will as long as the Union's rule holds: the file tells no earlier time. */
    private static VTimeZone riga() {
        VTimeZone zone = new VTimeZone();
        zone.add(new TzId(BusinessTime.ZONE.getId()));
        zone.add(since(new Standard(), LocalDateTime.of(2001, 10, 28, 4, 0), "10", SUMMER, WINTER));
        zone.add(since(new Daylight(), LocalDateTime.of(2001, 3, 25, 3, 0), "3", WINTER, SUMMER));
        return zone;
    }

    private static Observance since(Observance part, LocalDateTime first, String month, ZoneOffset from,
            ZoneOffset to) {
        part.add(new DtStart<>(first));
        part.add(new RRule<>("FREQ=YEARLY;BYMONTH=" + month + ";BYDAY=-1SU"));
        part.add(new TzOffsetFrom(from));
        part.add(new TzOffsetTo(to));
        part.add(new TzName(to.equals(WINTER) ? "EET" : "EEST"));
        return part;
    }
}
