package lv.pumpurs.core.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Makes the two logins and takes from everybody what would let a statement leave its tenant. Needs a superuser, so that
 * neither the server nor the provisioner has to be one. Repeating it changes nothing.
 */
public final class DatabaseSetUp {

    private final DataSource superuser;

    /**
     * For the database that the data source points to.
     *
     * @param superuser a login that may alter the catalog's rights
     */
    public DatabaseSetUp(DataSource superuser) {
        this.superuser = superuser;
    }

    /**
     * Runs {@code db/set-up.sql} in one transaction.
     *
     * @param appPassword password of {@code pumpurs_app}
     * @param provisionerPassword password of {@code pumpurs_provisioner}
     * @throws SQLException when the login is no superuser or the database cannot be reached
     */
    public void run(String appPassword, String provisionerPassword) throws SQLException {
        try (Connection connection = superuser.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement passwords = connection
                .prepareStatement("SELECT set_config('pumpurs.app_password',?,true),"
                        + " set_config('pumpurs.provisioner_password',?,true), set_config('log_statement','none',true)")) {
                passwords.setString(1, appPassword);
                passwords.setString(2, provisionerPassword);
                passwords.execute();
            }
            try (Statement script = connection.createStatement()) {
                script.execute(Script.read("/db/set-up.sql"));
            }
            connection.commit();
        }
    }
}
