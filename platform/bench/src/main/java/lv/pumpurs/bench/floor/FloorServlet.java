package lv.pumpurs.bench.floor;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs the statements that the application was seen to run for the same request, over the same data source, and writes
 * their rows as JSON. Nothing else: what the application takes on top of this is its own.
 */
@WebServlet("/*")
public class FloorServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private transient volatile @Nullable Map<String, Script> scripts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Script script = scripts().get(request.getParameter("script"));
        if (script == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Script.Turn turn = new Script.Turn(request.getParameter("tenant"), request.getParameter("learner"),
                LocalDate.parse(request.getParameter("day")), LocalTime.parse(request.getParameter("time")));
        StringBuilder json = new StringBuilder(16_384);
        try (Connection connection = source(turn.tenant()).getConnection()) {
            connection.setAutoCommit(false);
            for (List<Script.Step> transaction : script.transactions()) {
                for (Script.Step step : transaction) {
                    run(connection, step, turn, json);
                }
                connection.commit();
            }
        } catch (SQLException e) {
            throw new IOException("the floor's statement failed", e);
        }
        byte[] body = json.toString().getBytes(StandardCharsets.UTF_8);
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** The same as the application takes: see {@code ConnectionGroups}. By a constant and a number from 0 to 7. */
    @SuppressWarnings("BanJNDI")
    private static DataSource source(String tenant) throws IOException {
        try {
            return InitialContext.doLookup("jdbc/pumpurs-" + Math.floorMod(("t_" + tenant).hashCode(), 8));
        } catch (NamingException e) {
            throw new IOException("the server has no such data source", e);
        }
    }

    private Map<String, Script> scripts() throws IOException {
        Map<String, Script> known = scripts;
        if (known == null) {
            try (Reader in = Files.newBufferedReader(Path.of(System.getenv("BENCH_SCRIPTS")))) {
                known = Script.read(in);
            }
            scripts = known;
        }
        return known;
    }

    private static void run(Connection connection, Script.Step step, Script.Turn turn, StringBuilder json)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(step.sqlOf(turn.tenant()))) {
            for (int i = 0; i < step.values().size(); i++) {
                // without a type: the server finds it, as it does for the application's text values
                statement.setObject(i + 1, turn.filled(step.values().get(i)), Types.OTHER);
            }
            if (statement.execute() && !step.binds()) {
                try (ResultSet rows = statement.getResultSet()) {
                    write(rows, json);
                }
            }
        }
    }

    private static void write(ResultSet rows, StringBuilder json) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        json.append('[');
        while (rows.next()) {
            json.append('{');
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                json.append('"').append(columns.getColumnLabel(i)).append("\":");
                value(rows.getObject(i), json);
                json.append(',');
            }
            json.setLength(json.length() - 1);
            json.append("},");
        }
        json.append(']');
    }

    private static void value(@Nullable Object value, StringBuilder json) {
        if (value == null || value instanceof Number) {
            json.append(value);
            return;
        }
        String text = value.toString();
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '"' || letter == '\\') {
                json.append('\\');
            }
            json.append(letter);
        }
        json.append('"');
    }
}
