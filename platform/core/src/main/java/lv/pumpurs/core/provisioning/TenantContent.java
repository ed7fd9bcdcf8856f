package lv.pumpurs.core.provisioning;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What provisioning puts into the schemas it makes, implemented by those who know the tables. Each act can be repeated;
 * the second time it changes nothing. Connections are bound to the working role and the schema they are named after, in
 * a transaction that the caller commits.
 */
public interface TenantContent {

    /**
     * Publishes the catalogues of this build.
     *
     * @param nation the nation's schema
     * @return true if something was written
     * @throws SQLException when the database refuses
     */
    boolean publish(Connection nation) throws SQLException;

    /**
     * Copies what is published into a tenant.
     *
     * @param nation the nation's schema
     * @param tenant the tenant's schema
     * @param file what the tenant's file says
     * @return true if something was written
     * @throws SQLException when the database refuses
     */
    boolean copy(Connection nation, Connection tenant, TenantFile file) throws SQLException;

    /**
     * Writes the file's schools, their participation and the figures that documents published.
     *
     * @param tenant the tenant's schema
     * @param file what the tenant's file says
     * @return true if something was written
     * @throws SQLException when the database refuses
     */
    boolean write(Connection tenant, TenantFile file) throws SQLException;
}
