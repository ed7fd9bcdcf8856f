package lv.pumpurs.consultations.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One consultation as the calendar reads it.
 *
 * @param id its key
 * @param session key of its session
 * @param day the day
 * @param startsAt when it begins; null of one written down before there were times
 * @param minutes length
 * @param subject subject or topic
 * @param state code of where it is today
 * @param givenName learner's given name
 * @param familyName learner's family name
 */
public record CalendarRow(UUID id, UUID session, LocalDate day, @Nullable LocalTime startsAt, int minutes,
        String subject, String state, String givenName, String familyName) {}
