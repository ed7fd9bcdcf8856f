package lv.pumpurs.core.provisioning;

import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import lv.pumpurs.core.migration.BoundWork;
import lv.pumpurs.core.provisioning.TenantFile.Administrator;
import lv.pumpurs.core.staff.FirstAdministrators;
import lv.pumpurs.core.staff.FirstAdministrators.Appointment;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.spi.BusinessTime;

/**
 * Invites the administrators that a tenant's file names: the role in the tenant first, then account and membership at
 * the identity provider, then the mail. Somebody whose role was ended is left alone.
 */
final class Invitation {

    private final DataSource provisioner;
    private final Organisations organisations;
    private final InstantSource clock;
    private int unmailed;

    Invitation(DataSource provisioner, Organisations organisations, InstantSource clock) {
        this.provisioner = provisioner;
        this.organisations = organisations;
        this.clock = clock;
    }

    /**
     * Invites them; true if somebody was made an administrator.
     *
     * @param again whether those who have the role get a mail too: an earlier run broke before it was sent
     */
    boolean send(TenantFile file, boolean again) throws SQLException {
        boolean changed = false;
        for (var one : appoint(file).entrySet()) {
            Administrator person = one.getKey();
            if (one.getValue() == Appointment.ENDED) {
                continue;
            }
            organisations.ensureMember(file.slug(), person.email(), person.givenName(), person.familyName(), null);
            boolean made = one.getValue() == Appointment.MADE;
            if ((made || again) && !organisations.invite(person.email())) {
                unmailed++;
            }
            changed |= made;
        }
        return changed;
    }

    /** How many got no mail. */
    int unmailed() {
        return unmailed;
    }

    private Map<Administrator, Appointment> appoint(TenantFile file) throws SQLException {
        if (file.administrators().isEmpty()) {
            return Map.of();
        }
        LocalDate today = BusinessTime.today(clock);
        return BoundWork.in(provisioner, SchemaName.ofTenant(file.slug()), tenant -> {
            Map<Administrator, Appointment> appointed = new LinkedHashMap<>();
            for (Administrator one : file.administrators()) {
                appointed.put(one, FirstAdministrators.appoint(tenant, one.email(), one.givenName(), one.familyName(),
                        today));
            }
            return appointed;
        });
    }
}
