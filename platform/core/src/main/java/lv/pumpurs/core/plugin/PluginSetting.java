package lv.pumpurs.core.plugin;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import lv.pumpurs.core.plugin.Setting.Said;
import org.jspecify.annotations.Nullable;

/** What a municipality or a school says about one setting of a plugin. */
@Entity
@Table(name = "plugin_setting")
public class PluginSetting {

    @Id
    private UUID id;

    private String plugin;

    @Column(name = "school_id")
    private @Nullable UUID schoolId;

    private String name;

    private @Nullable String value;

    private @Nullable Integer least;

    private @Nullable Integer most;

    private boolean fixed;

    /** For JPA. */
    protected PluginSetting() {}

    PluginSetting(UUID id, String plugin, @Nullable UUID schoolId, String name, Said said) {
        this.id = id;
        this.plugin = plugin;
        this.schoolId = schoolId;
        this.name = name;
        say(said);
    }

    final void say(Said said) {
        this.value = said.value();
        this.least = said.least();
        this.most = said.most();
        this.fixed = said.fixed();
    }

    @Nullable
    UUID schoolId() {
        return schoolId;
    }

    String plugin() {
        return plugin;
    }

    String name() {
        return name;
    }

    Said said() {
        return new Said(value, least, most, fixed);
    }
}
