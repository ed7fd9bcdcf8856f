package lv.pumpurs.server.walk;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import lv.pumpurs.core.fixture.TwoTenants;

/** All rows of a tenant, so that a change of any is seen. */
final class Digest {

    private Digest() {}

    /**
     * Table to a hash of its rows; the change log is among them.
     *
     * @param side the tenant
     * @param but a table that is left out
     */
    static Map<String, String> of(Side side, String... but) throws SQLException {
        Map<String, String> digests = new TreeMap<>();
        try (Connection connection = TwoTenants.database().superuser().getConnection();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("select tablename from pg_tables where schemaname = 't_"
                    + side.slug() + "'")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet row = statement.executeQuery(
                        "select count(*) || ' rows ' || coalesce(md5(string_agg(r::text, '|' order by r::text)), '') from t_"
                                + side.slug() + "." + table + " r")) {
                    row.next();
                    digests.put(table, row.getString(1));
                }
            }
        }
        digests.keySet().removeAll(Set.of(but));
        return digests;
    }
}
