package lv.pumpurs.core.tenancy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import lv.pumpurs.core.fixture.TwoTenants;

/** A table of the same name in both tenants, with a row of the same key and another content. */
final class ProbeTables {

    static final UUID SAME = UUID.fromString("01930000-0000-7000-8000-000000000001");

    private ProbeTables() {}

    static void ensure() throws SQLException {
        try (Connection connection = TwoTenants.database().superuser().getConnection();
                Statement statement = connection.createStatement()) {
            for (SchemaName schema : List.of(TwoTenants.ALFA, TwoTenants.BETA)) {
                statement.execute("SET ROLE " + schema.ownerRole());
                statement.execute("SET search_path = " + schema);
                statement.execute("CREATE TABLE IF NOT EXISTS probe (id uuid PRIMARY KEY, title text NOT NULL,"
                        + " other uuid, parent uuid REFERENCES probe)");
                statement.execute("CREATE OR REPLACE TRIGGER change_log AFTER INSERT OR UPDATE OR DELETE ON probe"
                        + " FOR EACH ROW EXECUTE FUNCTION record_change()");
                statement.execute("GRANT SELECT, INSERT, UPDATE, DELETE ON probe TO " + schema.workingRole());
                statement.execute("DELETE FROM probe");
                statement.execute("INSERT INTO probe VALUES ('" + SAME + "', '" + schema + " same')");
            }
        }
    }

    /** What a superuser sees of it. */
    static List<String> look(DataSource source, String query) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
