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
 * Today this person reaches this learner in this role: view {@code spi_learner_access}, the one definition of scope.
 * It has rows for the roles that may read learners and for no others; how far each reaches is the matrix of permissions.
 * Every query for learners or for what belongs to them carries
 *
 * <pre>{@code
 * exists (select a.learnerId from LearnerAccess a
 *         where a.learnerId = c.learnerId and a.personId = :me and a.role in :roles)
 * }</pre>
 *
 * with {@code Caller.personId()} and {@code Caller.rolesWith(permission)}. A provider reaches a learner for the sake of the
 * own measures: what belongs to somebody else's measure is not shown to {@code Role.PROVIDER}.
 */
@Entity
@Table(name = "spi_learner_access")
@IdClass(LearnerAccess.Key.class)
public class LearnerAccess {

    @Id
    @Column(name = "person_id")
    private UUID personId;

    @Id
    @Enumerated(EnumType.STRING)
    private Role role;

    @Id
    @Column(name = "learner_id")
    private UUID learnerId;

    /** For JPA. */
    protected LearnerAccess() {}

    /**
     * The learner who is reached.
     *
     * @return the learner's key
     */
    public UUID learnerId() {
        return learnerId;
    }

    /** Person, role and learner together. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private @Nullable UUID personId;
        private @Nullable Role role;
        private @Nullable UUID learnerId;

        /** For JPA. */
        public Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && Objects.equals(personId, key.personId) && role == key.role
                    && Objects.equals(learnerId, key.learnerId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(personId, role, learnerId);
        }
    }
}
