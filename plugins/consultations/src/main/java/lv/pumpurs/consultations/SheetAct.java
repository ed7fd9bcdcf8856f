package lv.pumpurs.consultations;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import lv.pumpurs.spi.Refused;

/** What somebody decides on a sheet. Pages offer what is possible now, and the acts themselves ask here. */
enum SheetAct {
    /** The coordinator of the school says that it is right. */
    VERIFY(ConsultationsPlugin.VERIFY),
    /** The municipality agrees to pay for it. */
    ACCEPT(ConsultationsPlugin.ACCEPT),
    /** It was paid for. */
    PAY(ConsultationsPlugin.ACCEPT),
    /** It goes back to the provider with a reason: from the school, or from the municipality once the school was content. */
    RETURN(ConsultationsPlugin.RETURN),
    /** One of its consultations is not paid for after all. */
    DISALLOW(ConsultationsPlugin.ACCEPT);

    private final String permission;

    SheetAct(String permission) {
        this.permission = permission;
    }

    /** Whether it is the next step. */
    boolean follows(SheetStage stage) {
        return switch (this) {
            case VERIFY -> stage instanceof SheetStage.Submitted;
            case ACCEPT -> stage instanceof SheetStage.Verified;
            case PAY -> stage instanceof SheetStage.Accepted;
            case RETURN -> VERIFY.follows(stage) || ACCEPT.follows(stage);
            case DISALLOW -> PAY.follows(stage) || stage instanceof SheetStage.Paid;
        };
    }

    /** What whoever does it must hold; a sheet goes back by whose step it is. */
    String permission(ConsultationSheet sheet) {
        if (this != RETURN) {
            return permission;
        }
        return sheet.stage() instanceof SheetStage.Submitted ? ConsultationsPlugin.VERIFY : ConsultationsPlugin.ACCEPT;
    }

    /** Why somebody cannot do it now; empty if it is possible. */
    Optional<ConsultationProblem> refusal(ConsultationSheet sheet, UUID by) {
        return Stream.of(SheetRule.values())
            .filter(rule -> !rule.holds(this, sheet, by))
            .findFirst()
            .map(SheetRule::problem);
    }

    void require(ConsultationSheet sheet, UUID by) {
        refusal(sheet, by).ifPresent(problem -> {
            throw new Refused(problem);
        });
    }
}
