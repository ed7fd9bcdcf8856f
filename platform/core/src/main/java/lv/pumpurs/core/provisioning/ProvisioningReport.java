package lv.pumpurs.core.provisioning;

import java.time.Duration;
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
     * @param took how long it took
     * @param unmailed how many people were made administrators without a mail that tells them
     */
    public record Step(ProvisioningStep name, boolean changed, Duration took, int unmailed) {

        private String words() {
            return unmailed == 0
                    ? name.words()
                    : name.words() + " (" + unmailed + " without a mail: none can be sent)";
        }
    }

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
            .map(Step::words)
            .collect(Collectors.joining(", "));
    }

    /**
     * Where the time went.
     *
     * @return each step with its milliseconds
     */
    public String times() {
        return steps.stream().map(step -> step.name() + " " + step.took().toMillis()).collect(Collectors.joining(", "));
    }
}
