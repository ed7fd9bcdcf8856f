package lv.pumpurs.core.staff;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;

/** A role that a person has, or had, in a place for a period. */
@Entity
@Table(name = "staff_role")
public class StaffRole {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "staff_id")
    private Staff staff;

    @Enumerated(EnumType.STRING)
    @Column(name = "role")
    private Role role;

    @Column(name = "school_id")
    private @Nullable UUID schoolId;

    @Column(name = "class_name")
    private @Nullable String className;

    @Column(name = "provider_role")
    private @Nullable String providerRole;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private @Nullable LocalDate validTo;

    @Column(name = "deputy_for")
    private @Nullable UUID deputyFor;

    /** For JPA. */
    protected StaffRole() {}

    StaffRole(UUID id, Staff staff, RolePlace place, RolePeriod period, @Nullable UUID deputyFor) {
        this.id = id;
        this.staff = staff;
        this.role = place.role();
        this.schoolId = place.schoolId();
        this.className = place.className();
        this.providerRole = place.providerRole();
        this.validFrom = period.from();
        this.validTo = period.to();
        this.deputyFor = deputyFor;
    }

    /**
     * The key.
     *
     * @return the key
     */
    public UUID id() {
        return id;
    }

    /**
     * Ends the role.
     *
     * @param lastDay the last day on which it holds
     * @throws IllegalArgumentException if that is before its first day
     */
    public void endOn(LocalDate lastDay) {
        if (lastDay.isBefore(validFrom)) {
            throw new IllegalArgumentException("A role cannot end before it began");
        }
        validTo = lastDay;
    }

    /**
     * The role and where it holds.
     *
     * @return the place
     */
    public RolePlace place() {
        return new RolePlace(role, schoolId, className, providerRole);
    }

    /**
     * Whether the role holds on a day.
     *
     * @param day the day
     * @return true from its first to its last day
     */
    public boolean validOn(LocalDate day) {
        var end = validTo;
        return !day.isBefore(validFrom) && (end == null || !day.isAfter(end));
    }

    /**
     * From when to when the role holds.
     *
     * @return the period
     */
    public RolePeriod period() {
        return new RolePeriod(validFrom, validTo);
    }

    /**
     * Whose deputy the person is in this role.
     *
     * @return key of the member of staff, or null if the role is the person's own
     */
    public @Nullable UUID deputyFor() {
        return deputyFor;
    }

    Staff staff() {
        return staff;
    }
}
