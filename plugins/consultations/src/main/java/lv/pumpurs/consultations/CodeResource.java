package lv.pumpurs.consultations;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import lv.pumpurs.spi.BusinessTime;
import lv.pumpurs.spi.Idempotent;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.Requires;

/** Makes the code by which a consultation is confirmed without a login. */
@Path("t/{tenant}/consultations/{consultation}/code")
@Dependent
@Transactional
@Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class CodeResource {

    private final ConsultationFile file;
    private final ConsultationDesk desk;
    private final ConfirmationCodes codes;
    private final InstantSource clock;
    private final ReadLog readLog;

    /**
     * One per request.
     *
     * @param file where the consultation lies
     * @param desk the school's rules
     * @param codes where its hash is kept
     * @param clock business time
     * @param readLog where it is written down who was shown whom
     */
    @Inject
    public CodeResource(ConsultationFile file, ConsultationDesk desk, ConfirmationCodes codes, InstantSource clock,
            ReadLog readLog) {
        this.file = file;
        this.desk = desk;
        this.codes = codes;
        this.clock = clock;
        this.readLog = readLog;
    }

    /**
     * A new code; the one before is worth nothing from now on.
     *
     * @param id key of the consultation
     * @param input the version that was read
     * @return the code, this once
     */
    @POST
    @Requires(ConsultationsPlugin.WRITE)
    @Idempotent(because = "each time a new code takes the place of the one before")
    public CodeView make(@PathParam("consultation") UUID id, @Valid ActOnConsultation input) {
        Consultation one = file.take(id, ConsultationsPlugin.WRITE, input);
        ConsultationProblem.WRONG_STATE.unless(one.awaitsConfirmation(desk.today()));
        readLog.opened(one.learnerId());
        ConfirmationCode code = codes.of(id);
        String told = code.renew(until(one));
        codes.put(code);
        return new CodeView(code.id(), told, id, LocalDate.ofInstant(code.expiresAt().minusSeconds(1),
                BusinessTime.ZONE));
    }

    /** Some hours, and no longer than it can be confirmed. */
    private Instant until(Consultation one) {
        LocalDate last = Objects.requireNonNull(one.confirmBy());
        Instant end = last.plusDays(1).atStartOfDay(BusinessTime.ZONE).toInstant();
        Instant hours = clock.instant()
            .plus(Duration.ofHours(desk.rules(Objects.requireNonNull(one.schoolId())).codeHours()));
        return hours.isBefore(end) ? hours : end;
    }
}
