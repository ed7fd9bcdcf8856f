package lv.pumpurs.core.provisioning;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import lv.pumpurs.core.migration.BoundWork;
import lv.pumpurs.core.migration.Migrations;
import lv.pumpurs.core.migration.Schemas;
import lv.pumpurs.core.tenancy.SchemaName;

/** Makes the nation's schema and publishes the catalogues of this build in it. Before the first tenant, and after each upgrade. */
public final class NationProvisioning {

    private final DataSource provisioner;
    private final TenantContent content;

    /**
     * For one database.
     *
     * @param provisioner data source of the login {@code pumpurs_provisioner}
     * @param content publishes the catalogues
     */
    public NationProvisioning(DataSource provisioner, TenantContent content) {
        this.provisioner = provisioner;
        this.content = content;
    }

    /**
     * Does what is missing.
     *
     * @return true when something was changed
     * @throws SQLException when the database refuses
     */
    public boolean apply() throws SQLException {
        Schemas schemas = new Schemas(provisioner);
        boolean changed = schemas.ensureRoles(SchemaName.NATION);
        changed |= schemas.ensureSchema(SchemaName.NATION);
        changed |= new Migrations(provisioner, List.of()).migrate(SchemaName.NATION) > 0;
        changed |= BoundWork.in(provisioner, SchemaName.NATION, content::publish);
        return changed;
    }
}
