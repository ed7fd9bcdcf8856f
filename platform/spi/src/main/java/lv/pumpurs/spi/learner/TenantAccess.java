package lv.pumpurs.spi.learner;

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
 * Today this person has this role for the whole tenant: view {@code spi_tenant_access}. What a reader with such a role
 * reads page by page is read by index, if the query asks for this first and for {@link LearnerAccess} only after it:
 *
 * <pre>{@code
 * (exists (select t.personId from TenantAccess t where t.personId = :me and t.role in :roles)
 *  or exists (select a.learnerId from LearnerAccess a ...))
 * }</pre>
 */
@Entity
@Table(name = "spi_tenant_access")
@IdClass(TenantAccess.Key.class)
public class TenantAccess {

    @Id
    @Column(name = "person_id")
    private UUID personId;

    @Id
    @Enumerated(EnumType.STRING)
    private Role role;

    /** For JPA. */
    protected TenantAccess() {}

    /**
     * The person.
     *
     * @return key of a person of the staff, or of an operator's entry
     */
    public UUID personId() {
        return personId;
    }

    /** Person and role together. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private @Nullable UUID personId;
        private @Nullable Role role;

        /** For JPA. */
        public Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && Objects.equals(personId, key.personId) && role == key.role;
        }

        @Override
        public int hashCode() {
            return Objects.hash(personId, role);
        }
    }
}
