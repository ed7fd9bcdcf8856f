package lv.pumpurs.core.plugin;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/** A school's own word about a plugin that its municipality allows. */
@Entity
@Table(name = "plugin_school")
public class SchoolSwitch {

    @Id
    private UUID id;

    @SuppressWarnings("UnusedVariable") // for queries
    private String plugin;

    @Column(name = "school_id")
    private UUID schoolId;

    private boolean enabled;

    @Version
    private int version;

    /** For JPA. */
    protected SchoolSwitch() {}

    SchoolSwitch(UUID id, String plugin, UUID schoolId, boolean enabled) {
        this.id = id;
        this.plugin = plugin;
        this.schoolId = schoolId;
        this.enabled = enabled;
    }

    void turn(boolean on) {
        this.enabled = on;
    }

    /**
     * The school.
     *
     * @return its key
     */
    public UUID schoolId() {
        return schoolId;
    }

    /**
     * Whether the school has it on, as far as the municipality allows it.
     *
     * @return true if so
     */
    public boolean isEnabled() {
        return enabled;
    }
}
