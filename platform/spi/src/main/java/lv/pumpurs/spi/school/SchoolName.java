package lv.pumpurs.spi.school;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A school by name, as view {@code spi_school} of the tenant's schema. Read only. */
@Entity
@Table(name = "spi_school")
public class SchoolName {

    @Id
    private UUID id;

    private String name;

    /** For JPA. */
    protected SchoolName() {}

    /**
     * The school's key.
     *
     * @return UUID version 7
     */
    public UUID id() {
        return id;
    }

    /**
     * What it is called now.
     *
     * @return its name
     */
    public String name() {
        return name;
    }
}
