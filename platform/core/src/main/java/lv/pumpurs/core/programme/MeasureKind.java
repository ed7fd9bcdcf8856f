package lv.pumpurs.core.programme;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A kind of support a plan may plan (<em>atbalsta pasākums</em>), from the catalogue that all tenants share. */
@Entity
@Table(name = "measure_kind")
public class MeasureKind {

    /** What sort of support it is; decides which part of the system carries it out. */
    public enum Family {
        /** An hour with an educator or specialist. */
        CONSULTATION,
        /** An interpreter or assistant beside the learner. */
        SERVICE,
        /** Money for costs that keep the learner from school. */
        COMPENSATION,
        /** A lump sum for a youth project. */
        GRANT,
        /** Support for the staff, not for one learner. */
        SYSTEMIC
    }

    @Id
    private String code;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private Family family;

    @Column(name = "name_lv")
    private String nameLv;

    @Column(name = "name_en")
    private String nameEn;

    @Column(name = "unit")
    private String unit;

    @Column(name = "provider_role")
    private @Nullable String providerRole;

    @Column(name = "position")
    private int position;

    /** For JPA. */
    protected MeasureKind() {}

    /**
     * The key.
     *
     * @return for instance {@code CONS_SUBJECT_TEACHER}
     */
    public String code() {
        return code;
    }

    /**
     * What sort of support it is.
     *
     * @return the family
     */
    public Family family() {
        return family;
    }

    /**
     * The name in Latvian.
     *
     * @return the name
     */
    public String nameLv() {
        return nameLv;
    }

    /**
     * The name in English.
     *
     * @return the name
     */
    public String nameEn() {
        return nameEn;
    }

    /**
     * What its quantity counts.
     *
     * @return for instance {@code consultation hour}
     */
    public String unit() {
        return unit;
    }

    /**
     * Who may give it.
     *
     * @return the provider's role, or null if nobody gives it in person
     */
    public @Nullable String providerRole() {
        return providerRole;
    }

    /**
     * Place in lists.
     *
     * @return ascending
     */
    public int position() {
        return position;
    }
}
