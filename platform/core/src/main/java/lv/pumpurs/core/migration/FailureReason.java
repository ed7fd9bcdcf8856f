package lv.pumpurs.core.migration;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Why something was not done, as it may be kept and shown: a code that has a text in each language, and a SQL state or
 * the name of a class. Never the message of an exception: those of a database quote values, and values are people.
 *
 * @param code which text
 * @param detail what the text is told
 */
public record FailureReason(Code code, String detail) {

    /** Kinds of failure that an operator acts upon differently. */
    public enum Code {
        /** The database does not answer or is going down. */
        DATABASE_UNREACHABLE,
        /** The database refuses; the detail is its SQL state. */
        DATABASE_REFUSED,
        /** A migration does not fit the schema; the detail is the SQL state. */
        MIGRATION_FAILED,
        /** The identity provider does not answer or refuses. */
        IDENTITY_PROVIDER,
        /** The file names a plugin that is not installed; the detail is its id. */
        PLUGIN_UNKNOWN,
        /** Somebody else is at work on the same tenant. */
        BUSY,
        /** A mistake of ours; the detail is the class of the exception, the log tells more. */
        UNEXPECTED
    }

    /** SQL state of a lock that somebody else holds. */
    public static final String LOCK_NOT_AVAILABLE = "55P03";

    /**
     * The reason of a failure that nobody foresaw.
     *
     * @param failure what was thrown
     * @param otherwise the kind of failure if no database is to blame
     * @return the reason
     */
    public static FailureReason of(Throwable failure, Code otherwise) {
        SQLException sql = sql(failure);
        if (sql == null) {
            return new FailureReason(otherwise, innermost(failure).getClass().getSimpleName());
        }
        String state = sql.getSQLState() == null ? "" : sql.getSQLState();
        if (state.equals(LOCK_NOT_AVAILABLE)) {
            return new FailureReason(Code.BUSY, state);
        }
        // 08 connection, 53 resources, 57P going down; the driver's own failures to connect have 08 too
        boolean away = state.startsWith("08") || state.startsWith("53") || state.startsWith("57P") || state.isEmpty();
        return new FailureReason(away
                ? Code.DATABASE_UNREACHABLE
                : otherwise == Code.MIGRATION_FAILED ? otherwise : Code.DATABASE_REFUSED, state);
    }

    private static @Nullable SQLException sql(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql;
            }
        }
        return null;
    }

    private static Throwable innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    @Override
    public String toString() {
        return code + " " + detail;
    }
}
