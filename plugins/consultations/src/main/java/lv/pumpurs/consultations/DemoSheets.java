package lv.pumpurs.consultations;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;

/**
 * Monthly sheets of the demonstration: months that are long over were paid for, of the last one some are with the school, some
 * with the municipality, some came back, and some providers have not handed theirs in.
 */
final class DemoSheets {

    private static final int DAYS_AT_SCHOOL = 4;
    private static final int DAYS_AT_MUNICIPALITY = 9;
    private static final int DAYS_TO_PAYMENT = 19;
    private static final int EVERY_FORGETFUL = 3;
    private static final int FATES = 4;

    private final EntityManager entities;
    private final LocalDate today;
    private final Map<UUID, UUID> verifiers = new HashMap<>();
    private final Map<UUID, Integer> forgetful = new HashMap<>();
    private final @Nullable UUID accepter;
    private int told;

    /**
     * With whoever decides in a tenant.
     *
     * @param entities bound to it
     * @param today the day in Latvia
     */
    DemoSheets(EntityManager entities, LocalDate today) {
        this.entities = entities;
        this.today = today;
        entities
            .createQuery("select a.schoolId, a.personId from SchoolAccess a where a.role = :role order by a.personId",
                    Object[].class)
            .setParameter("role", Role.SCHOOL_COORDINATOR)
            .getResultStream()
            .forEach(row -> verifiers.putIfAbsent((UUID) row[0], (UUID) row[1]));
        accepter = entities
            .createQuery("select a.personId from TenantAccess a where a.role = :role order by a.personId",
                    UUID.class)
            .setParameter("role", Role.TENANT_COORDINATOR)
            .setMaxResults(1)
            .getResultStream()
            .findFirst()
            .orElse(null);
    }

    private record Of(UUID provider, UUID plan, YearMonth month) {}

    /** Hands in what was confirmed in months that are over. */
    void tell(List<Consultation> all) {
        Map<Of, List<Consultation>> sheets = all.stream()
            .filter(one -> one.state(today).isToHandIn() && monthOf(one).isBefore(YearMonth.from(today)))
            .collect(Collectors.groupingBy(
                    one -> new Of(one.providerId(), Objects.requireNonNull(one.planId()), monthOf(one)),
                    LinkedHashMap::new, Collectors.toList()));
        sheets.forEach((of, rows) -> {
            boolean last = of.month().equals(YearMonth.from(today).minusMonths(1));
            if (!last || !isForgetful(of.provider())) {
                tell(rows, last);
            }
        });
    }

    private boolean isForgetful(UUID provider) {
        int known = forgetful.size();
        int place = forgetful.computeIfAbsent(provider, one -> known);
        return place % EVERY_FORGETFUL == 0;
    }

    private static YearMonth monthOf(Consultation one) {
        return YearMonth.from(one.slot().day());
    }

    private void tell(List<Consultation> rows, boolean last) {
        Consultation first = rows.getFirst();
        LocalDate handedIn = monthOf(first).atEndOfMonth().plusDays(1);
        ConsultationSheet sheet = new ConsultationSheet(Ids.next(), first, 1, DemoDays.RULES.lessonMinutes(),
                handedIn);
        rows.forEach(one -> one.handIn(sheet));
        entities.persist(sheet);
        UUID verifier = verifiers.get(sheet.schoolId());
        int fate = last ? told++ % FATES : FATES;
        if (verifier == null || accepter == null || fate == 0) {
            return;
        }
        if (fate == 1) {
            sheet.giveBack("Lūdzu precizēt konsultāciju skaitu un datumus.", verifier, past(handedIn, DAYS_AT_SCHOOL));
            return;
        }
        sheet.verify(verifier, past(handedIn, DAYS_AT_SCHOOL));
        if (fate > 2) {
            sheet.accept(accepter, past(handedIn, DAYS_AT_MUNICIPALITY));
        }
        if (fate == FATES) {
            sheet.pay(accepter, past(handedIn, DAYS_TO_PAYMENT));
        }
    }

    private LocalDate past(LocalDate day, int days) {
        LocalDate later = day.plusDays(days);
        return later.isAfter(today) ? today : later;
    }
}
