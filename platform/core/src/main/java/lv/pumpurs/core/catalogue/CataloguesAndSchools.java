package lv.pumpurs.core.catalogue;

import jakarta.enterprise.context.Dependent;
import java.sql.Connection;
import java.sql.SQLException;
import lv.pumpurs.core.provisioning.TenantContent;
import lv.pumpurs.core.provisioning.TenantFile;

/** The content of the nation's and of a tenant's schema: the catalogues of this build, and what the tenant's file says. */
@Dependent
public class CataloguesAndSchools implements TenantContent {

    @Override
    public boolean publish(Connection nation) throws SQLException {
        return Catalogues.publish(nation) > 0;
    }

    @Override
    public boolean copy(Connection nation, Connection tenant, TenantFile file) throws SQLException {
        return Catalogues.copy(nation, tenant, file.kind()) > 0;
    }

    @Override
    public boolean write(Connection tenant, TenantFile file) throws SQLException {
        return SchoolsOfFile.write(tenant, file) > 0;
    }
}
