package lv.pumpurs.consultations.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedTextTest {

    private static final UUID SESSION = UUID.fromString("0190f00d-0000-7000-8000-000000000001");
    private static final LocalDateTime AT = LocalDateTime.of(2026, 11, 24, 14, 0);
    private static final Instant NOW = Instant.parse("2026-11-25T10:15:30Z");

    @Test
    void an_event_has_a_key_a_time_in_riga_and_initials() {
        String text = FeedText.of(List.of(new FeedEvent(SESSION, AT, 40, "Matemātika; 5, · A. B.", 3, false)), "alfa",
                NOW);
        assertThat(text.lines()).containsSubsequence("BEGIN:VCALENDAR", "VERSION:2.0", "X-PUBLISHED-TTL:PT1H",
                "BEGIN:VTIMEZONE", "TZID:Europe/Riga", "END:VTIMEZONE", "BEGIN:VEVENT",
                "UID:0190f00d-0000-7000-8000-000000000001@alfa.pumpurs", "DTSTAMP:20261125T101530Z",
                "DTSTART;TZID=Europe/Riga:20261124T140000", "DURATION:PT40M",
                "SUMMARY:Matemātika\\; 5\\, · A. B.", "SEQUENCE:3", "STATUS:CONFIRMED", "END:VEVENT",
                "END:VCALENDAR");
        assertThat(text).contains("REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n").containsOnlyOnce("DTSTAMP");
    }

    @Test
    void a_subject_with_signs_that_have_no_place_in_a_calendar_stays_on_its_line() {
        String subject = "Algebra\r\nBEGIN:VEVENT\u0007\u2028\rUID:x";
        assertThat(FeedText.of(List.of(new FeedEvent(SESSION, AT, 40, subject, 3, false)), "alfa", NOW))
            .contains("\r\nSUMMARY:Algebra BEGIN:VEVENT UID:x\r\n");
    }

    @Test
    void what_was_called_off_is_told_as_such_so_that_it_goes_from_the_other_calendar() {
        assertThat(FeedText.of(List.of(new FeedEvent(SESSION, AT, 40, "x", 1, true)), "alfa", NOW))
            .contains("STATUS:CANCELLED\r\n");
    }

    @Test
    void a_feed_of_nothing_is_a_calendar_all_the_same() throws Exception {
        Calendar empty = read(FeedText.of(List.of(), "alfa", NOW));
        assertThat(empty.getComponents(Component.VEVENT)).isEmpty();
        assertThat(empty.validate().hasErrors()).isFalse();
    }

    /** The last Sundays of March and October: the file says when, and from what to what, as Java knows it. */
    @ParameterizedTest
    @ValueSource(ints = {2002, 2024, 2026, 2027, 2030})
    void the_clocks_of_the_file_go_as_those_of_latvia(int year) throws Exception {
        Calendar file = read(FeedText.of(List.of(), "alfa", NOW));
        VTimeZone zone = (VTimeZone) file.getComponents(Component.VTIMEZONE).getFirst();
        ZoneRules rules = ZoneId.of("Europe/Riga").getRules();
        LocalDateTime begin = LocalDateTime.of(year, 1, 1, 0, 0);
        ZoneOffsetTransition spring = rules.nextTransition(begin.toInstant(ZoneOffset.UTC));
        ZoneOffsetTransition autumn = rules.nextTransition(spring.getInstant());
        assertThat(autumn.getDateTimeBefore().getYear()).isEqualTo(year);
        for (ZoneOffsetTransition change : List.of(spring, autumn)) {
            Observance part = zone.getObservances()
                .stream()
                .filter(one -> one.getName().equals(change.isGap() ? "DAYLIGHT" : "STANDARD"))
                .findFirst()
                .orElseThrow();
            DtStart<LocalDateTime> start = part.getRequiredProperty("DTSTART");
            RRule<LocalDateTime> rule = part.getRequiredProperty("RRULE");
            TzOffsetFrom from = part.getRequiredProperty("TZOFFSETFROM");
            TzOffsetTo to = part.getRequiredProperty("TZOFFSETTO");
            assertThat(rule.getRecur().getDates(start.getDate(), begin, begin.plusYears(1)))
                .containsExactly(change.getDateTimeBefore());
            assertThat(from.getOffset()).isEqualTo(change.getOffsetBefore());
            assertThat(to.getOffset()).isEqualTo(change.getOffsetAfter());
        }
    }

    @Test
    void a_group_is_one_event_with_those_who_are_expected() {
        FeedEvent event = FeedEvent.of(List.of(row("PLANNED", 2, "Anna-Elizabete", "Ozola"),
                row("CANCELLED", 3, "Juris", "Kalns"), row("NO_SHOW", 1, "Zane", "Liepa")));
        assertThat(event).isEqualTo(
                new FeedEvent(SESSION, AT, 40, "Matemātika · A. E. O., Z. L.", 6, false));
        FeedEvent off = FeedEvent.of(List.of(row("RESCHEDULED", 2, "Anna", "Ozola"),
                row("CANCELLED", 3, "Juris", "Kalns")));
        assertThat(off.off()).isTrue();
        assertThat(off.summary()).isEqualTo("Matemātika · A. O., J. K.");
    }

    @Test
    void a_secret_has_160_bits_and_opens_until_the_next_one_is_made() {
        CalendarFeed feed = new CalendarFeed(SESSION, SESSION);
        assertThat(feed.isOpenedBy("")).isFalse();
        String first = feed.renew(NOW);
        assertThat(CalendarFeed.isSecret(first)).isTrue();
        assertThat(first).hasSize(32);
        assertThat(feed.isOpenedBy(first)).isTrue();
        String second = feed.renew(NOW);
        assertThat(feed.isOpenedBy(first)).isFalse();
        assertThat(feed.isOpenedBy(second)).isTrue();
        assertThat(feed.madeOn()).isEqualTo(LocalDate.ofInstant(NOW, ZoneOffset.ofHours(2)));
        assertThat(CalendarFeed.isSecret(first.toUpperCase(java.util.Locale.ROOT))).isFalse();
        assertThat(CalendarFeed.isSecret("../" + first)).isFalse();
    }

    private static FeedRow row(String state, int version, String given, String family) {
        return new FeedRow(SESSION, AT.toLocalDate(), LocalTime.of(14, 0), 40, "Matemātika", state, version, given,
                family);
    }

    private static Calendar read(String text) throws Exception {
        return new CalendarBuilder().build(new StringReader(text));
    }
}
