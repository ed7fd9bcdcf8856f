package lv.pumpurs.core.programme;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** A reason why a learner may leave education early, from the catalogue that all tenants share. */
@Entity
@Table(name = "risk")
public class Risk {

    /** Whether saying that a learner has the risk tells more than the law lets everybody read. */
    public enum SpecialCategory {
        /** Ordinary personal data. */
        NONE,
        /** Health and the like (GDPR, article 9). */
        ART9,
        /** Offending (GDPR, article 10). */
        ART10
    }

    @Id
    private String code;

    @ManyToOne
    @JoinColumn(name = "risk_group")
    private RiskGroup group;

    @Column(name = "name_lv")
    private String nameLv;

    @Column(name = "name_en")
    private String nameEn;

    @Enumerated(EnumType.STRING)
    @Column(name = "special_category")
    private SpecialCategory specialCategory;

    @Column(name = "position")
    private int position;

    /** For JPA. */
    protected Risk() {}

    /**
     * The key.
     *
     * @return for instance {@code STUDY_BACKLOG}
     */
    public String code() {
        return code;
    }

    /**
     * The group it is counted in.
     *
     * @return the group
     */
    public RiskGroup group() {
        return group;
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
     * How the law protects it.
     *
     * @return the category
     */
    public SpecialCategory specialCategory() {
        return specialCategory;
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
