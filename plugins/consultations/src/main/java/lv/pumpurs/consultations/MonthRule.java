package lv.pumpurs.consultations;

import java.util.LinkedHashMap;
import java.util.Map;
import lv.pumpurs.spi.Refused;

/** What must hold when a provider hands a month in, each a sentence of the domain. */
enum MonthRule {
    /** Something of the month is confirmed, and not handed in yet. */
    SOMETHING_CONFIRMED(ConsultationProblem.SHEET_EMPTY, false),
    /** Of what was planned for days that are over it is known what became of it. */
    NOTHING_OPEN(ConsultationProblem.SHEET_OPEN, true);

    private final ConsultationProblem problem;
    private final boolean warns;

    MonthRule(ConsultationProblem problem, boolean warns) {
        this.problem = problem;
        this.warns = warns;
    }

    boolean holds(ProviderMonth month) {
        return switch (this) {
            case SOMETHING_CONFIRMED -> !month.toHandIn().isEmpty();
            case NOTHING_OPEN -> month.open() == 0;
        };
    }

    /** Refuses; of a rule that only warns, unless the provider says to know it. */
    static void require(ProviderMonth month, boolean known) {
        for (MonthRule rule : values()) {
            if (!rule.holds(month) && !(rule.warns && known)) {
                Map<String, String> wrong = new LinkedHashMap<>();
                wrong.put(rule.warns ? "known" : "month", rule.problem.detail());
                throw new Refused(rule.problem, wrong);
            }
        }
    }
}
