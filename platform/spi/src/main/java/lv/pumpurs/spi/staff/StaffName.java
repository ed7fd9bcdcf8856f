package lv.pumpurs.spi.staff;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A person of the staff by name, as view {@code spi_staff} of the tenant's schema. Read only; no role is told. */
@Entity
@Table(name = "spi_staff")
public class StaffName {

    @Id
    private UUID id;

    @Column(name = "given_name")
    private String givenName;

    @Column(name = "family_name")
    private String familyName;

    /** For JPA. */
    protected StaffName() {}

    /**
     * The person's key.
     *
     * @return UUID version 7
     */
    public UUID id() {
        return id;
    }

    /**
     * The name to show.
     *
     * @return "Vārds Uzvārds"
     */
    public String name() {
        return givenName + " " + familyName;
    }
}
