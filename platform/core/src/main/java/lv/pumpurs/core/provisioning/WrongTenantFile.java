package lv.pumpurs.core.provisioning;

import java.util.List;
import java.util.stream.Collectors;

/** A tenant's file that is not applied: what is wrong, in which file and line. */
public final class WrongTenantFile extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * One thing that is wrong.
     *
     * @param file name of the file
     * @param line counted from 1
     * @param reason a sentence for whoever wrote the file
     */
    public record Fault(String file, int line, String reason) {

        @Override
        public String toString() {
            return file + ":" + line + ": " + reason;
        }
    }

    private final transient List<Fault> faults;

    WrongTenantFile(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /**
     * Everything that was found wrong.
     *
     * @return at least one fault, by file and line
     */
    public List<Fault> faults() {
        return faults;
    }
}
