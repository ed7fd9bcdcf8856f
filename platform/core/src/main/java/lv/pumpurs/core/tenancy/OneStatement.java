package lv.pumpurs.core.tenancy;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.Parser;

/**
 * Lets through exactly one statement that reads or writes rows. The driver splits a text at semicolons by itself and
 * cannot be told not to, so the driver's own lexer is asked how many statements it would see.
 */
final class OneStatement {

    private static final Set<String> ALLOWED = Set.of("select", "with", "insert", "update", "delete", "merge");
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
        if (!ALLOWED.contains(firstWord(sql))) {
            throw new SQLException("only statements that read or write rows are allowed here", "42501");
        }
    }

    /** The driver's own guess of the kind skips words it does not know, and would take EXPLAIN DELETE for DELETE. */
    private static String firstWord(String sql) {
        char[] text = sql.toCharArray();
        int start = 0;
        while (start < text.length && !Character.isLetter(text[start])) {
            int comment = commentEnd(text, start);
            if (comment == start && !Character.isWhitespace(text[start])) {
                return "";
            }
            start = comment + 1;
        }
        int end = start;
        while (end < text.length && Character.isJavaIdentifierPart(text[end])) {
            end++;
        }
        return sql.substring(start, end).toLowerCase(Locale.ROOT);
    }

    /** The last character of the comment that starts here, or this place when none does. */
    private static int commentEnd(char[] text, int at) {
        return switch (text[at]) {
            case '-' -> Parser.parseLineComment(text, at);
            case '/' -> Parser.parseBlockComment(text, at);
            default -> at;
        };
    }
}
