package lv.pumpurs.core.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.pumpurs.core.scan.Scan;
import lv.pumpurs.core.scan.ScanLimits;
import lv.pumpurs.core.web.Headed;
import lv.pumpurs.spi.Page;
import org.jspecify.annotations.Nullable;

/**
 * The application of a plan (<em>iesniegums</em>) with its scan.
 *
 * @param about which plan
 * @param learnerId whom it is about
 * @param appliedOn day of the signed application
 * @param appliedBy who signed it
 * @param scans its scan, file by file
 * @param acts what the reader may do with the scan now
 * @param limits how much is taken
 */
public record ApplicationView(PlanTitle about, UUID learnerId, @Nullable LocalDate appliedOn,
        @Nullable Applicant appliedBy,
        List<Scan> scans, List<PlanAct> acts, ScanLimits limits) implements Headed {

    /**
     * Whether the reader can do something with it now.
     *
     * @param act name of the act
     * @return true if so
     */
    public boolean can(String act) {
        return acts.contains(PlanAct.valueOf(act));
    }

    /**
     * Whether another file would be taken.
     *
     * @return false once there are as many as an application has
     */
    public boolean hasRoom() {
        return scans.size() < limits.files();
    }

    @Override
    public String title(Page page) {
        return page.t("scan.title", about.learnerName());
    }

    @Override
    public List<Crumb> above(Page page) {
        return List.of(new Crumb(page.t("plan.title"), page.link("plans")),
                new Crumb(about.code(), page.link("plans/" + about.id())));
    }
}
