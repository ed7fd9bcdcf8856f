package lv.pumpurs.spi;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A plugin is on at this school: view {@code spi_plugin_school}. The platform closes routes, menus and extension points
 * where a plugin is on at none of the reader's schools; what a plugin shows of several schools it restricts itself:
 *
 * <pre>{@code
 * exists (select e.schoolId from EnabledSchool e where e.plugin = 'consultations' and e.schoolId = c.schoolId)
 * }</pre>
 */
@Entity
@Table(name = "spi_plugin_school")
@IdClass(EnabledSchool.Key.class)
public class EnabledSchool {

    @Id
    private String plugin;

    @Id
    @Column(name = "school_id")
    private UUID schoolId;

    /** For JPA. */
    protected EnabledSchool() {}

    /**
     * The plugin.
     *
     * @return its {@link Plugin#id()}
     */
    public String plugin() {
        return plugin;
    }

    /**
     * The school.
     *
     * @return its key
     */
    public UUID schoolId() {
        return schoolId;
    }

    /** Plugin and school together. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private @Nullable String plugin;
        private @Nullable UUID schoolId;

        /** For JPA. */
        public Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && Objects.equals(plugin, key.plugin)
                    && Objects.equals(schoolId, key.schoolId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(plugin, schoolId);
        }
    }
}
