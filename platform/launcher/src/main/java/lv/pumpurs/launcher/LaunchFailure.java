package lv.pumpurs.launcher;

import org.jspecify.annotations.Nullable;

/** The stack could not be started or kept running. The message is a whole sentence for the person at the keyboard. */
public final class LaunchFailure extends RuntimeException {

    public LaunchFailure(String sentence) {
        super(sentence);
    }

    public LaunchFailure(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
