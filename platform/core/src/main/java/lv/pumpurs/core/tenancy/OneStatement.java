package lv.pumpurs.core.tenancy;

import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.Parser;
import org.postgresql.core.SqlCommandType;

/**
 * Lets through exactly one statement that reads or writes rows. The driver splits a text at semicolons by itself and
 * cannot be told not to, so the driver's own lexer is asked how many statements it would see.
 */
final class OneStatement {

    private static final Set<SqlCommandType> ALLOWED = EnumSet.of(SqlCommandType.SELECT, SqlCommandType.WITH,
            SqlCommandType.INSERT, SqlCommandType.UPDATE, SqlCommandType.DELETE);
    private static final Pattern MERGE = Pattern.compile("\\s*merge\\s.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Set<String> KNOWN = ConcurrentHashMap.newKeySet();
    private static final int KNOWN_AT_MOST = 5_000;

    private OneStatement() {}

    static void check(String sql) throws SQLException {
        if (KNOWN.contains(sql)) {
            return;
        }
        judge(sql);
        if (sql.indexOf('{') >= 0) {
            // JDBC escapes are rewritten before the driver splits the text: judge what it will really see
            judge(Parser.replaceProcessing(sql, true, true));
        }
        if (KNOWN.size() < KNOWN_AT_MOST) {
            KNOWN.add(sql);
        }
    }

    private static void judge(String sql) throws SQLException {
        List<NativeQuery> queries = Parser.parseJdbcSql(sql, true, true, true, false, false);
        if (queries.size() != 1) {
            throw new SQLException("exactly one statement per call, found " + queries.size(), "42601");
        }
        SqlCommandType type = queries.get(0).getCommand().getType();
        if (!ALLOWED.contains(type) && !MERGE.matcher(sql).matches()) {
            throw new SQLException("only statements that read or write rows are allowed here", "42501");
        }
    }
}
