package lv.pumpurs.core.staff;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Role;

/**
 * Makes a tenant's first administrators, before there is anybody who could give them the role. Somebody who is there
 * keeps name and roles, and a role that was ended stays ended.
 */
public final class FirstAdministrators {

    private static final String NEW_PERSON = """
            INSERT INTO staff (id, email, given_name, family_name) VALUES (?, ?, ?, ?) ON CONFLICT (email) DO NOTHING""";
    private static final String NEW_ROLE = """
            INSERT INTO staff_role (id, staff_id, role, valid_from)
            SELECT ?, s.id, ?, ? FROM staff s WHERE s.email = ?
              AND NOT EXISTS (SELECT FROM staff_role r WHERE r.staff_id = s.id AND r.role = ?)""";
    private static final String HOLDS = """
            SELECT FROM staff s JOIN staff_role r ON r.staff_id = s.id
            WHERE s.email = ? AND r.role = ? AND (r.valid_to IS NULL OR r.valid_to >= ?)""";

    private FirstAdministrators() {}

    /** What a person is after having been appointed. */
    public enum Appointment {
        /** Has the role since now. */
        MADE,
        /** Had it already. */
        HELD,
        /** Had it once; somebody ended it. */
        ENDED
    }

    /**
     * Makes somebody an administrator of the tenant.
     *
     * @param tenant a connection in whose search path the tenant's schema is
     * @param email address of the login, in any case
     * @param given given name
     * @param family family name
     * @param today first day of the role
     * @return what came of it
     * @throws SQLException if the database refuses
     */
    public static Appointment appoint(Connection tenant, String email, String given, String family, LocalDate today)
            throws SQLException {
        String address = email.strip().toLowerCase(Locale.ROOT);
        String role = Role.TENANT_ADMIN.name();
        execute(tenant, NEW_PERSON, Ids.next(), address, given, family);
        if (execute(tenant, NEW_ROLE, Ids.next(), role, today, address, role) > 0) {
            return Appointment.MADE;
        }
        try (PreparedStatement statement = prepare(tenant, HOLDS, address, role, today);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Appointment.HELD : Appointment.ENDED;
        }
    }

    private static int execute(Connection tenant, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(tenant, sql, values)) {
            return statement.executeUpdate();
        }
    }

    private static PreparedStatement prepare(Connection tenant, String sql, Object... values) throws SQLException {
        PreparedStatement statement = tenant.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
