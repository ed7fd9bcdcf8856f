package lv.pumpurs.core.programme;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * One of the four groups of the national statistics: study and school, economic, family, social environment and
 * health.
 */
@Entity
@Table(name = "risk_group")
public class RiskGroup {

    @Id
    private String code;

    @Column(name = "name_lv")
    private String nameLv;

    @Column(name = "name_en")
    private String nameEn;

    @Column(name = "position")
    private int position;

    /** For JPA. */
    protected RiskGroup() {}

    /**
     * The key.
     *
     * @return for instance {@code STUDY_SCHOOL}
     */
    public String code() {
        return code;
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
     * Place in lists.
     *
     * @return ascending
     */
    public int position() {
        return position;
    }
}
