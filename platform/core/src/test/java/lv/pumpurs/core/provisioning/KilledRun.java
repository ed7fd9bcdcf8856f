package lv.pumpurs.core.provisioning;

import java.nio.file.Path;
import java.time.InstantSource;
import javax.sql.DataSource;
import lv.pumpurs.core.catalogue.CataloguesAndSchools;
import lv.pumpurs.core.fixture.NationAlone;
import lv.pumpurs.core.fixture.TwoTenants;

/** A process that provisions a tenant and dies at a point of it. Not a test: a test starts it. */
final class KilledRun {

    private KilledRun() {}

    /** Arguments: port and name of the database, folder of the identity provider, file, step, where. */
    public static void main(String[] arguments) throws Exception {
        DataSource provisioner = NationAlone.provisioner(Integer.parseInt(arguments[0]), arguments[1]);
        Trouble trouble = new Trouble(new Trouble.Point(ProvisioningStep.valueOf(arguments[4]),
                Trouble.Where.valueOf(arguments[5])), Trouble.Kind.HALT);
        new TenantProvisioning(trouble.database(provisioner),
                trouble.organisations(new FolderOfMembers(Path.of(arguments[2]))), new CataloguesAndSchools(),
                TwoTenants.plugins(), InstantSource.system())
            .apply(TenantFiles.read(Path.of(arguments[3])));
    }
}
