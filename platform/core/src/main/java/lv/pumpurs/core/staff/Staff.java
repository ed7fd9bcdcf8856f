package lv.pumpurs.core.staff;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import lv.pumpurs.spi.Ids;
import org.jspecify.annotations.Nullable;

/**
 * A person who works in a school or in the municipality's education board. The e-mail address joins the person to the
 * login; roles come with a place and a period.
 */
@Entity
@Table(name = "staff")
public class Staff {

    @Id
    private UUID id;

    @Column(name = "email")
    private String email;

    @Column(name = "given_name")
    private String givenName;

    @Column(name = "family_name")
    private String familyName;

    @OneToMany(mappedBy = "staff", cascade = CascadeType.ALL, orphanRemoval = true)
    private List<StaffRole> roles = new ArrayList<>();

    /** For JPA. */
    protected Staff() {}

    /**
     * A person without any role yet.
     *
     * @param id the person's key in this tenant
     * @param email address of the login, in any case
     * @param givenName given name
     * @param familyName family name
     */
    public Staff(UUID id, String email, String givenName, String familyName) {
        this.id = id;
        this.email = email.strip().toLowerCase(Locale.ROOT);
        this.givenName = givenName;
        this.familyName = familyName;
    }

    /**
     * Gives the person a role. Granting what the person has already for that period changes nothing.
     *
     * @param place the role and where it holds
     * @param from first day
     * @return the role
     */
    public StaffRole grant(RolePlace place, LocalDate from) {
        for (var role : roles) {
            if (role.place().equals(place) && role.validOn(from)) {
                return role;
            }
        }
        return grant(place, new RolePeriod(from, null), null);
    }

    /**
     * Gives the person a role for a period, the own one or as somebody's deputy.
     *
     * @param place the role and where it holds
     * @param period from when to when
     * @param deputyFor key of whom the person stands in for, or null
     * @return the role
     */
    public StaffRole grant(RolePlace place, RolePeriod period, @Nullable UUID deputyFor) {
        var role = new StaffRole(Ids.next(), this, place, period, deputyFor);
        roles.add(role);
        return role;
    }

    /**
     * Ends a role.
     *
     * @param role one of the person's
     * @param lastDay the last day on which it holds; null takes it away now
     * @param today the day it is
     */
    public void end(StaffRole role, @Nullable LocalDate lastDay, LocalDate today) {
        if (lastDay != null) {
            role.endOn(lastDay);
        } else if (role.period().from().isBefore(today)) {
            role.endOn(today.minusDays(1));
        } else {
            // it has not held for a whole day yet: the log of changes tells that it was there
            roles.remove(role);
        }
    }

    /**
     * One of the person's roles.
     *
     * @param roleId its key
     * @return the role, if the person has it or had it
     */
    public Optional<StaffRole> role(UUID roleId) {
        return roles.stream().filter(role -> role.id().equals(roleId)).findFirst();
    }

    /**
     * The person's key in this tenant.
     *
     * @return the key
     */
    public UUID id() {
        return id;
    }

    /**
     * Address of the login.
     *
     * @return in lower case
     */
    public String email() {
        return email;
    }

    /**
     * Given name.
     *
     * @return the name
     */
    public String givenName() {
        return givenName;
    }

    /**
     * Family name.
     *
     * @return the name
     */
    public String familyName() {
        return familyName;
    }

    /**
     * All roles, past ones too.
     *
     * @return in no order
     */
    public List<StaffRole> roles() {
        return List.copyOf(roles);
    }
}
