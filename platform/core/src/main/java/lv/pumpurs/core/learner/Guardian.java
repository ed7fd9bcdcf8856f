package lv.pumpurs.core.learner;

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
import java.util.UUID;
import lv.pumpurs.spi.Ids;
import org.jspecify.annotations.Nullable;

/**
 * A parent or other legal representative (<em>likumiskais pārstāvis</em>) of one or several learners. Whoever is staff
 * here too keeps the same key.
 */
@Entity
@Table(name = "guardian")
public class Guardian {

    @Id
    private UUID id;

    @Column(name = "email")
    private @Nullable String email;

    @Column(name = "given_name")
    private String givenName;

    @Column(name = "family_name")
    private String familyName;

    @Column(name = "phone")
    private @Nullable String phone;

    @OneToMany(mappedBy = "guardian", cascade = CascadeType.ALL, orphanRemoval = true)
    private List<Guardianship> children = new ArrayList<>();

    /** For JPA. */
    protected Guardian() {}

    /**
     * A guardian of nobody yet.
     *
     * @param id the person's key in this tenant
     * @param email address of the login, in any case
     * @param givenName given name
     * @param familyName family name
     */
    public Guardian(UUID id, String email, String givenName, String familyName) {
        this.id = id;
        this.email = email.strip().toLowerCase(Locale.ROOT);
        this.givenName = givenName;
        this.familyName = familyName;
    }

    /**
     * Makes the person stand for a learner.
     *
     * @param learnerId the learner
     * @param relation as what
     * @param from first day
     */
    public void represent(UUID learnerId, Relation relation, LocalDate from) {
        children.add(new Guardianship(Ids.next(), this, learnerId, relation, from));
    }

    /** Stands for a learner until a day, unless the person does so already. */
    void represent(UUID learnerId, Relation relation, LocalDate from, @Nullable LocalDate until) {
        if (children.stream().anyMatch(one -> one.learnerId().equals(learnerId) && !one.isEnded(from))) {
            return;
        }
        Guardianship added = new Guardianship(Ids.next(), this, learnerId, relation, from);
        if (until != null) {
            added.endOn(until);
        }
        children.add(added);
    }

    /** Takes a guardianship away that has not held for a whole day. */
    void forget(Guardianship guardianship) {
        children.remove(guardianship);
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
     * @return in lower case; null for somebody who came with an import that tells none
     */
    public @Nullable String email() {
        return email;
    }

    /**
     * Telephone.
     *
     * @return with the number of the country; null if nobody has told it
     */
    public @Nullable String phone() {
        return phone;
    }

    /** Gets an address, and with it a way to be invited. */
    void reachAt(String address) {
        email = address;
    }

    /** Whether the person is known by this name alone. */
    boolean isOnlyNamed(String name) {
        return email == null && FoldedName.fold(name()).equals(FoldedName.fold(name));
    }

    /**
     * Given and family name.
     *
     * @return as written
     */
    public String name() {
        return givenName + " " + familyName;
    }

    /**
     * The learners the person stands, or stood, for.
     *
     * @return their keys
     */
    public List<UUID> learners() {
        return children.stream().map(Guardianship::learnerId).toList();
    }
}
