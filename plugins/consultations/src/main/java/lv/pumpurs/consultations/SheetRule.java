package lv.pumpurs.consultations;

import java.util.UUID;

/** What must hold when somebody decides on a sheet, each a sentence of the domain. */
enum SheetRule {
    /** It has come to this step, and not gone beyond. */
    IN_STEP(ConsultationProblem.SHEET_WRONG_STAGE),
    /** Nobody decides on what he or she wrote. */
    NOT_OWN(ConsultationProblem.SHEET_OWN);

    private final ConsultationProblem problem;

    SheetRule(ConsultationProblem problem) {
        this.problem = problem;
    }

    boolean holds(SheetAct act, ConsultationSheet sheet, UUID by) {
        return switch (this) {
            case IN_STEP -> act.follows(sheet.stage());
            case NOT_OWN -> !sheet.providerId().equals(by);
        };
    }

    /** What is told when it does not hold. */
    ConsultationProblem problem() {
        return problem;
    }
}
