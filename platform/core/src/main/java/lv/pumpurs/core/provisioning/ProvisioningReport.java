package lv.pumpurs.core.provisioning;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What applying a file did.
 *
 * @param slug which tenant
 * @param steps every step in its order
 */
public record ProvisioningReport(String slug, List<Step> steps) {

    /**
     * One step.
     *
     * @param name which
     * @param changed whether it found something to do
     */
    public record Step(ProvisioningStep name, boolean changed) {}

    /** Keeps its own copy. */
    public ProvisioningReport {
        steps = List.copyOf(steps);
    }

    /**
     * Whether anything is different from before.
     *
     * @return false when the file had been applied already
     */
    public boolean changed() {
        return steps.stream().anyMatch(Step::changed);
    }

    /**
     * A line for whoever applied the file.
     *
     * @return what was changed, or that nothing was
     */
    public String sentence() {
        if (!changed()) {
            return slug + ": nothing to change";
        }
        return slug + ": " + steps.stream()
            .filter(Step::changed)
            .map(step -> step.name().words())
            .collect(Collectors.joining(", "));
    }
}
