package lv.pumpurs.core.migration;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Asks the database at start whether its set-up holds. A restore of a dump silently loses what was revoked from the
 * catalog; nothing else would notice.
 */
public final class SetUpCheck {

    private static final String REMEDY = "Run db/set-up.sql of the core jar in this database as a superuser, then start"
            + " again. What does not hold: ";

    private final DataSource appLogin;

    /**
     * For the login that the server works with.
     *
     * @param appLogin data source of {@code pumpurs_app}
     */
    public SetUpCheck(DataSource appLogin) {
        this.appLogin = appLogin;
    }

    /**
     * What does not hold.
     *
     * @return one sentence each; empty when all is well
     * @throws SQLException when the database cannot be asked
     */
    public List<String> faults() throws SQLException {
        List<String> faults = new ArrayList<>();
        try (Connection connection = appLogin.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(Script.read("/db/set-up-check.sql"))) {
            while (rows.next()) {
                faults.add(rows.getString(1));
            }
        }
        return faults;
    }

    /**
     * Refuses to go on when the set-up does not hold.
     *
     * @throws IllegalStateException with what to do and what does not hold
     * @throws SQLException when the database cannot be asked
     */
    public void verify() throws SQLException {
        List<String> faults = faults();
        if (!faults.isEmpty()) {
            throw new IllegalStateException(REMEDY + String.join("; ", faults) + ".");
        }
    }
}
