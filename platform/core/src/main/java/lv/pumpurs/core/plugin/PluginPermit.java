package lv.pumpurs.core.plugin;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/** The municipality's word about a plugin: whether schools may use it, and whether they have it unless they say no. */
@Entity
@Table(name = "plugin_permit")
public class PluginPermit {

    @Id
    private UUID id;

    private String plugin;

    private boolean allowed;

    @Column(name = "on_by_default")
    private boolean onByDefault;

    @Version
    private int version;

    /** For JPA. */
    protected PluginPermit() {}

    /**
     * A permit for a plugin that had none.
     *
     * @param id key, UUID version 7
     * @param plugin the plugin
     * @param onByDefault whether schools have it unless they switch it off
     */
    public PluginPermit(UUID id, String plugin, boolean onByDefault) {
        this.id = id;
        this.plugin = plugin;
        allow(onByDefault);
    }

    /**
     * Schools may use it from now on; what they had switched and set before holds again.
     *
     * @param forAll whether schools have it unless they switch it off
     */
    public final void allow(boolean forAll) {
        this.allowed = true;
        this.onByDefault = forAll;
    }

    /** No school uses it from now on. Nothing is lost. */
    public void stop() {
        this.allowed = false;
    }

    /**
     * The plugin.
     *
     * @return its id
     */
    public String plugin() {
        return plugin;
    }

    /**
     * Whether schools may use it.
     *
     * @return true if so
     */
    public boolean isAllowed() {
        return allowed;
    }

    /**
     * Whether schools have it unless they switch it off.
     *
     * @return true if so
     */
    public boolean isOnByDefault() {
        return onByDefault;
    }

    /**
     * Counts the changes.
     *
     * @return the version
     */
    public int version() {
        return version;
    }
}
