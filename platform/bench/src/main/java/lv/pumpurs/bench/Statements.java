package lv.pumpurs.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What PostgreSQL counts of statements. Off while times are measured: counting takes time itself. */
final class Statements {

    /** Counted over some requests; statements of triggers are left out of the first four. */
    record Counts(long statements, long bindings, long transactions, long plans, double planMillis,
            double execMillis) {}

    /** One statement over all tenants. */
    record Top(String sql, long calls, long plans, double planMillis, double execMillis) {}

    private static final String OURS = " FROM pg_stat_statements s WHERE s.userid <> 'postgres'::regrole";

    private static final long PATIENCE_NANOS = 20_000_000_000L;

    private final DataSource superuser;

    Statements(DataSource superuser) throws SQLException {
        this.superuser = superuser;
        run("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
        stop();
    }

    String version() throws SQLException {
        try (Connection connection = superuser.getConnection()) {
            return connection.getMetaData().getDatabaseProductVersion();
        }
    }

    void start() throws SQLException {
        setting("pg_stat_statements.track", "all");
        run("SELECT pg_stat_statements_reset()");
    }

    void stop() throws SQLException {
        setting("pg_stat_statements.track", "none");
    }

    /** Holds for every session, from its next statement on; not for what stands on the server's command line. */
    void setting(String name, String value) throws SQLException {
        run("ALTER SYSTEM SET " + name + " = '" + value + "'");
        run("SELECT pg_reload_conf()");
        long end = System.nanoTime() + PATIENCE_NANOS;
        // a new session has the new value once the server has told all others to read theirs again
        while (!value.equals(current(name))) {
            if (System.nanoTime() > end) {
                throw new SQLException("the setting " + name + " does not change");
            }
        }
    }

    private String current(String name) throws SQLException {
        try (Connection connection = superuser.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW " + name)) {
            row.next();
            return row.getString(1);
        }
    }

    Counts counts() throws SQLException {
        try (Connection connection = superuser.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT coalesce(sum(calls) FILTER (WHERE toplevel AND query !~* '^(begin|commit|rollback)'
                                   AND query !~ 'set_config'), 0),
                               coalesce(sum(calls) FILTER (WHERE toplevel AND query ~ 'set_config'), 0),
                               coalesce(sum(calls) FILTER (WHERE toplevel AND query ~* '^begin'), 0),
                               coalesce(sum(plans), 0), coalesce(sum(total_plan_time), 0),
                               coalesce(sum(total_exec_time) FILTER (WHERE toplevel), 0)""" + OURS)) {
            row.next();
            return new Counts(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getDouble(5),
                    row.getDouble(6));
        }
    }

    List<Top> top(int howMany) throws SQLException {
        List<Top> top = new ArrayList<>();
        try (Connection connection = superuser.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        """
                        SELECT regexp_replace(query, '^/\\* \\S+ \\*/ ', ''), sum(calls), sum(plans), sum(total_plan_time), sum(total_exec_time)"""
                                + OURS + " GROUP BY 1 ORDER BY sum(total_plan_time + total_exec_time) DESC LIMIT "
                                + howMany)) {
            while (rows.next()) {
                top.add(new Top(rows.getString(1), rows.getLong(2), rows.getLong(3), rows.getDouble(4),
                        rows.getDouble(5)));
            }
        }
        return top;
    }

    void run(String sql) throws SQLException {
        try (Connection connection = superuser.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
