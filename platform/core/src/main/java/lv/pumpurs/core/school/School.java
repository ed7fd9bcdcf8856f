package lv.pumpurs.core.school;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A school (<em>izglītības iestāde</em>). Names change often; where the registration number of the institution is
 * known, that is what tells one school from another.
 */
@Entity
@Table(name = "school")
public class School {

    @Id
    private UUID id;

    @Column(name = "registration_no")
    private @Nullable String registrationNo;

    @Column(name = "name")
    private String name;

    @Column(name = "kind")
    private String kind;

    @Column(name = "town")
    private @Nullable String town;

    /** For JPA. */
    protected School() {}

    /**
     * A school.
     *
     * @param id its key
     * @param registrationNo ten digits, or null if not known
     * @param name its name
     * @param kind for instance {@code VIDUSSKOLA}
     * @param town where it stands, or null if not known
     */
    public School(UUID id, @Nullable String registrationNo, String name, String kind, @Nullable String town) {
        this.id = id;
        this.registrationNo = registrationNo;
        this.name = name;
        this.kind = kind;
        this.town = town;
    }

    /** Is called something else from now on. */
    void become(String newName, SchoolKind newKind) {
        this.name = newName;
        this.kind = newKind.name();
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
     * Number in the register of educational institutions.
     *
     * @return ten digits, or null if not known
     */
    public @Nullable String registrationNo() {
        return registrationNo;
    }

    /**
     * The name.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * What sort of school it is.
     *
     * @return for instance {@code VIDUSSKOLA}
     */
    public String kind() {
        return kind;
    }

    /**
     * Where it stands.
     *
     * @return the town or parish, or null if not known
     */
    public @Nullable String town() {
        return town;
    }

    /**
     * The last grade of general education that a school of this kind teaches.
     *
     * @return 6, 9 or 12; 12 too for a kind that says nothing about it
     */
    public int lastGrade() {
        return switch (kind) {
            case "SAKUMSKOLA" -> 6;
            case "PAMATSKOLA" -> 9;
            default -> 12;
        };
    }
}
