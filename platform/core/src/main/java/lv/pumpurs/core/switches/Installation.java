package lv.pumpurs.core.switches;

import org.jspecify.annotations.Nullable;

/**
 * How far the tables of a plugin are in a tenant.
 *
 * @param state RUNNING, DONE, FAILED, or INTERRUPTED for one whose server was stopped
 * @param done migrations that have run
 * @param total migrations in all
 * @param reason code of the reason, with a text {@code operator.why.<code>}; null unless it failed
 * @param detail what the text is told
 */
public record Installation(String state, int done, int total, @Nullable String reason, String detail) {

    /**
     * Whether it goes on.
     *
     * @return true if somebody is at work
     */
    public boolean running() {
        return state.equals("RUNNING");
    }

    Installation interrupted() {
        return new Installation("INTERRUPTED", done, total, null, "");
    }
}
