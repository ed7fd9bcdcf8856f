package lv.pumpurs.core.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import lv.pumpurs.core.tenancy.SchemaName;
import org.jspecify.annotations.Nullable;

/**
 * What the registry says about tenants' schemas: which version each holds, and whether its last migration failed.
 * Whoever writes here holds the lock on the tenant.
 */
public final class SchemaVersions {

    private final DataSource provisioner;

    /**
     * For one database.
     *
     * @param provisioner data source of the login {@code pumpurs_provisioner}
     */
    public SchemaVersions(DataSource provisioner) {
        this.provisioner = provisioner;
    }

    /**
     * The tenant's schema was migrated to its end.
     *
     * @param slug the tenant
     * @param build what was run over it
     * @return true if the registry did not say so already
     * @throws SQLException when the database refuses
     */
    public boolean migrated(String slug, BuildVersion build) throws SQLException {
        return BoundWork.in(provisioner, SchemaName.NATION, nation -> migrated(nation, slug, build));
    }

    /**
     * What a tenant's schema holds.
     *
     * @param slug the tenant
     * @return ids of the modules; empty as long as nobody knows
     * @throws SQLException when the registry cannot be read
     */
    public Set<String> modules(String slug) throws SQLException {
        return BoundWork.in(provisioner, SchemaName.NATION,
                nation -> Set.copyOf(BuildVersion.parse(held(nation, slug)).modules()));
    }

    static boolean migrated(Connection nation, String slug, BuildVersion build) throws SQLException {
        String held = held(nation, slug);
        String now = build.over(held).toString();
        try (PreparedStatement statement = nation.prepareStatement("""
                UPDATE tenant SET schema_version = ?, migration_failed = false
                WHERE slug = ? AND (schema_version IS DISTINCT FROM ? OR migration_failed)""")) {
            statement.setString(1, now);
            statement.setString(2, slug);
            statement.setString(3, now);
            return statement.executeUpdate() > 0;
        }
    }

    /**
     * The tenant's schema is somewhere in between: nobody works in it until it is mended.
     *
     * @param slug the tenant
     * @throws SQLException when the database refuses
     */
    public void failed(String slug) throws SQLException {
        BoundWork.in(provisioner, SchemaName.NATION, nation -> {
            failed(nation, slug);
            return true;
        });
    }

    static void failed(Connection nation, String slug) throws SQLException {
        try (PreparedStatement statement = nation
            .prepareStatement("UPDATE tenant SET migration_failed = true WHERE slug = ? AND NOT migration_failed")) {
            statement.setString(1, slug);
            statement.executeUpdate();
        }
    }

    private static @Nullable String held(Connection nation, String slug) throws SQLException {
        try (PreparedStatement statement = nation
            .prepareStatement("SELECT schema_version FROM tenant WHERE slug = ?")) {
            statement.setString(1, slug);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        }
    }
}
