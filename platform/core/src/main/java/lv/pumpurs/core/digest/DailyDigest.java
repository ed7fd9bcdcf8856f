package lv.pumpurs.core.digest;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.Set;
import lv.pumpurs.core.mail.MailSource;
import lv.pumpurs.core.registry.Tenant;
import lv.pumpurs.spi.BusinessTime;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes the digests of each working day, once the hour has come. */
@Dependent
class DailyDigest implements MailSource {

    private static final Set<DayOfWeek> WORKING = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    private final DigestSteps steps;
    private final InstantSource clock;
    private final int hour;

    /**
     * One for the rounds.
     *
     * @param steps what is read and written
     * @param clock business time
     * @param hour {@code pumpurs.digest.hour}: from when on in Latvia
     */
    @Inject
    DailyDigest(DigestSteps steps, InstantSource clock,
            @ConfigProperty(name = "pumpurs.digest.hour", defaultValue = "7") int hour) {
        this.steps = steps;
        this.clock = clock;
        this.hour = hour;
    }

    @Override
    public void prepare(Tenant tenant) {
        write();
    }

    void write() {
        Instant now = clock.instant();
        LocalDateTime here = LocalDateTime.ofInstant(now, BusinessTime.ZONE);
        if (here.getHour() < hour || !WORKING.contains(here.getDayOfWeek())) {
            return;
        }
        LocalDate day = here.toLocalDate();
        steps.begin(day, now).ifPresent(readers -> {
            readers.forEach(reader -> steps.write(reader, day, now));
            steps.end(day);
        });
    }
}
