package lv.pumpurs.core.provisioning;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lv.pumpurs.core.provisioning.TenantFile.PluginStart;
import lv.pumpurs.spi.Ids;

/**
 * The plugins that a tenant's file names. A file switches a plugin on once; what the operator, the municipality and the
 * schools have decided since, it does not undo.
 */
final class PluginsOfFile {

    private PluginsOfFile() {}

    /** Offers what no file of this tenant has offered before. */
    static boolean offer(Connection nation, TenantFile file) throws SQLException {
        try (PreparedStatement select = nation
            .prepareStatement("SELECT offered, offered_by_file FROM tenant WHERE slug = ? FOR UPDATE");
                PreparedStatement update = nation
                    .prepareStatement("UPDATE tenant SET offered = ?, offered_by_file = ? WHERE slug = ?")) {
            select.setString(1, file.slug());
            try (ResultSet rows = select.executeQuery()) {
                if (!rows.next()) {
                    return false;
                }
                Set<String> offered = ids(rows.getString(1));
                Set<String> before = ids(rows.getString(2));
                Set<String> first = new TreeSet<>(file.plugins().keySet());
                first.removeAll(before);
                if (first.isEmpty()) {
                    return false;
                }
                offered.addAll(first);
                before.addAll(first);
                update.setString(1, String.join(" ", offered));
                update.setString(2, String.join(" ", before));
                update.setString(3, file.slug());
                return update.executeUpdate() > 0;
            }
        }
    }

    private static Set<String> ids(String text) {
        return new TreeSet<>(text.isEmpty() ? Set.of() : Arrays.asList(text.split(" ")));
    }

    /** Allows what the municipality has not yet had a word about. */
    static boolean allow(Connection tenant, TenantFile file) throws SQLException {
        int changed = 0;
        try (PreparedStatement insert = tenant.prepareStatement("""
                INSERT INTO plugin_permit (id, plugin, allowed, on_by_default, version) VALUES (?, ?, true, ?, 1)
                ON CONFLICT (plugin) DO NOTHING""")) {
            for (Map.Entry<String, PluginStart> plugin : file.plugins().entrySet()) {
                if (plugin.getValue() != PluginStart.OFFERED) {
                    insert.setObject(1, Ids.next());
                    insert.setString(2, plugin.getKey());
                    insert.setBoolean(3, plugin.getValue() == PluginStart.ENABLED);
                    changed += insert.executeUpdate();
                }
            }
        }
        return changed > 0;
    }
}
