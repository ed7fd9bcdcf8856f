package lv.pumpurs.core.tenancy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row with nothing in it but what tenancy can spoil. */
@Entity
@Table(name = "probe")
public class Probe {

    @Id
    @Column(name = "id")
    private UUID id;
    @Column(name = "title")
    private String title;
    @Column(name = "other")
    private @Nullable UUID other;
    @ManyToOne
    @JoinColumn(name = "parent")
    private @Nullable Probe parent;

    /** For JPA. */
    protected Probe() {}

    Probe(UUID id, String title) {
        this.id = id;
        this.title = title;
    }

    String title() {
        return title;
    }

    @Nullable
    UUID other() {
        return other;
    }

    @Nullable
    Probe parent() {
        return parent;
    }

    void rename(String next) {
        title = next;
    }

    void point(@Nullable UUID next, @Nullable Probe above) {
        other = next;
        parent = above;
    }
}
