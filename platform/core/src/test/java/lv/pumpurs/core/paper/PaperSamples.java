package lv.pumpurs.core.paper;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import lv.pumpurs.core.paper.PlanPaper.Decided;
import lv.pumpurs.core.paper.PlanPaper.Head;
import lv.pumpurs.core.paper.PlanPaper.Life;
import lv.pumpurs.core.paper.PlanPaper.Measure;
import lv.pumpurs.core.paper.PlanPaper.Outcome;
import lv.pumpurs.core.paper.PlanPaper.Pupil;
import lv.pumpurs.core.paper.PlanPaper.Risk;
import lv.pumpurs.core.paper.PlanPaper.RiskGroup;
import lv.pumpurs.spi.RestrictedText;

/** Papers with long names and awkward values. */
final class PaperSamples {

    /** Every letter of the Latvian alphabet that is not in ASCII, twice. */
    static final String LETTERS = "ĀČĒĢĪĶĻŅŠŪŽ āčēģīķļņšūž";

    /** How often the evidence of a long plan says the same. */
    static final int REPEATED = 250;

    private static final LocalDate DAY = LocalDate.of(2026, 9, 14);

    private PaperSamples() {}

    static PlanPaper whole(String name, String evidence) {
        return new PlanPaper(head(true),
                new Pupil(new UUID(1, 1), name, "9.a", "Labi zīmē", "Gribu pabeigt devīto klasi."),
                new Life(DAY.minusDays(4), "GUARDIAN", DAY, DAY, LocalDate.of(2026, 12, 22), LocalDate.of(2026, 12, 18),
                        "REDUCED", LocalDate.of(2026, 12, 21), null),
                List.of(new RiskGroup("Mācību darba un izglītības iestādes riski", List.of(
                        new Risk(1, "Grūtības mācību satura apguvē", "HIGH", open(evidence),
                                new Outcome("REDUCED", RestrictedText.hidden())),
                        new Risk(2, "Iekavēta mācību satura apguve (arī iepriekšējā izglītības posmā)", "MEDIUM",
                                null, new Outcome("UNCHANGED", null)))),
                        new RiskGroup("Ekonomiskie riski", List.of(new Risk(3, "Transporta izdevumi", "LOW",
                                open("Dzīvo 23 km no izglītības iestādes."), null)))),
                List.of(new Measure(new UUID(1, 9), "Mācību priekšmeta pedagoga konsultācija", "matemātika",
                        "Jānis Ozoliņš", "1, 2",
                        "consultation hour", new BigDecimal("18"), new BigDecimal("11.5"), DAY,
                        LocalDate.of(2026, 12, 18), open("Nāca uz visām nodarbībām.")),
                        new Measure(new UUID(1, 9), "Starpnovadu sabiedriskais transports", null, null, "3", "trip",
                                new BigDecimal("1080"), BigDecimal.ZERO, DAY, LocalDate.of(2026, 12, 22), null)),
                List.of(new Decided(DAY.minusDays(3), "SCHOOL_DIRECTOR", "Ilze Kalniņa", "RETURNED",
                        open("Lūdzu, precizējiet pamatojumu.")),
                        new Decided(DAY.minusDays(1), "SCHOOL_DIRECTOR", "Ilze Kalniņa", "APPROVED", null),
                        new Decided(DAY, "OPERATOR_REVIEWER", null, "APPROVED", null)),
                Instant.parse("2026-11-25T12:05:00Z"), null);
    }

    static PlanPaper part() {
        PlanPaper whole = whole("Anna Ozola", "nav šim lasītājam");
        return new PlanPaper(head(false), new Pupil(new UUID(1, 1), "Anna Ozola", "9.a", null, null),
                new Life(null, null, DAY, DAY, LocalDate.of(2026, 12, 22), null, null, null, null),
                List.of(new RiskGroup("Mācību darba un izglītības iestādes riski",
                        List.of(new Risk(1, "Grūtības mācību satura apguvē", "HIGH", null, null)))),
                whole.measures().subList(0, 1), List.of(), whole.madeAt(), null);
    }

    static PlanPaper withMeasures(int count) {
        PlanPaper whole = whole("Anna Ozola", "Garš pamatojums. ".repeat(REPEATED));
        return new PlanPaper(whole.head(), whole.learner(), whole.life(), whole.groups(),
                IntStream.rangeClosed(1, count)
                    .mapToObj(number -> new Measure(new UUID(1, 9), "Mācību priekšmeta pedagoga konsultācija",
                            "priekšmets%03d".formatted(number), "Anna-Elizabete Skuja-Kalniņzemniece", "1",
                            "consultation hour", BigDecimal.TEN, BigDecimal.ONE, DAY, DAY.plusDays(30), null))
                    .toList(),
                whole.decisions(), whole.madeAt(), null);
    }

    private static Head head(boolean whole) {
        return new Head("LUB-2026-1-0017", "2026/2027-1", "Skola – kopienā", "Lubānas vidusskola",
                "Anna-Elizabete Skuja-Kalniņzemniece", "CLOSED", whole, 2, false);
    }

    private static RestrictedText open(String words) {
        return RestrictedText.of(words).shownTo(() -> true);
    }
}
