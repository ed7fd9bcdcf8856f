package lv.pumpurs.spi.school;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;

/**
 * Today this person has this role at this school: view {@code spi_school_access}. Every query for what belongs to a school
 * and to no learner carries
 *
 * <pre>{@code
 * exists (select a.schoolId from SchoolAccess a
 *         where a.schoolId = o.schoolId and a.personId = :me and a.role in :roles)
 * }</pre>
 *
 * with {@code Caller.personId()} and {@code Caller.rolesWith(permission)}.
 */
@Entity
@Table(name = "spi_school_access")
@IdClass(SchoolAccess.Key.class)
public class SchoolAccess {

    @Id
    @Column(name = "person_id")
    private UUID personId;

    @Id
    @Enumerated(EnumType.STRING)
    private Role role;

    @Id
    @Column(name = "school_id")
    private UUID schoolId;

    /** For JPA. */
    protected SchoolAccess() {}

    /**
     * The school.
     *
     * @return its key
     */
    public UUID schoolId() {
        return schoolId;
    }

    /** Person, role and school together. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private @Nullable UUID personId;
        private @Nullable Role role;
        private @Nullable UUID schoolId;

        /** For JPA. */
        public Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && Objects.equals(personId, key.personId) && role == key.role
                    && Objects.equals(schoolId, key.schoolId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(personId, role, schoolId);
        }
    }
}
