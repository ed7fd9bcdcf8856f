package lv.pumpurs.core.provisioning;

import java.sql.Connection;
import java.sql.SQLException;

/** What the file of a tenant puts into the tenant's own tables: its schools, their participation, published figures. */
@FunctionalInterface
public interface TenantContent {

    /**
     * Writes what is missing or different. Can be repeated; the second time it changes nothing.
     *
     * @param tenant bound to the tenant's working role and schema, in a transaction that the caller commits
     * @param file what the file says
     * @return true if something was written
     * @throws SQLException when the database refuses
     */
    boolean copyInto(Connection tenant, TenantFile file) throws SQLException;
}
